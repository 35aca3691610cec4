using System;
using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Bars;

namespace FactorGpu.Benchmarks;

/// <summary>The bars that all benchmarks share: one day of 20000 stocks, 0.43 GB, made once; smaller markets are views of it.</summary>
internal static class Market
{
    /// <summary>Stocks of a full-market day.</summary>
    internal const int Stocks = 5000;

    private const int MostStocks = 20000;

    private static readonly DateOnly s_date = new(2024, 1, 2);
    private static readonly Lazy<DayTensor> s_day = new(() => SampleMarket.Generate(new SampleOptions { Stocks = MostStocks, Seed = 1 }, [s_date]).Single());

    /// <summary>A day of the first <paramref name="stocks"/>; of any 50 neighbours the special kinds of the sample are as many as in all.</summary>
    internal static DayTensor Day(int stocks) => s_day.Value.OfStocks(0, stocks);

    /// <summary>Days of 5000 stocks, each with a date of its own: the four quarters of the 20000 by turns, so that a day's bars have left every cache when it comes again.</summary>
    internal static ImmutableArray<DayTensor> Days(int count) => [.. Enumerable.Range(0, count).Select(Quarter)];

    private static DayTensor Quarter(int d)
    {
        DayTensor quarter = s_day.Value.OfStocks(d % (MostStocks / Stocks) * Stocks, Stocks);
        return new DayTensor(s_date.AddDays(d), quarter.Stocks, [.. BarFields.All.Select(quarter.FieldMemory)], quarter.Auctions);
    }
}
