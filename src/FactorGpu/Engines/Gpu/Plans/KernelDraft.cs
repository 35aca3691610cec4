using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Expressions;

namespace FactorGpu.Engines.Gpu.Plans;

/// <summary>A kernel to be: the reductions and factors that it takes, as long as its limits allow.</summary>
internal sealed class KernelDraft
{
    private readonly KernelGraph _graph;
    private readonly KernelPlanOptions _options;
    private readonly LocalMemory _memory;
    private readonly List<Reduction> _reductions = [];
    private readonly List<int> _factors = [];

    internal KernelDraft(KernelGraph graph, KernelPlanOptions options)
    {
        _graph = graph;
        _options = options;
        _memory = new LocalMemory(options, graph.Precision);
        Needs = new KernelNeeds(graph);
    }

    internal KernelNeeds Needs { get; private set; }

    internal IReadOnlyList<Reduction> Reductions => _reductions;

    internal IReadOnlyList<int> Factors => _factors;

    internal bool IsEmpty => _reductions.Count == 0 && _factors.Count == 0;

    /// <summary>Local memory that the kernel needs at least.</summary>
    internal int LeastBytes(KernelNeeds needs, int results) => _memory.Needed(needs, results) + (_memory.WorkLength(needs, results > 0 ? 2 : 0) * _memory.ScalarBytes);

    /// <summary>Takes reductions, and a factor unless it is null, all or none: none when a limit would be passed.</summary>
    internal bool TryAdd(ImmutableArray<Reduction> reductions, int? k)
    {
        int count = _reductions.Count + reductions.Length;
        if (count > _options.MostReductions)
        {
            return false;
        }

        KernelNeeds needs = reductions.Aggregate(Needs, (all, reduction) => all.With(reduction));
        needs = k is { } factor ? needs.With(_graph.Outputs[factor].Node) : needs;
        if (LeastBytes(needs, count) > _options.LocalBytes)
        {
            return false;
        }

        Needs = needs;
        _reductions.AddRange(reductions);
        _factors.AddRange(k is { } taken ? [taken] : []);
        return true;
    }

    /// <summary>The kernel, its memory shared out: first to what it needs, then to batches of reductions, then to series that save work when they are kept.</summary>
    internal PlannedKernel Finish(string name)
    {
        int free = _options.LocalBytes - _memory.Needed(Needs, _reductions.Count);
        int largest = _reductions.GroupBy(reduction => reduction.Level).Select(level => level.Sum(reduction => reduction.PartialCount)).DefaultIfEmpty().Max();
        int partials = _reductions.Count == 0 ? 0 : Math.Clamp(free / 2 / (_memory.PartialStride * _memory.ScalarBytes), 2, Math.Max(largest, 2));
        int workLength = _memory.WorkLength(Needs, partials);
        free -= workLength * _memory.ScalarBytes;
        ImmutableArray<ExprNode> kept = [.. StoredSeries.WorthKeeping(_graph, _reductions).Take(free / _memory.StoredBytes)];
        ImmutableArray<KernelStep> steps = new KernelSchedule(_graph, _options, kept, partials).Of(this);
        return new PlannedKernel
        {
            Name = name,
            Steps = steps,
            Results = [.. steps.SelectMany(step => step.Reductions)],
            Sequences = [.. Needs.Sequences],
            Marked = [.. Needs.Marked],
            Stored = [.. Needs.Numbers, .. kept],
            WorkLength = workLength,
            LocalBytes = _memory.Needed(Needs, _reductions.Count) + (workLength * _memory.ScalarBytes) + (kept.Length * _memory.StoredBytes),
        };
    }
}
