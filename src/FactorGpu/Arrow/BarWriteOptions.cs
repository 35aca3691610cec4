using System;
using FactorGpu.Bars;

namespace FactorGpu.Arrow;

/// <summary>How bar files are written.</summary>
public sealed record BarWriteOptions
{
    /// <summary>How the bars lie in the file. Long unless the caller asks for Dense.</summary>
    public BarLayout Layout { get; init; } = BarLayout.Long;

    /// <summary>float64 unless the caller asks for Single, which the dense layout alone has: float32 at half the bytes, prices as counts of each stock's tick.</summary>
    public Precision Precision { get; init; } = Precision.Double;

    /// <summary>Codec of an Arrow file or stream. None unless the caller asks for one; CSV has none.</summary>
    public ArrowCompression Compression { get; init; } = ArrowCompression.None;

    /// <summary>Faults to write into a long file on purpose. None unless tests of a reader want some.</summary>
    public BarFaults Faults { get; init; } = BarFaults.None;

    /// <summary>Told how far the work is, after each day; null keeps it silent.</summary>
    public IProgress<StockDayProgress>? Progress { get; init; }
}
