using System;
using System.Linq;
using FactorGpu.Bars;
using Xunit;

namespace FactorGpu.Tests.Bars;

public sealed class TickScaleTests
{
    private const int MostTicks = 1 << 24;

    [Theory]
    [InlineData(0.01, 10.00, 10.01, 9.99)]
    [InlineData(0.01, 0.01, 167772.16, 1.0)]
    [InlineData(0.001, 1.234, 1.2, 1.0)]
    [InlineData(0.001, 0.001, 16777.216, 16777.215)]
    [InlineData(1.0, 10.0005, 10.0, 10.0)]
    [InlineData(1.0, 10.0, 10.0, 10.123456)]
    [InlineData(1.0, 167772.17, 1.0, 1.0)]
    [InlineData(1.0, 1e-300, 1.0, 1.0)]
    public void Of_Prices_IsTheLargestTickThatAllLieOn(double expected, params double[] close)
        => Assert.Equal(expected, TickScale.Of(DayBuilder.Stock(close), 0));

    [Theory]
    [InlineData(100, 0.01)]
    [InlineData(1000, 0.001)]
    public void Of_PricesThatCameThroughFloat32_IsTheirTick(int perCny, double expected)
    {
        double[] close = [.. Enumerable.Range(0, 242).Select(t => (double)(float)((7919.0 + (t * 68891.0)) / perCny))];
        close[0] = (double)(float)(1.0 / perCny);

        Assert.Equal(expected, TickScale.Of(DayBuilder.Stock(close), 0));
    }

    [Theory]
    [InlineData(BarField.Open, 1)]
    [InlineData(BarField.High, 1)]
    [InlineData(BarField.Low, 1)]
    [InlineData(BarField.Close, 1)]
    [InlineData(BarField.PreClose, 1)]
    [InlineData(BarField.LimitUp, 1)]
    [InlineData(BarField.LimitDown, 1)]
    [InlineData(BarField.Volume, 0.01)]
    [InlineData(BarField.Amount, 0.01)]
    [InlineData(BarField.Vwap, 0.01)]
    [InlineData(BarField.NumTrades, 0.01)]
    public void Of_AFieldOffTheTick_CountsWhereItIsAPriceOfOrders(BarField field, double expected)
        => Assert.Equal(expected, TickScale.Of(OneBar.With(field, 10.00012), 0));

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(239)]
    [InlineData(240)]
    [InlineData(241)]
    public void Of_OnePriceOffTheTick_AtAnySlot_IsNone(int slot)
    {
        double[] close = [.. Enumerable.Repeat(10.0, 242)];
        close[slot] = 10.00012;

        Assert.Equal(TickScale.None, TickScale.Of(DayBuilder.Stock(close), 0));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(0.0)]
    [InlineData(-0.12345)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Of_WhatIsNoPrice_DecidesNothing(double value)
    {
        double[] low = [.. Enumerable.Repeat(1.234, 242)];
        low[3] = value;
        low[241] = value;

        Assert.Equal(0.001, TickScale.Of(DayBuilder.Stock(close: [.. Enumerable.Repeat(1.234, 242)], low: low, preClose: value), 0));
    }

    [Fact]
    public void Of_AStockWithoutAnyPrice_IsTheLargestTick()
        => Assert.Equal(0.01, TickScale.Of(DayBuilder.Stock([double.NaN]), 0));

    [Theory]
    [InlineData(100, 0.01)]
    [InlineData(1000, 0.001)]
    public void Ticks_OfEveryPriceUpToTheLargestCount_ComeBackToItsBits(int perCny, double tick)
    {
        // A step without a factor in common with anything here meets all remainders; the ends are added.
        int[] counts = [.. Enumerable.Range(0, MostTicks / 61).Select(i => 1 + (i * 61)), MostTicks - 1, MostTicks];
        double[] cny = [.. counts.Select(count => (double)count / perCny)];
        float[] ticks = new float[cny.Length];
        double[] back = new double[cny.Length];

        TickScale.ToTicks(cny, tick, ticks);
        TickScale.ToCny(ticks, tick, back);

        Assert.True(counts.Select(count => (float)count).SequenceEqual(ticks));
        Assert.True(cny.AsSpan().SequenceEqual(back));
        Assert.All([0, 1, ticks.Length - 1], i => Assert.Equal(cny[i], TickScale.ToCny(ticks[i], tick)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(242)]
    public void Rows_OfAnyLength_AreTakenToTheLastValue(int length)
    {
        double[] cny = [.. Enumerable.Range(0, length).Select(i => i % 5 == 4 ? double.NaN : (1000 + i) / 100.0)];
        float[] ticks = new float[length];
        double[] back = new double[length];

        TickScale.ToTicks(cny, 0.01, ticks);
        TickScale.ToCny(ticks, 0.01, back);

        Assert.Equal(Enumerable.Range(0, length).Select(i => i % 5 == 4 ? float.NaN : 1000 + i), ticks);
        Assert.Equal(cny, back);
    }

    [Fact]
    public void ToTicks_OfTheTickNone_IsThePriceInFloat32()
    {
        double[] cny = [.. Enumerable.Repeat(10.12345, 17), 1e300, -1];
        float[] ticks = new float[cny.Length];

        TickScale.ToTicks(cny, TickScale.None, ticks);

        Assert.Equal([.. Enumerable.Repeat(10.12345f, 17), float.PositiveInfinity, -1], ticks);
    }

    [Theory]
    [InlineData(0.25, 4.0, 1.0)]
    [InlineData(0.3, 2.0, 0.6)]
    [InlineData(5, 3.0, 15.0)]
    [InlineData(1e12, 2.0, 2e12)]
    [InlineData(1e-12, 3.0, 3e-12)]
    public void Ticks_OfAnySize_ComeBackToThePrice(double tick, float count, double cny)
    {
        float[] ticks = [.. Enumerable.Repeat(count, 17)];
        double[] actual = new double[17];
        float[] again = new float[17];

        TickScale.ToCny(ticks, tick, actual);
        TickScale.ToTicks(actual, tick, again);

        Assert.All(actual, x => Assert.Equal(cny, x, tolerance: cny * 1e-15));
        Assert.Equal(actual[0], TickScale.ToCny(count, tick));
        Assert.Equal(ticks, again);
    }
}
