using System;
using System.Collections.Immutable;
using FactorGpu.Bars;

namespace FactorGpu;

/// <summary>How engines are held against the reference.</summary>
public sealed record VerifyOptions
{
    /// <summary>The engines to verify; empty, as by default, for the engine <see cref="EngineKind.Cpu"/> and each kind of device of which there is a GPU.</summary>
    public ImmutableArray<EngineKind> Engines { get; init; } = [];

    /// <summary>The device of <see cref="Engines"/>, which then are to be named and of one kind of devices; null for all, as in <see cref="ComputeOptions.Device"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A negative number is given.</exception>
    public int? Device
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value ?? 0, nameof(Device));
            field = value;
        }
    }

    /// <summary>Told how far the work is, from one thread at a time but from any thread; null keeps it silent.</summary>
    public IProgress<StockDayProgress>? Progress { get; init; }
}
