using System.CommandLine;
using FactorGpu.Arrow;

namespace FactorGpu.Cli;

/// <summary>The bar files that a command reads: the argument and the options that such commands share.</summary>
internal sealed class BarInputs
{
    private readonly Argument<string[]> _paths;
    private readonly InputOptions _options = new();

    /// <param name="arity">How many files the command takes.</param>
    internal BarInputs(ArgumentArity arity)
    {
        _paths = new Argument<string[]>("INPUT") { Description = "Bar files: CSV or Arrow IPC, one row per stock and minute.", Arity = arity };
    }

    /// <summary>Gives a command the argument and the options.</summary>
    internal void AddTo(Command command)
    {
        command.Add(_paths);
        _options.AddTo(command);
    }

    /// <summary>The paths as the user gave them.</summary>
    internal string[] Paths(ParseResult parsed) => parsed.GetValue(_paths) ?? [];

    /// <summary>Reads the files, and says what was in each.</summary>
    internal MinuteBars Read(ParseResult parsed, ToolStreams streams)
    {
        MinuteBars bars = MinuteBars.Read(Paths(parsed), _options.Of(parsed));
        foreach (BarFileReport file in bars.Files)
        {
            streams.Words.WriteLine(file);
        }

        return bars;
    }
}
