using System;
using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Errors;
using Xunit;

namespace FactorGpu.Tests.Bars;

public sealed class DayTensorTests
{
    private static readonly DateOnly s_date = new(2024, 1, 2);

    [Fact]
    public void Row_OfAWholeTensor_LiesAtFieldStockSlot()
    {
        var stocks = new StockList(["600000.SH", "000001.SZ", "300001.SZ"]);
        double[] values = new double[11 * 3 * 242];
        for (int n = 0; n < values.Length; n++)
        {
            values[n] = n;
        }

        var day = new DayTensor(s_date, stocks, values, AuctionBars.None);

        Assert.Equal(new TensorShape(11, 3, 242), day.Shape);
        foreach (BarField field in BarFields.All)
        {
            Assert.Equal((((int)field * 3) + 2) * 242, day.Row(field, 2)[0]);
            Assert.Equal(((((int)field * 3) + 1) * 242) + 241, day.Row(field, 1)[241]);
            Assert.Equal(3 * 242, day.Field(field).Length);
        }
    }

    [Fact]
    public void Tensor_OverTheCallersMemory_IsNoCopy()
    {
        double[] values = NaNs(stocks: 1);

        var day = new DayTensor(s_date, new StockList(["600000.SH"]), values, AuctionBars.None);

        Assert.True(day.Field(BarField.High) == values.AsSpan(242, 242));
    }

    [Fact]
    public void Tensor_OfFieldsApart_ReadsEachFromItsMemory()
    {
        double[] shared = new double[242];
        double[] close = new double[242];
        close[7] = 12.5;
        var fields = ImmutableArray.CreateRange(BarFields.All, f => new ReadOnlyMemory<double>(f == BarField.Close ? close : shared));

        var day = new DayTensor(s_date, new StockList(["600000.SH"]), fields, AuctionBars.None);

        Assert.Equal(12.5, day.Row(BarField.Close, 0)[7]);
        Assert.Equal(0, day.Row(BarField.Open, 0)[7]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5323)]
    [InlineData(5325)]
    public void Tensor_OfTheWrongLength_SaysBothLengthsAndTheShape(int length)
    {
        var stocks = new StockList(["600000.SH", "000001.SZ"]);

        var error = Assert.Throws<BarFormatException>(() => new DayTensor(s_date, stocks, new double[length], AuctionBars.None));

        Assert.Contains("11 fields x 2 stocks x 242 slots needs 5324 values", error.Message);
        Assert.Contains($"given {length}.", error.Message);
    }

    [Theory]
    [InlineData(BarField.PreClose)]
    [InlineData(BarField.LimitUp)]
    [InlineData(BarField.LimitDown)]
    public void DayValue_AlongTheSlots_IsTheFirstFinitePositiveOne(BarField field)
    {
        double[] values = NaNs(stocks: 2);
        double[] row = [double.NaN, 0, -3, double.PositiveInfinity, 9.5, 9.6];
        row.CopyTo(values, ((((int)field * 2) + 1) * 242) + 10);

        var day = new DayTensor(s_date, new StockList(["600000.SH", "000001.SZ"]), values, AuctionBars.None);

        Assert.Equal(9.5, day.DayValue(field, 1));
        Assert.True(double.IsNaN(day.DayValue(field, 0)));
    }

    [Fact]
    public void DayValue_InTheLastSlotOnly_IsFound()
    {
        double[] values = NaNs(stocks: 1);
        values[^1] = 8.1;

        var day = new DayTensor(s_date, new StockList(["600000.SH"]), values, AuctionBars.None);

        Assert.Equal(8.1, day.DayValue(BarField.LimitDown, 0));
    }

    [Fact]
    public void DayValue_OfAFieldPerMinute_Throws()
    {
        DayTensor day = OneBar.With([]);

        var error = Assert.Throws<ArgumentOutOfRangeException>(() => day.DayValue(BarField.Vwap, 0));

        Assert.Equal("field", error.ParamName);
    }

    [Theory]
    [InlineData(AuctionBars.None, false, false)]
    [InlineData(AuctionBars.Open, true, false)]
    [InlineData(AuctionBars.Close, false, true)]
    [InlineData(AuctionBars.Open | AuctionBars.Close, true, true)]
    public void Auctions_OfASource_AreTold(AuctionBars auctions, bool hasOpen, bool hasClose)
    {
        var day = new DayTensor(s_date, new StockList([]), ReadOnlyMemory<double>.Empty, auctions);

        Assert.Equal(hasOpen, day.HasOpenAuction);
        Assert.Equal(hasClose, day.HasCloseAuction);
    }

    [Fact]
    public void OfStocks_KeepsTheRowsAndTheirMeaning()
    {
        double[] values = [.. Enumerable.Range(0, 11 * 3 * 242).Select(i => 1.0 + i)];
        var day = new DayTensor(s_date, new StockList(["000001.SZ", "000002.SZ", "600000.SH"]), values, AuctionBars.Close);

        DayTensor part = day.OfStocks(first: 1, count: 2);

        Assert.Equal((day.Date, day.Auctions), (part.Date, part.Auctions));
        Assert.Equal(["000002.SZ", "600000.SH"], part.Stocks.Codes);
        Assert.All(BarFields.All, field => Assert.Equal(day.Row(field, 2), part.Row(field, 1)));
        Assert.Equal(day.DayValue(BarField.LimitUp, 1), part.DayValue(BarField.LimitUp, 0));
        Assert.Equal(day.ValidBars(2, BarRequirements.Vwap), part.ValidBars(1, BarRequirements.Vwap));
    }

    [Fact]
    public void ValidBarsAndDayValues_AreDecidedWhenFirstAskedAndThenKept()
    {
        double[] values = NaNs(stocks: 1);
        var day = new DayTensor(s_date, new StockList(["600000.SH"]), values, AuctionBars.None);
        values.AsSpan(0, 11 * 242).Fill(10);

        int before = day.ValidBars(0, BarRequirements.Vwap).Count;
        double preClose = day.DayValue(BarField.PreClose, 0);
        values.AsSpan().Fill(double.NaN);

        Assert.Equal((242, 10.0), (before, preClose));
        Assert.Equal((242, 10.0), (day.ValidBars(0, BarRequirements.Vwap).Count, day.DayValue(BarField.PreClose, 0)));
        Assert.Equal(double.NaN, day.DayValue(BarField.LimitUp, 0));
    }

    [Fact]
    public void ValidBars_AskedByManyThreads_AreThoseOfOne()
    {
        double[] values = NaNs(stocks: 50);
        for (int at = 0; at < values.Length; at++)
        {
            values[at] = at % 50 * 242 % 11 == 3 ? double.NaN : 10;
        }

        StockList stocks = new([.. Enumerable.Range(0, 50).Select(s => $"s{s}")]);
        var alone = new DayTensor(s_date, stocks, values, AuctionBars.None);
        SlotMask[] expected = [.. Enumerable.Range(0, 50).Select(s => alone.ValidBars(s, BarRequirements.NumTrades))];
        var shared = new DayTensor(s_date, stocks, values, AuctionBars.None);

        SlotMask[] actual = [.. Enumerable.Range(0, 5000).AsParallel().AsOrdered().Select(i => shared.ValidBars(i % 50, BarRequirements.NumTrades))];

        Assert.Equal(Enumerable.Range(0, 5000).Select(i => expected[i % 50]), actual);
    }

    private static double[] NaNs(int stocks)
    {
        double[] values = new double[11 * stocks * 242];
        Array.Fill(values, double.NaN);
        return values;
    }
}
