using System;
using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Results;

namespace FactorGpu.Tests.Arrow;

/// <summary>Days for the tests of writers.</summary>
internal static class WrittenDays
{
    /// <summary>
    /// Two days of the sample market with stocks of every kind, without the suspended one, in the order of their codes; a few values put in that are hard to write.
    /// limit_up is missing on both days, vwap throughout on the second.
    /// </summary>
    internal static ImmutableArray<DayTensor> Sample()
    {
        DayTensor[] days = [.. SampleMarket.Generate(new SampleOptions { Stocks = 50, Seed = 7 }, [new DateOnly(2024, 6, 14), new DateOnly(2024, 6, 17)])];
        return [Changed(days[0], BarField.LimitUp), Changed(days[1], BarField.LimitUp, BarField.Vwap)];
    }

    /// <summary>A table of two days, 23 stocks and three factors: one without NaN, one with, one of NaN alone.</summary>
    internal static FactorTable Factors()
    {
        DayTensor[] days =
        [
            .. SampleMarket.Generate(new SampleOptions { Stocks = 23 }, [new DateOnly(1969, 12, 31), new DateOnly(2024, 6, 17)]),
        ];
        double[] values = [.. Enumerable.Range(0, 23).Select(s => s / 7.0), .. Enumerable.Range(0, 23).Select(s => s % 3 == 1 ? double.NaN : -s * 0.1), .. NaNs(23)[..23]];
        return FactorTable.OfDays(["whole", "因子 with gaps", "none"], [(days[0], values), (days[1], values)]);
    }

    /// <summary>One day of two stocks and a few bars: small enough to name each row.</summary>
    internal static DayTensor Small()
    {
        double[] values = NaNs(2);
        Set(values, 2, s: 0, t: 0, 10, 10, 10, 10, 100, 1000);
        Set(values, 2, s: 0, t: 241, 0.1, 1e-300, double.MaxValue, -0.0, double.PositiveInfinity, 1.0 / 3);
        Set(values, 2, s: 1, t: 121, 11, 12, 10.5, 11.5, 0, double.NaN);
        return new DayTensor(new DateOnly(2024, 1, 2), new StockList(["B", "A,\"1\""]), values, AuctionBars.Open | AuctionBars.Close);
    }

    private static double[] NaNs(int stocks)
    {
        double[] values = new double[BarFields.Count * stocks * BarAxis.SlotCount];
        Array.Fill(values, double.NaN);
        return values;
    }

    private static void Set(double[] values, int stocks, int s, int t, params double[] bar)
    {
        for (int f = 0; f < bar.Length; f++)
        {
            values[(((f * stocks) + s) * BarAxis.SlotCount) + t] = bar[f];
        }
    }

    private static DayTensor Changed(DayTensor day, params BarField[] missing)
    {
        int[] kept = [.. Enumerable.Range(0, day.Stocks.Count).Where(s => BarFields.All.Any(field => day.Row(field, s).ToArray().Any(double.IsFinite)))];
        DayTensor picked = DayBuilder.Pick(day, kept);
        double[] absent = NaNs(picked.Shape.S)[..picked.Shape.FieldLength];
        double[] values = [.. BarFields.All.SelectMany(field => missing.Contains(field) ? absent : picked.Field(field).ToArray())];
        values[1] = -0.0;
        values[2] = double.PositiveInfinity;
        values[3] = double.Epsilon;
        values[4] = double.NaN;
        values[5] = 0.1 + 0.2;
        return new DayTensor(picked.Date, picked.Stocks, values, picked.Auctions);
    }
}
