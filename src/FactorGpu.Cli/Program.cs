using System;
using System.IO;

namespace FactorGpu.Cli;

internal static class Program
{
    private static int Main(string[] args)
    {
        using Stream results = Console.OpenStandardOutput();
        return Tool.Run(args, new ToolStreams(results, Console.Error, isTerminal: !Console.IsErrorRedirected));
    }
}
