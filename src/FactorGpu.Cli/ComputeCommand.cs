using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Linq;
using FactorGpu.Arrow;
using FactorGpu.Compilation;
using FactorGpu.Expressions;
using FactorGpu.Factors;
using FactorGpu.Results;

namespace FactorGpu.Cli;

/// <summary><c>factorgpu compute INPUT... --factors huatai50 --out factors.csv</c>.</summary>
internal static class ComputeCommand
{
    private const string StandardOutput = "-";

    internal static Command Make(ToolStreams streams)
    {
        var inputs = new Argument<string[]>("INPUT") { Description = "Bar files: CSV or uncompressed Arrow IPC, one row per stock and minute.", Arity = ArgumentArity.OneOrMore };
        var factors = new Option<string>("--factors")
        {
            Description = "Factors, separated by commas: ids, aliases, or the sets huatai50 and all.",
            DefaultValueFactory = _ => "huatai50",
        };
        Option<string> engine = OneOf("--engine", "The engine that computes.", Enum.GetNames<EngineKind>());
        var threads = new Option<int>("--threads") { Description = "Threads of the engine cpu; 0 for one per core.", DefaultValueFactory = _ => 0 };
        threads.Validators.Add(CheckThreads);
        Option<string> preset = OneOf("--preset", "How bars are stamped; told from the stamps unless given.", Enum.GetNames<BarConvention>());
        var output = new Option<string>("--out") { Description = "File to write, ending in .csv; - is standard output.", DefaultValueFactory = _ => StandardOutput };
        var command = new Command("compute", "Computes factors of minute bars.") { inputs, factors, engine, threads, preset, output };
        command.SetAction(parsed => Run(
            streams,
            parsed.GetRequiredValue(inputs),
            parsed.GetRequiredValue(factors),
            new BarReadOptions { Convention = Enum.Parse<BarConvention>(parsed.GetRequiredValue(preset), ignoreCase: true) },
            new ComputeOptions
            {
                Engine = Enum.Parse<EngineKind>(parsed.GetRequiredValue(engine), ignoreCase: true),
                Threads = parsed.GetRequiredValue(threads),
            },
            parsed.GetRequiredValue(output)));
        return command;
    }

    private static int Run(ToolStreams streams, string[] inputs, string names, BarReadOptions reading, ComputeOptions computing, string output)
    {
        if (output != StandardOutput)
        {
            FactorTableFile.CheckPath(output);
        }

        FactorProgram program = FactorProgram.Compile(Find(names, streams));
        MinuteBars bars = MinuteBars.Read(inputs, reading);
        Report(bars, program, streams);
        FactorTable table = bars.Compute(program, computing);
        if (output == StandardOutput)
        {
            table.WriteCsv(streams.Results);
        }
        else
        {
            table.Save(output);
        }

        string place = output == StandardOutput ? "standard output" : output;
        streams.Words.WriteLine($"wrote {table.Factors.Length} factors of {table.Rows.Length} stock-days to {place}");
        return ExitCode.Success;
    }

    private static ImmutableArray<FactorDefinition> Find(string list, ToolStreams streams)
    {
        string[] names = list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        ImmutableArray<FactorDefinition> found = FactorCatalogue.Find(names);
        foreach (string name in names)
        {
            if (found.FirstOrDefault(factor => factor.Aliases.Contains(name)) is { } meant)
            {
                streams.Words.WriteLine($"{name} is an alias of {meant.Id}");
            }
        }

        return found;
    }

    private static void Report(MinuteBars bars, FactorProgram program, ToolStreams streams)
    {
        foreach (BarFileReport file in bars.Files)
        {
            streams.Words.WriteLine(file);
        }

        ImmutableArray<FactorDefinition> without = bars.FactorsWithoutData(program);
        if (!without.IsEmpty)
        {
            streams.Words.WriteLine($"empty, for want of a field that they read: {string.Join(", ", without)}");
        }
    }

    private static void CheckThreads(OptionResult result)
    {
        if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out int threads) && threads < 0)
        {
            result.AddError($"--threads was given {threads}; it needs 1 or more, or 0 for one per core.");
        }
    }

    /// <summary>An option whose value is one of some names, in lower case; the first is the default.</summary>
    private static Option<string> OneOf(string name, string description, IEnumerable<string> values)
    {
        string[] known = [.. values.Select(value => value.ToLowerInvariant())];
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => known[0] };
        option.AcceptOnlyFromAmong(known);
        return option;
    }
}
