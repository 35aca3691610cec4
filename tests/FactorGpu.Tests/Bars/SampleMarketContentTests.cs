using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Bars;
using Xunit;

namespace FactorGpu.Tests.Bars;

public sealed class SampleMarketContentTests
{
    private const int Cycle = 50;

    private static readonly ImmutableArray<DayTensor> s_days =
        [.. SampleMarket.Generate(new SampleOptions { Stocks = 2 * Cycle, Seed = 3 }, [new(2024, 1, 2), new(2024, 1, 3), new(2024, 1, 4)])];

    [Fact]
    public void Prices_OfEveryBar_AreConsistentTicksInsideTheLimits()
    {
        foreach ((DayTensor day, int s, int t) in Bars())
        {
            double open = day.Row(BarField.Open, s)[t];
            double high = day.Row(BarField.High, s)[t];
            double low = day.Row(BarField.Low, s)[t];
            double close = day.Row(BarField.Close, s)[t];

            Assert.True(low <= Math.Min(open, close) && high >= Math.Max(open, close), "low <= open, close <= high");
            Assert.InRange(low, day.DayValue(BarField.LimitDown, s), high);
            Assert.InRange(high, low, day.DayValue(BarField.LimitUp, s));
            Assert.All([open, high, low, close], price => Assert.Equal(price, Math.Round(price, 2)));
        }
    }

    [Fact]
    public void Limits_OfEveryStock_AreTenPercentAroundPreCloseRoundedHalfUp()
    {
        foreach ((DayTensor day, int s, _) in Bars())
        {
            decimal preClose = (decimal)day.DayValue(BarField.PreClose, s);

            Assert.Equal((double)Math.Round(preClose * 1.1m, 2, MidpointRounding.AwayFromZero), day.DayValue(BarField.LimitUp, s));
            Assert.Equal((double)Math.Round(preClose * 0.9m, 2, MidpointRounding.AwayFromZero), day.DayValue(BarField.LimitDown, s));
        }
    }

    [Fact]
    public void Turnover_OfEveryBar_IsConsistent()
    {
        foreach ((DayTensor day, int s, int t) in Bars())
        {
            double volume = day.Row(BarField.Volume, s)[t];
            double amount = day.Row(BarField.Amount, s)[t];
            double trades = day.Row(BarField.NumTrades, s)[t];
            double vwap = day.Row(BarField.Vwap, s)[t];

            Assert.Equal(0, volume % 100);
            Assert.Equal(amount, Math.Round(amount, 2));
            Assert.Equal(amount / volume, vwap);
            Assert.True(trades == Math.Floor(trades) && trades <= volume / 100, "trades of one lot or more");
            Assert.Equal(volume == 0, trades == 0);
            if (volume > 0)
            {
                Assert.InRange(vwap, day.Row(BarField.Low, s)[t] * (1 - 1e-15), day.Row(BarField.High, s)[t] * (1 + 1e-15));
            }
        }
    }

    [Fact]
    public void MinuteWithoutTrades_AfterTheFirst_RepeatsTheLastPrice()
    {
        int quietBars = 0;
        foreach ((DayTensor day, int s, int t) in Bars().Where(bar => bar.Day.Row(BarField.Volume, bar.S)[bar.T] == 0))
        {
            ReadOnlySpan<double> close = day.Row(BarField.Close, s);
            int previous = t - 1;
            while (double.IsNaN(close[previous]))
            {
                previous--;
            }

            quietBars++;
            Assert.Equal((close[previous], close[previous], close[previous]), (day.Row(BarField.Open, s)[t], day.Row(BarField.High, s)[t], day.Row(BarField.Low, s)[t]));
            Assert.Equal((0, 0), (day.Row(BarField.Amount, s)[t], day.Row(BarField.NumTrades, s)[t]));
            Assert.True(double.IsNaN(day.Row(BarField.Vwap, s)[t]));
        }

        Assert.True(quietBars > 1000, $"{quietBars} minutes without trades");
    }

    [Fact]
    public void PreClose_OfTheNextDay_IsTheLastCloseOrStaysOverASuspension()
    {
        int compared = 0;
        for (int s = 0; s < s_days[0].Stocks.Count; s++)
        {
            double last = double.NaN;
            foreach (DayTensor day in s_days.Where(d => !double.IsNaN(d.DayValue(BarField.PreClose, s))))
            {
                compared += double.IsNaN(last) ? 0 : 1;
                Assert.True(double.IsNaN(last) || last == day.DayValue(BarField.PreClose, s));
                last = day.Row(BarField.Close, s).ToArray().Last(x => !double.IsNaN(x));
            }
        }

        Assert.True(compared > 150, $"{compared} pairs of days");
    }

    [Fact]
    public void Rows_OfTheSlotsOfTheClosingCall_DoNotOccur()
    {
        Assert.DoesNotContain(Bars(), bar => BarAxis.ClosingCall.Contains(bar.T));
    }

    [Fact]
    public void MissingRow_OfAnyStock_IsMissingInAllFields()
    {
        foreach (DayTensor day in s_days)
        {
            int closes = CountNumbers(day.Field(BarField.Close));

            Assert.All(BarFields.All.Where(f => f != BarField.Vwap), f => Assert.Equal(closes, CountNumbers(day.Field(f))));
        }
    }

