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
        var inputs = new BarInputs(ArgumentArity.OneOrMore);
        var output = new BarOutput();
        var command = new Command("convert", "Writes minute bars, stamped and ordered by the canonical axis, as Arrow or CSV.");
        inputs.AddTo(command);
        output.AddTo(command);
        command.SetWork((parsed, cancellation) =>
        {
            string path = output.Path(parsed);
            BarWriteOptions options = output.Options(parsed);
            BarFile.CheckPath(path, options);
            MinuteBars bars = inputs.Read(parsed, streams);
            BarOutput.Write(bars, path, options, streams, cancellation);
            Report(bars, path, options, streams);
            return ExitCode.Success;
        });
        return command;
    }

    private static void Report(MinuteBars bars, string path, BarWriteOptions options, ToolStreams streams)
    {
        int left = options.Layout == BarLayout.Long ? bars.Days.Sum(EmptyStocks) : 0;
        int written = bars.Days.Sum(day => day.Shape.S) - left;
        string lost = left == 0 ? "" : $"; left out {left} without any value, for which it has no rows";
        streams.Words.WriteLine($"wrote {written} stock-days of {bars.Days.Length} days in the {options.Layout.ToString().ToLowerInvariant()} layout to {path}{lost}");
    }

    private static int EmptyStocks(DayTensor day)
        => Enumerable.Range(0, day.Shape.S).Count(s => BarFields.All.All(field => !day.Row(field, s).ContainsAnyExcept(double.NaN)));
}
