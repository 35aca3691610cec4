using System;
using System.Linq;
using FactorGpu.Bars;

namespace FactorGpu.Tests.Compilation;

/// <summary>A sample day, made once for all tests of a class, and the same day over ticks.</summary>
public sealed class MarketInTicks
{
    public MarketInTicks()
    {
        double[] values = [.. BarFields.All.SelectMany(field => Day.Field(field).ToArray().Select((x, cell) => InTicks(field, x, Day.Ticks[cell / BarAxis.SlotCount])))];
        Ticks = new DayTensor(Day.Date, Day.Stocks, values, Day.Auctions);
    }

    /// <summary>The day.</summary>
    internal DayTensor Day { get; } = SampleMarket.Generate(new SampleOptions { Stocks = 60, Funds = 10, Seed = 5 }, [new DateOnly(2024, 1, 2)]).Single();

    /// <summary>The day with counts of ticks in the place of prices.</summary>
    internal DayTensor Ticks { get; }

    private static double InTicks(BarField field, double x, double tick) => BarFields.IsOnTicks(field) ? Math.Round(x / tick) : x;
}