    [Fact]
    public void SpecialStocks_OfEveryDay_Occur()
    {
        foreach (DayTensor day in s_days)
        {
            int[] rows = [.. Enumerable.Range(0, day.Stocks.Count).Select(s => CountNumbers(day.Row(BarField.Close, s)))];

            Assert.Equal(2, rows.Count(n => n == 0));
            Assert.Equal(2, Enumerable.Range(0, rows.Length).Count(s => IsLocked(day, s)));
            Assert.Equal(2, Enumerable.Range(0, rows.Length).Count(s => rows[s] > 0 && FirstRow(day, s) >= 31));
            Assert.Equal(4, Enumerable.Range(0, rows.Length).Count(s => HasHoles(day, s)));
        }
    }

    [Fact]
    public void Volume_OverTheDay_IsUShaped()
    {
        double opening = MeanVolume(1, 30);
        double noon = MeanVolume(106, 135);
        double closing = MeanVolume(208, 237);

        Assert.True(opening > 1.5 * noon && closing > 1.2 * noon, $"{opening}, {noon}, {closing}");
    }

    [Fact]
    public void Returns_OfTheStocks_ShareAMarketMove()
    {
        DayTensor day = s_days[0];
        double[] moves = [.. Enumerable.Range(1, 237).Select(t => MeanReturn(day, t))];
        double[] own = [.. Enumerable.Range(1, 237).Select(t => MeanReturn(day, t, sign: s => s % 2 == 0 ? 1 : -1))];

        // Were the stocks independent, signs would not matter to the size of the mean.
        Assert.True(moves.Sum(x => x * x) > 3 * own.Sum(x => x * x));
    }

    [Fact]
    public void LimitThatOpens_OfEveryDay_LeavesTheLimitInsideTheDayAndEndsAtIt()
    {
        foreach (DayTensor day in s_days)
        {
            int[] opened = [.. Enumerable.Range(0, day.Stocks.Count).Where(s => OpensForAWhile(day, s))];

            Assert.Equal(2, opened.Length);
        }
    }

    [Fact]
    public void Funds_OfAMarket_HaveFinerTicksAndStandInOrder()
    {
        var options = new SampleOptions { Stocks = 60, Funds = 10, Seed = 3 };

        DayTensor day = SampleMarket.Generate(options, [new(2024, 1, 2)]).Single();

        int[] funds = [.. Enumerable.Range(0, 60).Where(s => day.Stocks.Codes[s].StartsWith("51", StringComparison.Ordinal))];
        double[] prices = [.. funds.SelectMany(s => day.Row(BarField.Close, s).ToArray()).Where(double.IsFinite)];
        Assert.Equal(10, funds.Length);
        Assert.Equal(day.Stocks.Codes.Order(StringComparer.Ordinal), day.Stocks.Codes);
        Assert.All(prices, price => Assert.Equal(price, Math.Round(price, 3)));
        Assert.True(prices.Count(price => price != Math.Round(price, 2)) > prices.Length / 2, "most prices are off the ticks of a share");
        Assert.InRange(prices.Max(), 0.5, 6);
    }

    private static IEnumerable<(DayTensor Day, int S, int T)> Bars()
        => from day in s_days
           from s in Enumerable.Range(0, day.Stocks.Count)
           from t in Enumerable.Range(0, BarAxis.SlotCount)
           where !double.IsNaN(day.Row(BarField.Close, s)[t])
           select (day, s, t);

    private static int CountNumbers(ReadOnlySpan<double> row)
    {
        int count = 0;
        foreach (double x in row)
        {
            count += double.IsNaN(x) ? 0 : 1;
        }

        return count;
    }

    private static bool IsLocked(DayTensor day, int s)
        => day.Row(BarField.Low, s).ToArray().Where(x => !double.IsNaN(x)).DefaultIfEmpty(0).Min() == day.DayValue(BarField.LimitUp, s);

    private static bool OpensForAWhile(DayTensor day, int s)
    {
        double limit = day.DayValue(BarField.LimitUp, s);
        double[] lows = [.. day.Row(BarField.Low, s).ToArray().Where(x => !double.IsNaN(x))];
        int[] below = [.. Enumerable.Range(0, lows.Length).Where(i => lows[i] < limit)];
        return below.Length is > 0 and <= 50 && below[0] > 0 && lows[^1] == limit && lows[0] == limit;
    }

    private static int FirstRow(DayTensor day, int s) => Array.FindIndex(day.Row(BarField.Close, s).ToArray(), x => !double.IsNaN(x));

    private static bool HasHoles(DayTensor day, int s)
    {
        int first = FirstRow(day, s);
        return first >= 0 && CountNumbers(day.Row(BarField.Close, s)[first..BarAxis.ClosingCall.First]) < BarAxis.ClosingCall.First - first;
    }

    private static double MeanVolume(int first, int last)
        => Bars().Where(bar => bar.T >= first && bar.T <= last).Average(bar => bar.Day.Row(BarField.Volume, bar.S)[bar.T]);

    private static double MeanReturn(DayTensor day, int t, Func<int, int>? sign = null)
        => Enumerable.Range(0, day.Stocks.Count)
            .Select(s => (day.Row(BarField.Close, s)[t] / day.Row(BarField.Close, s)[t - 1] - 1) * (sign?.Invoke(s) ?? 1))
            .Where(double.IsFinite)
            .Average();
}
