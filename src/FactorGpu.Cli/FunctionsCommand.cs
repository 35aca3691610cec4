using System.CommandLine;
using FactorGpu.Factors;

namespace FactorGpu.Cli;

/// <summary><c>factorgpu functions</c>: what can be written in a definition, one line each.</summary>
internal static class FunctionsCommand
{
    internal static Command Make(ToolStreams streams)
    {
        var command = new Command("functions", "Shows what can be written in a factor of your own: words, operators, functions, settings.");
        command.SetAction(_ =>
        {
            streams.WriteResult(FactorDefinitions.Reference);
            return ExitCode.Success;
        });
        return command;
    }
}
