using System.Collections.Immutable;
using FactorGpu.Errors;
using FactorGpu.Expressions;

namespace FactorGpu.Engines.Gpu.Plans;

/// <summary>What a kernel must keep in local memory to evaluate some nodes: sequences, selections, running maxima. Grows; a copy can be tried first.</summary>
internal sealed class KernelNeeds
{
    private readonly KernelGraph _graph;
    private ImmutableHashSet<ExprNode> _seen;

    internal KernelNeeds(KernelGraph graph)
        : this(graph, [], [], [], [])
    {
    }

    private KernelNeeds(
        KernelGraph graph, ImmutableHashSet<ExprNode> seen, ImmutableList<Sequence> sequences, ImmutableList<ExprNode> selections, ImmutableList<ExprNode> scans)
    {
        _graph = graph;
        _seen = seen;
        Sequences = sequences;
        Selections = selections;
        Scans = scans;
    }

    internal ImmutableList<Sequence> Sequences { get; private set; }

    internal ImmutableList<ExprNode> Selections { get; private set; }

    internal ImmutableList<ExprNode> Scans { get; private set; }

    /// <summary>The needs with those of a reduction added.</summary>
    internal KernelNeeds With(Reduction reduction)
    {
        KernelNeeds needs = Copy();
        needs.Add(reduction.Sequence);
        foreach (ExprNode part in KernelGraph.PartsOf(reduction))
        {
            needs.Add(part);
        }

        return needs;
    }

    /// <summary>The needs with those of a scalar added.</summary>
    internal KernelNeeds With(ExprNode scalar)
    {
        KernelNeeds needs = Copy();
        needs.Add(scalar);
        return needs;
    }

    private KernelNeeds Copy() => new(_graph, _seen, Sequences, Selections, Scans);

    private void Add(ExprNode node)
    {
        Throw.IfTooDeep();
        if (_seen.Contains(node))
        {
            return;
        }

        _seen = _seen.Add(node);
        if (node.Sequence is not null)
        {
            Add(node.Sequence);
        }

        foreach (ExprNode part in _graph.PartsOf(node))
        {
            Add(part);
        }

        if (node.Operator == Operators.TopFraction)
        {
            Selections = Selections.Add(node);
        }
        else if (node.Operator == Operators.Cummax)
        {
            Scans = Scans.Add(node);
        }
    }

    private void Add(Sequence sequence)
    {
        if (Sequences.Contains(sequence))
        {
            return;
        }

        foreach (ExprNode part in _graph.PartsOf(sequence))
        {
            Add(part);
        }

        Sequences = Sequences.Add(sequence);
    }
}
