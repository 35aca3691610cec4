using System.Collections.Immutable;
using FactorGpu.Expressions;

namespace FactorGpu.Engines.Gpu.Plans;

/// <summary>One kernel of a plan: what it does, step after step, and what it keeps in local memory.</summary>
internal sealed record PlannedKernel
{
    public required string Name { get; init; }

    public required ImmutableArray<KernelStep> Steps { get; init; }

    /// <summary>The reductions of the kernel; the place here is that in its local results.</summary>
    public required ImmutableArray<Reduction> Results { get; init; }

    /// <summary>The sequences whose slots are kept, 256 bytes each.</summary>
    public required ImmutableArray<Sequence> Sequences { get; init; }

    /// <summary>The nodes with a mark for every bar, 256 bytes each.</summary>
    public required ImmutableArray<ExprNode> Marked { get; init; }

    /// <summary>The series whose elements are kept, 256 numbers each.</summary>
    public required ImmutableArray<ExprNode> Stored { get; init; }

    /// <summary>Scalars in the memory that steps share one after the other.</summary>
    public required int WorkLength { get; init; }

    /// <summary>All local memory of the kernel.</summary>
    public required int LocalBytes { get; init; }
}
