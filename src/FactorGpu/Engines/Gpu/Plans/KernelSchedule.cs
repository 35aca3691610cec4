using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Errors;
using FactorGpu.Expressions;

namespace FactorGpu.Engines.Gpu.Plans;

/// <summary>Orders what a kernel does: by level first what its reductions look at, then the reductions in batches; at the end what is written.</summary>
internal sealed class KernelSchedule
{
    private readonly KernelGraph _graph;
    private readonly KernelPlanOptions _options;
    private readonly HashSet<ExprNode> _kept;
    private readonly int _mostPartials;
    private readonly List<KernelStep> _steps = [];
    private readonly HashSet<ExprNode> _ready = [];
    private readonly HashSet<Sequence> _formed = [];

    /// <summary>A schedule.</summary>
    /// <param name="graph">The program.</param>
    /// <param name="options">Limits.</param>
    /// <param name="kept">The series that are kept in local memory though they could be evaluated again.</param>
    /// <param name="mostPartials">Partial results of a work-item that a batch of reductions has place for.</param>
    internal KernelSchedule(KernelGraph graph, KernelPlanOptions options, ImmutableArray<ExprNode> kept, int mostPartials)
    {
        _graph = graph;
        _options = options;
        _kept = [.. kept];
        _mostPartials = mostPartials;
    }

    internal ImmutableArray<KernelStep> Of(KernelDraft draft)
    {
        foreach (IGrouping<int, Reduction> level in draft.Reductions.OrderBy(reduction => reduction.Number).GroupBy(reduction => reduction.Level).OrderBy(level => level.Key))
        {
            foreach (Reduction reduction in level)
            {
                Form(reduction.Sequence);
                PrepareAll(KernelGraph.PartsOf(reduction));
            }

            AddBatches([.. level.OrderBy(reduction => _graph.LetterOf(reduction.Sequence).Length).ThenBy(reduction => _graph.LetterOf(reduction.Sequence), System.StringComparer.Ordinal)]);
        }

        PrepareAll(draft.Factors.Select(k => _graph.Outputs[k].Node));
        _steps.Add(new KernelStep { Kind = KernelStepKind.Write, Factors = [.. draft.Factors.Order()] });
        return [.. _steps];
    }

    private void PrepareAll(IEnumerable<ExprNode> nodes)
    {
        foreach (ExprNode node in nodes)
        {
            Prepare(node);
        }
    }

    /// <summary>Adds the steps that must be done before a node can be evaluated.</summary>
    private void Prepare(ExprNode node)
    {
        Throw.IfTooDeep();
        if (!_ready.Add(node))
        {
            return;
        }

        if (node.Sequence is not null)
        {
            Form(node.Sequence);
        }

        PrepareAll(_graph.PartsOf(node));
        if (WholeSeries.StepOf(node) is { } kind)
        {
            _steps.Add(new KernelStep { Kind = kind, Sequence = node.Sequence, Nodes = [node] });
        }
        else if (_kept.Contains(node))
        {
            Store(node);
        }
    }

    private void Form(Sequence sequence)
    {
        if (!_formed.Add(sequence))
        {
            return;
        }

        PrepareAll(_graph.PartsOf(sequence));
        _steps.Add(new KernelStep { Kind = KernelStepKind.FormSequence, Sequence = sequence });
    }

    /// <summary>Series that are stored one after the other are stored in one loop over the bars.</summary>
    private void Store(ExprNode node)
    {
        if (_steps.Count > 0 && _steps[^1] is { Kind: KernelStepKind.Store } last && last.Sequence == node.Sequence)
        {
            _steps[^1] = last with { Nodes = last.Nodes.Add(node) };
            return;
        }

        _steps.Add(new KernelStep { Kind = KernelStepKind.Store, Sequence = node.Sequence, Nodes = [node] });
    }

    private void AddBatches(ImmutableArray<Reduction> level)
    {
        var loops = new List<List<Reduction>>();
        int partials = 0;
        foreach (Reduction reduction in level)
        {
            if (partials + reduction.PartialCount > _mostPartials)
            {
                AddBatch(loops);
                loops = [];
                partials = 0;
            }

            partials += reduction.PartialCount;
            if (loops.Count == 0 || loops[^1][0].Sequence != reduction.Sequence
                || loops[^1].Sum(other => other.PartialCount) + reduction.PartialCount > _options.MostAccumulators)
            {
                loops.Add([]);
            }

            loops[^1].Add(reduction);
        }

        AddBatch(loops);
    }

    private void AddBatch(List<List<Reduction>> loops) => _steps.Add(new KernelStep
    {
        Kind = KernelStepKind.Reduce,
        Reductions = [.. loops.SelectMany(loop => loop).OrderBy(reduction => reduction.Form)],
        Loops = [.. loops.Select(loop => loop.ToImmutableArray())],
    });
}
