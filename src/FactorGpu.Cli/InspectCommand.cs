using System.CommandLine;
using FactorGpu.Arrow;

namespace FactorGpu.Cli;

/// <summary><c>factorgpu inspect FILE</c>: what a bar file is, by which preset it would be read, and what is wrong with it.</summary>
internal static class InspectCommand
{
    internal static Command Make(ToolStreams streams)
    {
        var input = new Argument<string>("FILE") { Description = "A bar file." };
        var reading = new InputOptions();
        var command = new Command("inspect", "Describes a bar file: columns, preset and the evidence for it, days, stocks, volume unit, faults.") { input };
        reading.AddTo(command);
        command.SetAction(parsed => Run(streams, parsed.GetRequiredValue(input), reading.Of(parsed)));
        return command;
    }

    private static int Run(ToolStreams streams, string path, BarReadOptions options)
    {
        BarFileInspection inspection = BarFileInspection.Of(path, options);
        streams.WriteResult(inspection.ToString());
        return inspection.Finding is null ? ExitCode.Success : ExitCode.WrongInput;
    }
}
