using System;
using System.Collections.Immutable;
using System.CommandLine;
using System.Linq;
using System.Threading.Tasks;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Expressions;
using FactorGpu.Factors;

namespace FactorGpu.Cli;

/// <summary>The factors of a command, and the precision that they are compiled for.</summary>
internal sealed class FactorsOption
{
    private const string Usual = "huatai50";

    private readonly Option<string> _names = new("--factors")
    {
        Description = $"Factors, separated by commas: ids, aliases, or the sets {string.Join(", ", FactorCatalogue.Sets.Select(set => set.Name))}. "
            + $"Those of --define and --definitions are added; without --factors they stand alone, and {Usual} if there are none.",
    };

    private readonly DefinitionsOption _definitions = new();

    private readonly Option<string> _precision = EnumOption.Make<Precision>(
        "--precision", "Storage and arithmetic: float64, right to 1e-12 (double), or float32, half the bytes, right to 1e-4 of the value or of the day's spread (single).");

    internal void AddTo(Command command)
    {
        command.Add(_names);
        _definitions.AddTo(command);
        command.Add(_precision);
    }

    /// <summary>Finds and compiles the factors, and says whose aliases were given.</summary>
    internal FactorProgram Compile(ParseResult parsed, ToolStreams streams) => FactorProgram.Compile(Find(parsed, streams), Options(parsed));

    /// <summary>Finds the factors, says whose aliases were given, and compiles them beside what the caller goes on to do. That there are none is said at once.</summary>
    internal Task<FactorProgram> StartCompiling(ParseResult parsed, ToolStreams streams)
    {
        ImmutableArray<FactorDefinition> factors = Find(parsed, streams);
        CompileOptions options = Options(parsed);
        return factors.IsEmpty ? Task.FromResult(FactorProgram.Compile(factors, options)) : Task.Run(() => FactorProgram.Compile(factors, options));
    }

    /// <summary>Says which factors stay empty because every file lacks a field, and which stocks a program of single precision holds less exactly.</summary>
    internal static void Report(MinuteBars bars, FactorProgram program, ToolStreams streams)
    {
        ImmutableArray<FactorDefinition> without = bars.FactorsWithoutData(program);
        if (!without.IsEmpty)
        {
            streams.Words.WriteLine($"empty, for want of a field that they read: {string.Join(", ", without)}");
        }

        if (program.Precision == Precision.Single)
        {
            OffTicks.Report(bars, streams);
        }
    }

    private ImmutableArray<FactorDefinition> Find(ParseResult parsed, ToolStreams streams)
    {
        ImmutableArray<FactorDefinition> own = _definitions.Read(parsed);
        string[] names = (parsed.GetValue(_names) ?? (own.IsEmpty ? Usual : "")).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        ImmutableArray<FactorDefinition> found = FactorCatalogue.Find(names.Concat(own.Select(factor => factor.Id)), own);
        foreach (string name in names)
        {
            if (found.FirstOrDefault(factor => factor.Aliases.Contains(name)) is { } meant)
            {
                streams.Words.WriteLine($"{name} is an alias of {meant.Id}");
            }
        }

        return found;
    }

    private CompileOptions Options(ParseResult parsed) => new() { Precision = EnumOption.Of<Precision>(parsed, _precision) };
}
