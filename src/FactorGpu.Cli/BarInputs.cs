using System.CommandLine;
using FactorGpu.Arrow;

namespace FactorGpu.Cli;

/// <summary>The bar files that a command reads: the argument and the options that such commands share.</summary>
internal sealed class BarInputs
{
    private readonly Argument<string[]> _paths;
    private readonly InputOptions _options = new();
    private readonly Option<string?> _report = new("--report") { Description = "File for what was read and what was done with it, as JSON.", HelpName = "FILE" };

    /// <param name="arity">How many files the command takes.</param>
    internal BarInputs(ArgumentArity arity)
    {
        _paths = new Argument<string[]>("INPUT")
        {
            Description = "Bar files: CSV, Arrow IPC files and streams in the long or the dense layout; folders of them, and patterns.",
            Arity = arity,
        };
    }

    /// <summary>Gives a command the argument and the options.</summary>
    internal void AddTo(Command command)
    {
        command.Add(_paths);
        _options.AddTo(command);
        command.Add(_report);
    }

    /// <summary>The paths as the user gave them.</summary>
    internal string[] Paths(ParseResult parsed) => parsed.GetValue(_paths) ?? [];

    /// <summary>Reads the files, and says what was in each.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="streams">Where to say it.</param>
    /// <param name="output">The file that the command is going to write; null when there is none.</param>
    internal MinuteBars Read(ParseResult parsed, ToolStreams streams, string? output)
    {
        string? report = parsed.GetValue(_report);
        if (report is not null)
        {
            WholeFile.CheckPath(report);
            WholeFile.CheckApart(report, output);
        }

        MinuteBars bars = MinuteBars.Read(Paths(parsed), _options.Of(parsed));
        if (report is not null)
        {
            WholeFile.CheckNotRead(report, bars);
            bars.SaveLoadReport(report);
        }

        foreach (BarFileReport file in bars.Files)
        {
            streams.Words.WriteLine(file);
        }

        return bars;
    }
}
