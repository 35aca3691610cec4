using System.IO;
using System.Text;
using FactorGpu.Cli;

namespace FactorGpu.Tests.Cli;

/// <summary>One run of the tool in this process: its exit code, what it wrote as results, what it said.</summary>
internal sealed class ToolRun
{
    private ToolRun(int exitCode, string results, string words)
    {
        ExitCode = exitCode;
        Results = results;
        Words = words;
    }

    internal int ExitCode { get; }

    internal string Results { get; }

    internal string Words { get; }

    internal static ToolRun Of(params string[] args)
    {
        using var results = new MemoryStream();
        using var words = new StringWriter { NewLine = "\n" };
        int exitCode = Tool.Run(args, new ToolStreams(results, words));
        return new ToolRun(exitCode, Encoding.UTF8.GetString(results.ToArray()), words.ToString());
    }
}
