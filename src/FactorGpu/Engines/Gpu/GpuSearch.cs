using System.Collections.Immutable;

namespace FactorGpu.Engines.Gpu;

/// <summary>The devices of one kind that a machine has, or why it has none.</summary>
internal sealed record GpuSearch
{
    public required GpuDeviceKind Kind { get; init; }

    public ImmutableArray<GpuDeviceInfo> Devices { get; init; } = [];

    /// <summary>What was tried and what came of it, such as "tried libOpenCL.so.1: not found"; empty when nothing stood in the way.</summary>
    public ImmutableArray<string> Reasons { get; init; } = [];
}
