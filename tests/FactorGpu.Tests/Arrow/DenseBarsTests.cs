using System;
using System.IO;
using System.Linq;
using FactorGpu.Arrow;
using FactorGpu.Bars;
using FactorGpu.Tests.Arrow.Ipc;
using Xunit;

namespace FactorGpu.Tests.Arrow;

public sealed class DenseBarsTests : IDisposable
{
    private readonly BarFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("dense.arrow")]
    [InlineData("dense.arrows")]
    public void DenseFile_ByArrowJs_IsTheTensorsOfItsBatches(string name)
    {
        using LoadedBars bars = BarFolder.Read(BarFolder.Golden("arrow/" + name));

        Assert.Equal([new DateOnly(2024, 6, 14), new DateOnly(2024, 6, 17)], bars.Days.Select(day => day.Date));
        foreach ((DayTensor day, double first) in bars.Days.Zip([10.0, 20.0]))
        {
            Assert.Equal(["600000.SH", "000001.SZ"], day.Stocks.Codes);
            Assert.Equal(AuctionBars.Open | AuctionBars.Close, day.Auctions);
            Assert.All(BarFields.Required, field => Assert.Equal(Cells(first), day.Field(field).ToArray()));
            Assert.Equal((first, first + 1), (day.DayValue(BarField.PreClose, 0), day.DayValue(BarField.PreClose, 1)));
            Assert.Equal(first + 1, day.Row(BarField.PreClose, 1)[241]);
        }
    }

    [Fact]
    public void DenseFile_OfFieldsThatAreMissing_SharesOneArrayAndLeavesVwapMissing()
    {
        using LoadedBars bars = BarFolder.Read(BarFolder.Golden("arrow/dense.arrow"));

        DayTensor day = bars.Days[0];
        Assert.True(day.Field(BarField.Vwap) == day.Field(BarField.LimitUp));
        Assert.True(day.Field(BarField.Vwap) == bars.Days[1].Field(BarField.NumTrades));
        Assert.False(day.Field(BarField.Vwap).ContainsAnyExcept(double.NaN));
        Assert.Equal(
            $"read {BarFolder.Golden("arrow/dense.arrow")}: 4 rows, 2 stocks, 2 days, as in canonical (dense layout); lacks num_trades, vwap, limit_up, limit_down", bars.Files[0].ToString());
    }

    [Fact]
    public void Doubles_WithoutNulls_StayInTheFile_OthersAreCopies()
    {
        using LoadedBars bars = BarFolder.Read(BarFolder.Golden("arrow/dense.arrow"));

        // The elements of volume are of float32.
        Assert.Equal([BarField.Open, BarField.High, BarField.Low, BarField.Close, BarField.Amount], BarFields.Required.Where(field => IsStored(bars.Days[0], field)));
    }

    [Fact]
    public void Day_WhoseFieldsStayInTheFile_CannotBeReadOnceTheBarsAreDisposedOf()
    {
        LoadedBars bars = BarFolder.Read(BarFolder.Golden("arrow/dense.arrow"));
        DayTensor day = bars.Days[0];

        bars.Dispose();

        Assert.Throws<ObjectDisposedException>(() => day.Field(BarField.Open).Length);
    }

    [Fact]
    public void Buffer_OffTheBoundaryOfADouble_IsReadAsAnyOther()
    {
        IpcColumn[] batch = Day(1);
        IpcBuilder ipc = new IpcBuilder(batch) { BodyShift = 4 }.Batch(batch);

        DayTensor day = Read(ipc.ToFile());

        Assert.True(IsStored(day, BarField.Close));
        Assert.Equal(Row(0), day.Row(BarField.Close, 0).ToArray());
    }

    [Fact]
    public void Body_Compressed_IsCopied()
    {
        IpcColumn[] batch = Day(2);
        using LoadedBars plain = BarFolder.Read(_folder.Bytes("plain.arrow", new IpcBuilder(batch).Batch(batch).ToFile()));

        using LoadedBars compressed = BarFolder.Read(_folder.Bytes("lz4.arrow", new IpcBuilder(batch) { Compression = ArrowCompression.Lz4 }.Batch(batch).ToFile()));

        TensorAssert.Same(plain, compressed);
        Assert.True(IsStored(plain.Days[0], BarField.Open));
        Assert.False(IsStored(compressed.Days[0], BarField.Open));
    }

    [Fact]
    public void Nulls_InListsOrOfLists_AreMissing()
    {
        double?[] cells = [.. Row(0).Concat(Row(1)).Select(x => (double?)x)];
        cells[5] = null;
        IpcColumn inLists = IpcColumn.Lists("high", 242, IpcColumn.Doubles("item", cells));
        IpcColumn ofLists = IpcColumn.Lists("low", 242, IpcColumn.Doubles("item", [.. Row(0).Concat(Row(1)).Select(x => (double?)x)]), true, false);
        IpcColumn[] batch = IpcBars.With(IpcBars.With(Day(2), inLists), ofLists);

        DayTensor day = Read(new IpcBuilder(batch).Batch(batch).ToStream());

        Assert.Equal((4.0, double.NaN, 6.0), (day.Row(BarField.High, 0)[4], day.Row(BarField.High, 0)[5], day.Row(BarField.High, 0)[6]));
        Assert.Equal(Row(1), day.Row(BarField.High, 1).ToArray());
        Assert.Equal(Row(0), day.Row(BarField.Low, 0).ToArray());
        Assert.False(day.Row(BarField.Low, 1).ContainsAnyExcept(double.NaN));
    }

    [Fact]
    public void Lists_OfWhichSeveralAreNull_AreMissing()
    {
        IpcColumn low = IpcColumn.Lists("low", 242, IpcColumn.Doubles("item", [.. Enumerable.Range(0, 3).SelectMany(Row).Select(x => (double?)x)]), false, true, false);
        IpcColumn[] batch = IpcBars.With(Day(3), low);

        DayTensor day = Read(new IpcBuilder(batch).Batch(batch).ToStream());

        Assert.False(day.Row(BarField.Low, 0).ContainsAnyExcept(double.NaN));
        Assert.Equal(Row(1), day.Row(BarField.Low, 1).ToArray());
        Assert.False(day.Row(BarField.Low, 2).ContainsAnyExcept(double.NaN));
    }

    [Fact]
    public void DayValues_AsNumbers_StandInAllSlots()
    {
        IpcColumn[] batch = [.. Day(2), IpcColumn.Doubles("limit_up", 11, null), IpcColumn.Integers("limit_down", true, 9, 8), IpcColumn.Nothing("pre_close", 2)];

        DayTensor day = Read(new IpcBuilder(batch).Batch(batch).ToFile());

        Assert.Equal(Enumerable.Repeat(11.0, 242), day.Row(BarField.LimitUp, 0).ToArray());
        Assert.Equal((double.NaN, 8.0, double.NaN), (day.DayValue(BarField.LimitUp, 1), day.DayValue(BarField.LimitDown, 1), day.DayValue(BarField.PreClose, 0)));
    }

    [Theory]
    [InlineData(0, AuctionBars.Close)]
    [InlineData(241, AuctionBars.Open)]
    public void Auction_WithoutACloseOfAnyStock_IsNotDelivered(int emptySlot, AuctionBars expected)
    {
        double?[] cells = [.. Row(0).Select((x, t) => (double?)(t == emptySlot ? double.NaN : x))];
        IpcColumn[] batch = IpcBars.With(Day(1), IpcColumn.Lists("close", 242, IpcColumn.Doubles("item", cells)));

        DayTensor day = Read(new IpcBuilder(batch).Batch(batch).ToFile());

        Assert.Equal(expected, day.Auctions);
    }

    [Fact]
    public void Days_WithTheSameStocks_ShareTheirList()
    {
        IpcBuilder ipc = new IpcBuilder(Day(1)).Batch(Day(2)).Batch(Day(2, dayOfMonth: 17)).Batch(Day(1, dayOfMonth: 18));

        using LoadedBars bars = BarFolder.Read(_folder.Bytes("dense.arrow", ipc.ToFile()));

        Assert.Same(bars.Days[0].Stocks, bars.Days[1].Stocks);
        Assert.Equal(["s0"], bars.Days[2].Stocks.Codes);
    }

    [Fact]
    public void DenseAndLongFiles_OfOneCall_AreReadTogether()
    {
        string dense = _folder.Bytes("dense.arrow", new IpcBuilder(Day(1)).Batch(Day(1, dayOfMonth: 13)).Batch(Day(1, dayOfMonth: 17)).ToFile());
        string rows = _folder.Csv(BarFolder.Row("a", "2024-06-14 09:30"));

        using LoadedBars bars = BarFolder.Read(dense, rows);

        Assert.Equal([13, 14, 17], bars.Days.Select(day => day.Date.Day));
        Assert.Equal([dense, rows], bars.Files.Select(file => file.Path));
    }

    [Fact]
    public void Date_OfADenseAndALongFile_IsRefusedWithBoth()
    {
        string dense = _folder.Bytes("dense.arrow", new IpcBuilder(Day(1)).Batch(Day(1)).ToFile());
        string rows = _folder.Csv(BarFolder.Row("a", "2024-06-14 09:30"));

        string message = BarFolder.Refusal(dense, rows);

        Assert.StartsWith($"2024-06-14 stands in {rows} and in {dense}, one of which is in the dense layout; ", message, StringComparison.Ordinal);
    }

    private DayTensor Read(byte[] file) => BarFolder.Read(_folder.Bytes("dense.arrow", file)).Days[0];

    /// <summary>A day of stocks s0, s1, ... with the six needed fields; slot t of stock s is 1000 s + t.</summary>
    private static IpcColumn[] Day(int stocks, int dayOfMonth = 14)
    {
        double?[] cells = [.. Enumerable.Range(0, stocks).SelectMany(Row).Select(x => (double?)x)];
        return
        [
            IpcColumn.Text("code", [.. Enumerable.Range(0, stocks).Select(s => $"s{s}")]),
            IpcColumn.Dates("date", [.. Enumerable.Repeat(new DateOnly(2024, 6, dayOfMonth), stocks)]),
            .. BarFields.Required.Select(field => IpcColumn.Lists(BarFields.Name(field), 242, IpcColumn.Doubles("item", cells))),
        ];
    }

    private static double[] Row(int s) => [.. Enumerable.Range(0, 242).Select(t => (1000.0 * s) + t)];

    /// <summary>What make.js puts into the fields of two stocks.</summary>
    private static double[] Cells(double first)
        => [.. Enumerable.Range(0, 484).Select(i => i % 7 == 6 ? double.NaN : first + (i / 242) + (i % 242 / 4.0))];

    private static bool IsStored(DayTensor day, BarField field) => StoredNumbers<double>.Holds(day.FieldMemory(field));

    [Fact]
    public void Auction_OfALaterStockAlone_IsDelivered()
    {
        string rows = _folder.Csv(BarFolder.Row("a", "2024-06-14 09:30"), BarFolder.Row("b", "2024-06-14 15:00"));
        string path = Path.Combine(_folder.Root, "dense.arrow");
        MinuteBars.Read(rows).Save(path, new BarWriteOptions { Layout = BarLayout.Dense });

        using LoadedBars bars = BarFolder.Read(path);

        Assert.Equal(AuctionBars.Close, bars.Days[0].Auctions);
    }
}
