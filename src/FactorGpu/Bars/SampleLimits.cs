namespace FactorGpu.Bars;

/// <summary>pre_close of a sample stock-day and its limits 10 % above and below, in ticks, halves rounded up.</summary>
/// <param name="PreClose">Close of the previous day, ticks.</param>
internal readonly record struct SampleLimits(long PreClose)
{
    internal long Up => ((PreClose * 110) + 50) / 100;

    internal long Down => ((PreClose * 90) + 50) / 100;
}
