using FactorGpu.Bars;

namespace FactorGpu.Engines.Gpu.Plans;

/// <summary>How a program is cut into kernels. The number of work-items fixes the order of sums; no other choice changes a bit of the results.</summary>
internal sealed record KernelPlanOptions
{
    /// <summary>Local memory that a kernel may have unless more is allowed: what every device has.</summary>
    internal const int DefaultLocalBytes = 32 * 1024;

    /// <summary>What lies on the device; null for what the program reads.</summary>
    public KernelInputs? Inputs { get; init; }

    /// <summary>Arithmetic on scalars, and what reductions accumulate in; null for the program's precision.</summary>
    public Precision? ScalarPrecision { get; init; }

    /// <summary>Work-items W of a group: 32, 64, 128 or 256.</summary>
    public int WorkItems { get; init; } = 32;

    /// <summary>Most local memory of a kernel.</summary>
    public int LocalBytes { get; init; } = DefaultLocalBytes;

    /// <summary>Most numbers that the reductions of a kernel give: more take compilers too long.</summary>
    public int MostReductions { get; init; } = 150;

    /// <summary>Most numbers that a work-item accumulates in one loop over its bars, so that they stay in registers.</summary>
    public int MostAccumulators { get; init; } = 24;
}
