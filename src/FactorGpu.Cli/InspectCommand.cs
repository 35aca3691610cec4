using System.CommandLine;
using FactorGpu.Arrow;

namespace FactorGpu.Cli;

/// <summary><c>factorgpu inspect FILE --html page.html</c>: what a bar file is, by which preset it would be read, and what is wrong with its data.</summary>
internal static class InspectCommand
{
    internal static Command Make(ToolStreams streams)
    {
        var input = new Argument<string>("FILE") { Description = "A bar file." };
        var strict = new Option<bool>("--strict") { Description = "Exit code 1 when a fault is found that is more than a note." };
        var json = new Option<string?>("--json") { Description = "File for what was found, as JSON.", HelpName = "FILE" };
        var html = new Option<string?>("--html") { Description = "File for what was found, as an HTML page with a picture of the bars by stock and minute.", HelpName = "FILE" };
        var reading = new InputOptions();
        var command = new Command("inspect", "Describes a bar file: columns, preset and the evidence for it, days, stocks, volume unit; and what is wrong with its data, by code.") { input, strict, json, html };
        reading.AddTo(command);
        command.SetAction(parsed =>
        {
            string path = parsed.GetRequiredValue(input);
            string?[] outputs = [parsed.GetValue(json), parsed.GetValue(html)];
            WholeFile.CheckOutputs(outputs, path);
            BarFileInspection inspection = BarFileInspection.Of(path, reading.Of(parsed));
            Save(inspection, outputs[0], outputs[1]);
            streams.WriteResult(inspection.ToString());
            return inspection.Finding is not null ? ExitCode.WrongInput
                : parsed.GetValue(strict) && inspection.HasFaults ? ExitCode.Found
                : ExitCode.Success;
        });
        return command;
    }

    private static void Save(BarFileInspection inspection, string? json, string? html)
    {
        if (json is not null)
        {
            inspection.SaveJson(json);
        }

        if (html is not null)
        {
            inspection.SaveHtml(html);
        }
    }
}
