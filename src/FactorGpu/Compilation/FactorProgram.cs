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
    private FactorProgram(ImmutableArray<FactorDefinition> factors, ImmutableArray<ExprGraph> definitions, ExprGraph graph)
    {
        Factors = factors;
        Definitions = definitions;
        Graph = graph;
        Steps = Levels.Assign(graph);
        Sequences = [.. graph.Nodes.Select(node => node.Sequence).OfType<Sequence>().Distinct()];
        Fields = [.. graph.Nodes.Where(node => node.Operator.ReadsField).Select(node => node.Field).Distinct().Order()];
    }

    /// <summary>The factors [K], in the order of the results.</summary>
    public ImmutableArray<FactorDefinition> Factors { get; }

    /// <summary>Each factor's graph [K] as defined, before any pass.</summary>
    internal ImmutableArray<ExprGraph> Definitions { get; }

    /// <summary>All factors' graph after all passes; output k is factor k.</summary>
    internal ExprGraph Graph { get; }

    /// <summary>The nodes of <see cref="Graph"/> in the order in which they can be computed.</summary>
    internal ImmutableArray<ProgramStep> Steps { get; }

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
        ImmutableArray<ExprGraph> definitions = [.. all.Select(GraphBinder.Bind)];
        ExprGraph graph = PassPipeline.Run(ExprGraph.Concat(definitions), options ?? new CompileOptions());
        return new FactorProgram(all, definitions, graph);
    }

    /// <summary>The program as numbered lines: sequences, steps by level, and which step gives which factor.</summary>
    public override string ToString() => ProgramPrinter.Print(this);

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
