using System.Collections.Immutable;
using FactorGpu.Expressions;

namespace FactorGpu.Engines.Gpu.Plans;

/// <summary>One step of a kernel. Between two steps the work-items of a group meet.</summary>
internal sealed record KernelStep
{
    public required KernelStepKind Kind { get; init; }

    /// <summary>The sequence formed, or that of the nodes.</summary>
    public Sequence? Sequence { get; init; }

    /// <summary>The series stored, or the one that the step computes for all bars.</summary>
    public ImmutableArray<ExprNode> Nodes { get; init; } = [];

    /// <summary>What is reduced, by form; results follow one another in this order.</summary>
    public ImmutableArray<Reduction> Reductions { get; init; } = [];

    /// <summary>The same reductions as loops over the bars, each of one sequence.</summary>
    public ImmutableArray<ImmutableArray<Reduction>> Loops { get; init; } = [];

    /// <summary>Factors k whose values are written.</summary>
    public ImmutableArray<int> Factors { get; init; } = [];
}
