using System.CommandLine;
using FactorGpu.Arrow;

namespace FactorGpu.Cli;

/// <summary>The bar files that a command reads: the argument and the options that such commands share.</summary>
internal sealed class BarInputs
{
    private readonly Argument<string[]> _paths;
    private readonly Option<string> _preset = EnumOption.Make<BarConvention>("--preset", "How bars are stamped; told from the stamps unless given.");

    /// <param name="arity">How many files the command takes.</param>
    internal BarInputs(ArgumentArity arity)
    {
        _paths = new Argument<string[]>("INPUT") { Description = "Bar files: CSV or uncompressed Arrow IPC, one row per stock and minute.", Arity = arity };
    }

    internal void AddTo(Command command)
    {
        command.Add(_paths);
        command.Add(_preset);
    }

    /// <summary>The paths as the user gave them.</summary>
    internal string[] Paths(ParseResult parsed) => parsed.GetValue(_paths) ?? [];

    /// <summary>Reads the files, and says what was in each.</summary>
    internal MinuteBars Read(ParseResult parsed, ToolStreams streams)
    {
        MinuteBars bars = MinuteBars.Read(Paths(parsed), new BarReadOptions { Convention = EnumOption.Of<BarConvention>(parsed, _preset) });
        foreach (BarFileReport file in bars.Files)
        {
            streams.Words.WriteLine(file);
        }

        return bars;
    }
}
