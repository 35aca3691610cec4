using System;
using FactorGpu.Bars;

namespace FactorGpu;

/// <summary>How factors are computed.</summary>
public sealed record ComputeOptions
{
    /// <summary>The engine. All engines give the same values within catalogue 1.8.</summary>
    public EngineKind Engine { get; init; } = EngineKind.Cpu;

    /// <summary>Threads of the engine <see cref="EngineKind.Cpu"/>, also for what a device leaves to it; 0 for one per core. The results do not depend on it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A negative number is given.</exception>
    public int Threads
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value, nameof(Threads));
            field = value;
        }
    }

    /// <summary>
    /// The device of an engine that has devices, by its index as <see cref="ComputeDevices.Find"/> gives it; null for all GPUs of the kind, which share the days, or,
    /// where there are none, for all processors that the kind reaches. The results do not depend on how many devices there are.
    /// </summary>
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

    /// <summary>Told how far the work is, after each day; null keeps it silent.</summary>
    public IProgress<StockDayProgress>? Progress { get; init; }
}
