using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Errors;
using FactorGpu.Expressions;

namespace FactorGpu.Compilation;

/// <summary>Factors compiled together: shared subexpressions once, steps in levels. The same program runs on every engine and on any number of days.</summary>
public sealed class FactorProgram
{
    private readonly Lazy<ImmutableArray<ProgramStep>> _steps;

    private FactorProgram(Precision precision, ImmutableArray<FactorDefinition> factors, ImmutableArray<ExprGraph> definitions, ExprGraph graph)
    {
        Precision = precision;
        Factors = factors;
        Definitions = definitions;
        Graph = graph;
        _steps = new Lazy<ImmutableArray<ProgramStep>>(() => Levels.Assign(graph));
        Sequences = [.. graph.Nodes.Select(node => node.Sequence).OfType<Sequence>().Distinct()];
        ExprNode[] reads = [.. graph.Nodes.Where(node => node.Operator.ReadsField)];
        Fields = [.. BarFields.All.Where(field => reads.Any(node => node.Field == field))];
        Parts = [new ProgramPart(this, [.. Enumerable.Range(0, factors.Length)])];
    }

    /// <summary>The factors [K], in the order of the results.</summary>
    public ImmutableArray<FactorDefinition> Factors { get; }

    /// <summary>Storage and arithmetic. In a program of single precision the factors that need double precision are computed in that all the same.</summary>
    public Precision Precision { get; }

    /// <summary>What engines run: the program itself, or, where some factors of a program of single precision need double, a program for each of the two.</summary>
    internal ImmutableArray<ProgramPart> Parts { get; private init; }

    /// <summary>Each factor's graph [K] as defined, before any pass.</summary>
    internal ImmutableArray<ExprGraph> Definitions { get; }

    /// <summary>All factors' graph after all passes; output k is factor k. Of a program in two <see cref="Parts"/> that of the first.</summary>
    internal ExprGraph Graph { get; }

    /// <summary>The nodes of <see cref="Graph"/> in the order in which they can be computed.</summary>
    internal ImmutableArray<ProgramStep> Steps => _steps.Value;

    /// <summary>The sequences of <see cref="Graph"/>, in order of first use.</summary>
    internal ImmutableArray<Sequence> Sequences { get; }

    /// <summary>The fields that <see cref="Graph"/> reads, in tensor order: what an engine needs beside the validity bitmaps. Volume is always one (E0).</summary>
    internal ImmutableArray<BarField> Fields { get; }

    /// <summary>Compiles factors together.</summary>
    /// <param name="factors">The factors [K]; results keep their order.</param>
    /// <param name="options">How to compile; null for the defaults.</param>
    /// <exception cref="FactorDefinitionException">There is no factor, two have one id, or a definition cannot be.</exception>
    public static FactorProgram Compile(IEnumerable<FactorDefinition> factors, CompileOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(factors);
        ImmutableArray<FactorDefinition> all = [.. factors];
        CheckIds(all);
        options ??= new CompileOptions();
        ImmutableArray<int> inDouble = [.. Enumerable.Range(0, all.Length).Where(k => all[k].NeedsDouble is not null)];
        if (options.Precision == Precision.Double || inDouble.IsEmpty)
        {
            return Compile(all, options);
        }

        CompileOptions doubleOptions = options with { Precision = Precision.Double };
        return inDouble.Length == all.Length ? Compile(all, doubleOptions) : InTwoParts(all, inDouble, options, doubleOptions);
    }

    /// <summary>The program as numbered lines: sequences, steps by level, and which step gives which factor; one part after the other.</summary>
    public override string ToString() => string.Join("\n", Parts.Select(part => ProgramPrinter.Print(part.Program)));

    private static FactorProgram Compile(ImmutableArray<FactorDefinition> factors, CompileOptions options)
    {
        ImmutableArray<ExprGraph> definitions = [.. factors.Select(GraphBinder.Bind)];
        return new FactorProgram(options.Precision, factors, definitions, PassPipeline.Run(ExprGraph.Concat(definitions), options));
    }

    private static FactorProgram InTwoParts(
        ImmutableArray<FactorDefinition> factors, ImmutableArray<int> inDouble, CompileOptions options, CompileOptions doubleOptions)
    {
        ImmutableArray<int> inSingle = [.. Enumerable.Range(0, factors.Length).Except(inDouble)];
        FactorProgram single = Compile([.. inSingle.Select(k => factors[k])], options);
        FactorProgram rest = Compile([.. inDouble.Select(k => factors[k])], doubleOptions);
        ImmutableArray<ProgramPart> parts = [new ProgramPart(single, inSingle), new ProgramPart(rest, inDouble)];
        IEnumerable<ExprGraph> definitions = parts.SelectMany(part => part.Rows.Zip(part.Program.Definitions)).OrderBy(row => row.First).Select(row => row.Second);
        return new FactorProgram(options.Precision, factors, [.. definitions], single.Graph) { Parts = parts };
    }

    private static void CheckIds(ImmutableArray<FactorDefinition> factors)
    {
        if (factors.IsEmpty)
        {
            Throw.NoFactors();
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (FactorDefinition factor in factors)
        {
            if (string.IsNullOrWhiteSpace(factor.Id))
            {
                Throw.BlankFactorId();
            }

            if (!seen.Add(factor.Id))
            {
                Throw.FactorTwice(factor.Id);
            }
        }
    }
}
