using System;
using System.Collections.Immutable;
using FactorGpu.Bars;

namespace FactorGpu;

/// <summary>How engines are held against the reference.</summary>
public sealed record VerifyOptions
{
    /// <summary>The engines to verify; empty, as by default, for all but the reference, or the reference itself where it is the only one.</summary>
    public ImmutableArray<EngineKind> Engines { get; init; } = [];

    /// <summary>Told how far the work is, from one thread at a time but from any thread; null keeps it silent.</summary>
    public IProgress<StockDayProgress>? Progress { get; init; }
}
