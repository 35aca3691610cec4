using System.CommandLine;
using FactorGpu.Arrow;

namespace FactorGpu.Cli;

/// <summary>The bar files that a command reads: the argument and the options that such commands share.</summary>
internal sealed class BarInputs
{
    private readonly Argument<string[]> _paths = new("INPUT")
    {
        Description = "Bar files: CSV or uncompressed Arrow IPC, one row per stock and minute.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string> _preset = EnumOption.Make<BarConvention>("--preset", "How bars are stamped; told from the stamps unless given.");

    internal void AddTo(Command command)
    {
        command.Add(_paths);
        command.Add(_preset);
    }

    /// <summary>Reads the files, and says what was in each.</summary>
    internal MinuteBars Read(ParseResult parsed, ToolStreams streams)
    {
        MinuteBars bars = MinuteBars.Read(parsed.GetRequiredValue(_paths), new BarReadOptions { Convention = EnumOption.Of<BarConvention>(parsed, _preset) });
        foreach (BarFileReport file in bars.Files)
        {
            streams.Words.WriteLine(file);
        }

        return bars;
    }
}
