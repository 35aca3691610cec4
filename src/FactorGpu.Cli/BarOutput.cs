using System;
using System.CommandLine;
using System.Linq;
using System.Threading;
using FactorGpu.Arrow;
using FactorGpu.Bars;

namespace FactorGpu.Cli;

/// <summary>The bar file that a command writes: the options that such commands share.</summary>
internal sealed class BarOutput
{
    private readonly Option<string> _path = new("--out")
    {
        Description = "File to write, ending in .arrow, .feather or .ipc (Arrow IPC file), .arrows (Arrow IPC stream) or .csv.",
        Required = true,
    };

    private readonly Option<string> _layout = EnumOption.Make<BarLayout>(
        "--layout", "One row per stock and minute (long), or lists of 242 minutes per stock and day (dense; Arrow only).");

    private readonly Option<string> _precision = EnumOption.Make<Precision>(
        "--precision", "float64 (double), or float32 at half the bytes with prices as counts of ticks (single; dense layout only).");

    private readonly Option<string> _compression = EnumOption.Make<ArrowCompression>("--compression", "Codec of the Arrow buffers.");

    internal void AddTo(Command command)
    {
        command.Add(_path);
        command.Add(_layout);
        command.Add(_precision);
        command.Add(_compression);
    }

    /// <summary>The path as the user gave it.</summary>
    internal string Path(ParseResult parsed) => parsed.GetRequiredValue(_path);

    /// <summary>What a command line asks for.</summary>
    internal BarWriteOptions Options(ParseResult parsed) => new()
    {
        Layout = EnumOption.Of<BarLayout>(parsed, _layout),
        Precision = EnumOption.Of<Precision>(parsed, _precision),
        Compression = EnumOption.Of<ArrowCompression>(parsed, _compression),
    };

    /// <summary>Writes the bars, shows how far it is, and says what was written.</summary>
    internal static void Write(MinuteBars bars, string path, BarWriteOptions options, ToolStreams streams, CancellationToken cancellation)
    {
        if (options.Precision == Precision.Single)
        {
            OffTicks.Report(bars, streams);
        }

        using (ProgressLine progress = streams.Progress("writing"))
        {
            bars.Save(path, options with { Progress = progress }, cancellation);
        }

        int left = options.Layout == BarLayout.Long ? bars.Days.Sum(EmptyStocks) : 0;
        int written = bars.Days.Sum(day => day.Shape.S) - left;
        string lost = left == 0 ? "" : $"; left out {left} without any value, for which it has no rows";
        string precision = options.Precision == Precision.Double ? "" : " in single precision";
        string faults = options.Faults == BarFaults.None ? "" : $" with faults ({options.Faults})";
        streams.Words.WriteLine($"wrote {written} stock-days of {bars.Days.Length} days in the {options.Layout.ToString().ToLowerInvariant()} layout{precision}{faults} to {path}{lost}");
    }

    private static int EmptyStocks(DayTensor day)
        => Enumerable.Range(0, day.Shape.S).Count(s => BarFields.All.All(field => !day.Row(field, s).ContainsAnyExcept(double.NaN)));
}
