using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Errors;
using FactorGpu.Expressions;

namespace FactorGpu.Engines.Gpu.Plans;

/// <summary>What a kernel must keep in local memory to evaluate some nodes: sequences, and series that are computed for all bars. Grows; a copy can be tried first.</summary>
internal sealed class KernelNeeds
{
    private readonly KernelGraph _graph;
    private ImmutableHashSet<ExprNode> _seen;

    internal KernelNeeds(KernelGraph graph)
        : this(graph, [], [], [], [])
    {
    }

    private KernelNeeds(
        KernelGraph graph, ImmutableHashSet<ExprNode> seen, ImmutableList<Sequence> sequences, ImmutableList<ExprNode> marked, ImmutableList<ExprNode> numbers)
    {
        _graph = graph;
        _seen = seen;
        Sequences = sequences;
        Marked = marked;
        Numbers = numbers;
    }

    internal ImmutableList<Sequence> Sequences { get; private set; }

    /// <summary>What keeps a byte for every bar.</summary>
    internal ImmutableList<ExprNode> Marked { get; private set; }

    /// <summary>What keeps a number for every bar.</summary>
    internal ImmutableList<ExprNode> Numbers { get; private set; }

    /// <summary>Most bytes that a step holds of its operands in the memory that steps share; in a marked window a byte more for every bar.</summary>
    internal int SharedBytes(int numberBytes)
        => Marked.Concat(Numbers)
            .Select(node => LocalMemory.BarCount * ((WholeSeries.SharedNumbers(node) * numberBytes) + (_graph.HasMarks(node) ? 1 : 0)))
            .DefaultIfEmpty().Max();

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

    private KernelNeeds Copy() => new(_graph, _seen, Sequences, Marked, Numbers);

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

        Marked = _graph.HasMarks(node) ? Marked.Add(node) : Marked;
        Numbers = WholeSeries.KeepsNumbers(node) ? Numbers.Add(node) : Numbers;
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
