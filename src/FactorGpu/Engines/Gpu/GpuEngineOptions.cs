using FactorGpu.Engines.Gpu.Plans;

namespace FactorGpu.Engines.Gpu;

/// <summary>How a GPU engine uses its devices. The results do not depend on it, but for the work-items of a group.</summary>
internal sealed record GpuEngineOptions
{
    /// <summary>How programs are cut into kernels.</summary>
    public KernelPlanOptions Plan { get; init; } = new();

    /// <summary>Memory of each device that may be used; null for four fifths of it.</summary>
    public long? MemoryBytes { get; init; }

    /// <summary>Most days that are on a device at a time, so that one travels while another is computed.</summary>
    public int DaysInFlight { get; init; } = 2;
}
