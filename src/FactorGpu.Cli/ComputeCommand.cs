using System;
using System.Collections.Immutable;
using System.CommandLine;
using System.Linq;
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
        var inputs = new BarInputs();
        var factors = new Option<string>("--factors")
        {
            Description = "Factors, separated by commas: ids, aliases, or the sets huatai50 and all.",
            DefaultValueFactory = _ => "huatai50",
        };
        Option<string> engine = EnumOption.Make<EngineKind>("--engine", "The engine that computes.");
        var output = new Option<string>("--out")
        {
            Description = "File to write, ending in .csv, in .arrow, .feather or .ipc (Arrow IPC file) or in .arrows (Arrow IPC stream); - is CSV on standard output.",
            DefaultValueFactory = _ => StandardOutput,
        };
        var command = new Command("compute", "Computes factors of minute bars.") { factors, engine, output };
        inputs.AddTo(command);
        command.SetAction(parsed => Run(
            streams,
            () => inputs.Read(parsed, streams),
            parsed.GetRequiredValue(factors),
            new ComputeOptions { Engine = EnumOption.Of<EngineKind>(parsed, engine) },
            parsed.GetRequiredValue(output)));
        return command;
    }

    private static int Run(ToolStreams streams, Func<MinuteBars> read, string names, ComputeOptions computing, string output)
    {
        if (output != StandardOutput)
        {
            FactorTableFile.CheckPath(output);
        }

        FactorProgram program = FactorProgram.Compile(Find(names, streams));
        MinuteBars bars = read();
        NameEmptyFactors(bars, program, streams);
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

    private static void NameEmptyFactors(MinuteBars bars, FactorProgram program, ToolStreams streams)
    {
        ImmutableArray<FactorDefinition> without = bars.FactorsWithoutData(program);
        if (!without.IsEmpty)
        {
            streams.Words.WriteLine($"empty, for want of a field that they read: {string.Join(", ", without)}");
        }
    }
}
