namespace FactorGpu.Bars;

/// <summary>What a sample market is made from; equal options and dates give equal bytes on every machine.</summary>
internal sealed record SampleOptions
{
    /// <summary>Number of stocks S, 1..20000. With 50 or more every special kind of stock occurs on every day.</summary>
    internal int Stocks { get; init; } = 5000;

    /// <summary>Picks the market: prices, moves, volumes, and which stocks are special on which day.</summary>
    internal ulong Seed { get; init; } = 1;
}
