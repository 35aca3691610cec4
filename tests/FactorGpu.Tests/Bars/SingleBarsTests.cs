using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using FactorGpu.Bars;
using Xunit;

namespace FactorGpu.Tests.Bars;

/// <summary>A day in float64 and in float32, each made of the other.</summary>
public sealed class SingleBarsTests
{
    [Fact]
    public void Single_OfADayInDouble_HasPricesInTicksAndTheRestInItsUnit()
    {
        DayTensor day = OneBar.With([]);

        SingleBars single = day.Single;

        Assert.Equal([0.01], single.Ticks.ToArray());
        Assert.Equal([0.01], day.Ticks.ToArray());
        float[] expected = [1000, 1010, 990, 1005, 200, 2010, 3, 10.05f, 1000, 1100, 900];
        Assert.Equal(expected, BarFields.All.Select(field => single.Row(field, 0)[OneBar.Slot]));
        Assert.All(BarFields.All, field => Assert.Equal(241, single.Row(field, 0).ToArray().Count(float.IsNaN)));
    }

    [Fact]
    public void Single_OfASampleMarketWithFunds_WidensToTheBitsOfItsPrices()
    {
        DayTensor day = Market(stocks: 300, funds: 60);

        DayTensor back = Narrowed(day);

        double[] expected = [.. Enumerable.Range(0, 300).Select(s => day.Stocks.Codes[s][0] == '5' && day.ValidBars(s, BarRequirements.None).Count > 0 ? 0.001 : 0.01)];
        Assert.InRange(expected.Count(tick => tick == 0.001), 50, 60);
        Assert.Equal(expected, day.Ticks.ToArray());
        Assert.All(BarFields.All.Where(BarFields.IsOnTicks), field => Assert.True(day.Field(field).SequenceEqual(back.Field(field)), $"{field}"));
        Assert.All(BarFields.All, field => AssertAsFloat(day.Field(field), back.Field(field)));
    }

    [Fact]
    public void DayInSingle_HasTheBarsAndDayValuesOfTheDayInDouble()
    {
        DayTensor day = Market(stocks: 120, funds: 20);

        DayTensor single = Narrowed(day);

        Assert.True(single.IsSingle);
        for (int s = 0; s < day.Shape.S; s++)
        {
            Assert.Equal(day.ValidBars(s, BarRequirements.NumTrades | BarRequirements.Vwap), single.ValidBars(s, BarRequirements.NumTrades | BarRequirements.Vwap));
            Assert.Equal(day.DayValue(BarField.LimitUp, s), single.DayValue(BarField.LimitUp, s));
            Assert.Equal(day.DayValue(BarField.PreClose, s), single.DayValue(BarField.PreClose, s));
        }
    }

    [Theory]
    [InlineData(BarField.Close, double.NaN)]
    [InlineData(BarField.Close, 0)]
    [InlineData(BarField.Low, -1)]
    [InlineData(BarField.High, double.PositiveInfinity)]
    [InlineData(BarField.Volume, -1)]
    [InlineData(BarField.Amount, double.NaN)]
    public void DayInSingle_WithAValueThatCannotBe_HasNoValidBarThere(BarField field, double value)
    {
        DayTensor day = OneBar.With(field, value);

        DayTensor single = Narrowed(day);

        Assert.Equal(0, single.ValidBars(0, BarRequirements.None).Count);
        Assert.Equal(value, single.Row(field, 0)[OneBar.Slot]);
        Assert.Equal(value, single.Cell(field, 0, OneBar.Slot));
    }

    [Fact]
    public void Cell_OfADayInEitherForm_IsTheValue()
    {
        DayTensor day = Market(stocks: 3, funds: 1);
        DayTensor single = Narrowed(day);

        foreach (BarField field in BarFields.All)
        {
            Assert.Equal(day.Row(field, 1).ToArray(), Enumerable.Range(0, 242).Select(t => day.Cell(field, 1, t)));
            Assert.Equal(single.Row(field, 1).ToArray(), Enumerable.Range(0, 242).Select(t => single.Cell(field, 1, t)));
        }
    }

    [Fact]
    public void OfStocks_OfADayInSingle_StaysInSingle_WithItsTicks()
    {
        DayTensor single = Narrowed(Market(stocks: 10, funds: 4));

        DayTensor part = single.OfStocks(first: 5, count: 3);

        Assert.True(part.IsSingle);
        Assert.Equal(single.Ticks.Slice(5, 3).ToArray(), part.Ticks.ToArray());
        Assert.Equal(single.Stocks.Codes.Slice(5, 3).AsEnumerable(), part.Stocks.Codes);
        Assert.All(BarFields.All, field => Assert.Equal(single.Row(field, 6).ToArray(), part.Row(field, 1).ToArray()));
        Assert.True(part.Single.Row(BarField.Close, 0) == single.Single.Row(BarField.Close, 5));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Forms_AskedByManyThreads_AreMadeOnce(bool isSingle)
    {
        DayTensor day = Market(stocks: 300, funds: 30);
        day = isSingle ? Narrowed(day) : day;
        var starting = new Barrier(4);
        var seen = new (ReadOnlyMemory<float> Single, ReadOnlyMemory<double> Double)[4];
        Thread[] threads = [.. Enumerable.Range(0, 4).Select(i => new Thread(() =>
        {
            starting.SignalAndWait();
            seen[i] = (day.Single.Field(BarField.High), day.FieldMemory(BarField.High));
        }))];

        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());

        Assert.All(seen, pair => Assert.True(pair.Single.Equals(seen[0].Single) && pair.Double.Equals(seen[0].Double)));
        starting.Dispose();
    }

    [Fact]
    public void Field_ThatIsNotAskedFor_IsNotMade()
    {
        var asked = new List<BarField>();
        var single = new SingleBars([0.01], field =>
        {
            asked.Add(field);
            return new float[242];
        });

        single.Field(BarField.Low);
        single.Row(BarField.Low, 0);
        single.Cell(BarField.Close, 0, 1);

        Assert.Equal([BarField.Low, BarField.Close], asked);
    }

    private static DayTensor Market(int stocks, int funds)
        => SampleMarket.Generate(new SampleOptions { Stocks = stocks, Funds = funds, Seed = 11 }, [new DateOnly(2024, 1, 2)]).Single();

    private static DayTensor Narrowed(DayTensor day) => new(day.Date, day.Stocks, day.Single, day.Auctions);

    private static void AssertAsFloat(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal((float)expected[i], (float)actual[i]);
        }
    }
}
