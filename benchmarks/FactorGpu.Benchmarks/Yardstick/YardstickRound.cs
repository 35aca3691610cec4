namespace FactorGpu.Benchmarks.Yardstick;

/// <summary>One round of a comparison.</summary>
/// <param name="Ours">Times of our case.</param>
/// <param name="Other">Times of the other, right after.</param>
internal readonly record struct YardstickRound(YardstickTimes Ours, YardstickTimes Other)
{
    internal double Ratio(bool isByClock) => Ours.Median(isByClock) / Other.Median(isByClock);
}
