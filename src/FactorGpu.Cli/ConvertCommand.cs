using System;
using System.CommandLine;
using System.Linq;
using FactorGpu.Arrow;
using FactorGpu.Bars;

namespace FactorGpu.Cli;

/// <summary><c>factorgpu convert INPUT... --out bars.arrow --layout dense</c>.</summary>
internal static class ConvertCommand
{
    internal static Command Make(ToolStreams streams)
    {
        var inputs = new BarInputs();
        var output = new Option<string>("--out") { Description = "File to write, ending in .arrow, .feather or .ipc (Arrow IPC file), .arrows (Arrow IPC stream) or .csv.", Required = true };
        Option<string> layout = EnumOption.Make<BarLayout>("--layout", "One row per stock and minute (long), or lists of 242 minutes per stock and day (dense; Arrow only).");
        Option<string> compression = EnumOption.Make<ArrowCompression>("--compression", "Codec of the Arrow buffers.");
        var command = new Command("convert", "Writes minute bars, stamped and ordered by the canonical axis, as Arrow or CSV.");
        inputs.AddTo(command);
        command.Add(output);
        command.Add(layout);
        command.Add(compression);
        command.SetAction(parsed =>
        {
            var options = new BarWriteOptions
            {
                Layout = EnumOption.Of<BarLayout>(parsed, layout),
                Compression = EnumOption.Of<ArrowCompression>(parsed, compression),
            };
            return Run(streams, parsed, inputs, parsed.GetRequiredValue(output), options);
        });
        return command;
    }

    private static int Run(ToolStreams streams, ParseResult parsed, BarInputs inputs, string output, BarWriteOptions options)
    {
        BarFile.CheckPath(output, options);
        MinuteBars bars = inputs.Read(parsed, streams);
        bars.Save(output, options);
        int left = options.Layout == BarLayout.Long ? bars.Days.Sum(EmptyStocks) : 0;
        int written = bars.Days.Sum(day => day.Shape.S) - left;
        string lost = left == 0 ? "" : $"; left out {left} without any value, for which it has no rows";
        streams.Words.WriteLine($"wrote {written} stock-days of {bars.Days.Length} days in the {options.Layout.ToString().ToLowerInvariant()} layout to {output}{lost}");
        return ExitCode.Success;
    }

    private static int EmptyStocks(DayTensor day)
        => Enumerable.Range(0, day.Shape.S).Count(s => BarFields.All.All(field => !day.Row(field, s).ContainsAnyExcept(double.NaN)));
}
