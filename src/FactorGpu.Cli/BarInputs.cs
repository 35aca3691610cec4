using System.CommandLine;
using FactorGpu.Arrow;

namespace FactorGpu.Cli;

/// <summary>The bar files that a command reads: the argument and the options that such commands share.</summary>
internal sealed class BarInputs
{
    private readonly Argument<string[]> _paths = new("INPUT")
    {
        Description = "Bar files: CSV or Arrow IPC, one row per stock and minute.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly InputOptions _options = new();

    /// <summary>Gives a command the argument and the options.</summary>
    internal void AddTo(Command command)
    {
        command.Add(_paths);
        _options.AddTo(command);
    }

    /// <summary>Reads the files, and says what was in each.</summary>
    internal MinuteBars Read(ParseResult parsed, ToolStreams streams)
    {
        MinuteBars bars = MinuteBars.Read(parsed.GetRequiredValue(_paths), _options.Of(parsed));
        foreach (BarFileReport file in bars.Files)
        {
            streams.Words.WriteLine(file);
        }

        return bars;
    }
}
