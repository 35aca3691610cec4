using System;

namespace FactorGpu.Bars;

/// <summary>The four prices of a sample bar, in ticks.</summary>
/// <param name="Open">First price.</param>
/// <param name="High">Highest price.</param>
/// <param name="Low">Lowest price.</param>
/// <param name="Close">Last price.</param>
internal readonly record struct SamplePrices(long Open, long High, long Low, long Close)
{
    internal static SamplePrices At(long ticks) => new(ticks, ticks, ticks, ticks);

    /// <summary>The bar after one more trade.</summary>
    internal SamplePrices Then(long ticks) => new(Open, Math.Max(High, ticks), Math.Min(Low, ticks), ticks);
}
