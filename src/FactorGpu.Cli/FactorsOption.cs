using System;
using System.Collections.Immutable;
using System.CommandLine;
using System.Linq;
using FactorGpu.Compilation;
using FactorGpu.Expressions;
using FactorGpu.Factors;

namespace FactorGpu.Cli;

/// <summary>The factors of a command.</summary>
internal sealed class FactorsOption
{
    private readonly Option<string> _names = new("--factors")
    {
        Description = $"Factors, separated by commas: ids, aliases, or the sets {string.Join(", ", FactorCatalogue.Sets.Select(set => set.Name))}.",
        DefaultValueFactory = _ => "huatai50",
    };

    internal void AddTo(Command command) => command.Add(_names);

    /// <summary>Finds and compiles the factors, and says whose aliases were given.</summary>
    internal FactorProgram Compile(ParseResult parsed, ToolStreams streams)
    {
        string[] names = parsed.GetRequiredValue(_names).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        ImmutableArray<FactorDefinition> found = FactorCatalogue.Find(names);
        foreach (string name in names)
        {
            if (found.FirstOrDefault(factor => factor.Aliases.Contains(name)) is { } meant)
            {
                streams.Words.WriteLine($"{name} is an alias of {meant.Id}");
            }
        }

        return FactorProgram.Compile(found);
    }

    /// <summary>Says which factors stay empty because every file lacks a field.</summary>
    internal static void ReportEmpty(MinuteBars bars, FactorProgram program, ToolStreams streams)
    {
        ImmutableArray<FactorDefinition> without = bars.FactorsWithoutData(program);
        if (!without.IsEmpty)
        {
            streams.Words.WriteLine($"empty, for want of a field that they read: {string.Join(", ", without)}");
        }
    }
}
