using System;
using FactorGpu.Bars;

namespace FactorGpu;

/// <summary>How factors are computed.</summary>
public sealed record ComputeOptions
{
    /// <summary>The engine. All engines give the same values within catalogue 1.8.</summary>
    public EngineKind Engine { get; init; } = EngineKind.Reference;

    /// <summary>Told how far the work is, after each day; null keeps it silent.</summary>
    public IProgress<StockDayProgress>? Progress { get; init; }
}
