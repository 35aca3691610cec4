using System;

namespace FactorGpu.Bars;

/// <summary>What a sample market is made from; equal options and dates give equal bytes on every machine.</summary>
public sealed record SampleOptions
{
    /// <summary>Number of stocks S, 1..20000, funds included. With 50 or more every special kind of stock occurs on every day.</summary>
    public int Stocks { get; init; } = 5000;

    /// <summary>How many of the stocks are funds, 0..S: prices of 0.5 to 5 CNY on ticks of 0.001. None unless asked for.</summary>
    public int Funds { get; init; }

    /// <summary>Picks the market: prices, moves, volumes, and which stocks are special on which day.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Told how far the work is, after each day; null keeps it silent.</summary>
    public IProgress<StockDayProgress>? Progress { get; init; }
}
