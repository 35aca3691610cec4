using System;
using System.CommandLine;
using FactorGpu.Arrow;

namespace FactorGpu.Cli;

/// <summary>The bar files of a command, and how they are read.</summary>
internal sealed class InputOptions
{
    private readonly Argument<string[]> _inputs;
    private readonly Option<string> _preset = OneOf.Option("--preset", "How bars are stamped; told from the stamps unless given.", Enum.GetNames<BarConvention>());

    internal InputOptions(ArgumentArity arity)
    {
        _inputs = new Argument<string[]>("INPUT") { Description = "Bar files: CSV or uncompressed Arrow IPC, one row per stock and minute.", Arity = arity };
    }

    internal void AddTo(Command command)
    {
        command.Add(_inputs);
        command.Add(_preset);
    }

    /// <summary>The paths as the user gave them.</summary>
    internal string[] Paths(ParseResult parsed) => parsed.GetRequiredValue(_inputs);

    /// <summary>Reads the files, and says what was read.</summary>
    internal MinuteBars Read(ParseResult parsed, ToolStreams streams)
    {
        var options = new BarReadOptions { Convention = Enum.Parse<BarConvention>(parsed.GetRequiredValue(_preset), ignoreCase: true) };
        MinuteBars bars = MinuteBars.Read(Paths(parsed), options);
        foreach (BarFileReport file in bars.Files)
        {
            streams.Words.WriteLine(file);
        }

        return bars;
    }
}
