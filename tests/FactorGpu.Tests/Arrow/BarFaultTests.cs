using System;
using System.Linq;
using FactorGpu.Arrow;
using FactorGpu.Bars;
using FactorGpu.Errors;
using FactorGpu.Tests.Arrow.Ipc;
using Xunit;

namespace FactorGpu.Tests.Arrow;

/// <summary>The faults that rows can have, and what is done about each (design 10).</summary>
public sealed class BarFaultTests : IDisposable
{
    private static readonly string[] s_vnpyFields = ["open_price", "high_price", "low_price", "close_price", "volume", "turnover"];

    private readonly BarFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(DuplicateHandling.First, 10)]
    [InlineData(DuplicateHandling.Last, 12)]
    public void Rows_GivenThriceAndDifferent_KeepTheOneAskedForWhole(DuplicateHandling handling, double kept)
    {
        string path = _folder.Csv(
            BarFolder.Row("a", "2024-06-14 09:30", "10"), BarFolder.Row("a", "2024-06-14 09:30", "11"), BarFolder.Row("a", "2024-06-14 09:31", "9"), BarFolder.Row("a", "2024-06-14 09:30", "12"));

        LoadedBars bars = Read(new BarReadOptions { OnDuplicate = handling }, path);

        Assert.Equal([kept, 9], bars.Days[0].Row(BarField.Open, 0)[1..3].ToArray());
        Assert.Equal(kept, bars.Days[0].Row(BarField.Close, 0)[1]);
        Assert.Equal((0, 2), (bars.Files[0].DuplicateRows, bars.Files[0].ReplacedRows));
    }

    [Fact]
    public void Rows_GivenTwiceAndEqual_AreRefusedWhereDuplicatesAreAnError()
    {
        string path = _folder.Csv(BarFolder.Row("a", "2024-06-14 09:30"), BarFolder.Row("b", "2024-06-14 09:30"), BarFolder.Row("a", "2024-06-14 09:30"));

        string message = Refusal(new BarReadOptions { OnDuplicate = DuplicateHandling.Error }, path);

        Assert.StartsWith($"a at 2024-06-14 09:30 stands in two equal rows, {path} line 2 and {path} line 4,", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_GivenTwiceAndDifferent_NameTheFieldWhereDuplicatesAreAnError()
    {
        string path = _folder.Csv(BarFolder.Row("a", "2024-06-14 09:30", "10"), BarFolder.Row("a", "2024-06-14 09:30", "11"));

        string message = Refusal(new BarReadOptions { OnDuplicate = DuplicateHandling.Error }, path);

        Assert.Contains("open is 10 and 11", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a,2024-06-14 09:30,10,10,0,10,100,1000", 1, 0)]
    [InlineData("a,2024-06-14 09:30,10,10,-1,10,100,1000", 1, 0)]
    [InlineData("a,2024-06-14 09:30,10,10,10,10,-100,1000", 1, 0)]
    [InlineData("a,2024-06-14 09:30,10,10,10,10,100,inf", 1, 0)]
    [InlineData("a,2024-06-14 09:30,10,10,10,10,100,-Inf", 1, 0)]
    [InlineData("a,2024-06-14 09:30,10,10,10,10,100,+INF", 1, 0)]
    [InlineData("a,2024-06-14 09:30,10,10,0,10,,", 1, 0)]
    [InlineData("a,2024-06-14 09:30,10,10,10,,100,1000", 0, 1)]
    [InlineData("a,2024-06-14 09:30,10,10,10,10,0,0", 0, 0)]
    public void Bars_ThatAreNotValid_AreKeptAndCountedByReason(string row, int invalid, int incomplete)
    {
        string path = _folder.Csv(row, BarFolder.Row("a", "2024-06-14 13:00"));

        LoadedBars bars = Read(new BarReadOptions(), path);

        Assert.Equal((invalid, incomplete), (bars.Files[0].InvalidBars, bars.Files[0].IncompleteBars));
        Assert.Equal(10, bars.Days[0].Row(BarField.Open, 0)[1]);
    }

    [Fact]
    public void Bars_WithAValueThatCannotBe_AreRefusedWithTheRowWhereThatIsAnError()
    {
        string path = _folder.Csv(BarFolder.Row("a", "2024-06-14 09:30"), "a,2024-06-14 09:31,10,10,10,-3.5,100,1000");

        string message = Refusal(new BarReadOptions { OnInvalid = FaultHandling.Error }, path);

        Assert.StartsWith($"{path} line 3, 2024-06-14 09:31: close is -3.5,", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bars_ThatLackAValue_AreNoErrorWhereInvalidOnesAre()
    {
        string path = _folder.Csv(BarFolder.Row("a", "2024-06-14 09:30"), "a,2024-06-14 09:31,10,10,10,,100,1000");

        LoadedBars bars = Read(new BarReadOptions { OnInvalid = FaultHandling.Error }, path);

        Assert.Equal(1, bars.Files[0].IncompleteBars);
    }

    [Fact]
    public void Bars_ThatAreNotValid_CountInTheFileThatHasThem()
    {
        string first = _folder.Text("1.csv", BarFolder.Header, BarFolder.Row("a", "2024-06-14 09:30"));
        string twice = "b,2024-06-14 09:31,10,10,0,10,100,1000";
        string second = _folder.Text("2.csv", BarFolder.Header, twice, twice, "b,2024-06-14 13:00,0,10,10,10,100,1000");

        LoadedBars bars = Read(new BarReadOptions(), first, second);

        Assert.Equal((0, 2), (bars.Files[0].InvalidBars, bars.Files[1].InvalidBars));
    }

    [Fact]
    public void Bars_OfALaterDay_ThatAreNotValid_AreCountedAndNamed()
    {
        string path = _folder.Csv(
            BarFolder.Row("a", "2024-06-14 09:30"), BarFolder.Row("b", "2024-06-14 09:30"), BarFolder.Row("a", "2024-06-17 13:00", "-2"), BarFolder.Row("b", "2024-06-17 13:01", "-3"));

        LoadedBars bars = Read(new BarReadOptions(), path);
        string message = Refusal(new BarReadOptions { OnInvalid = FaultHandling.Error }, path);

        Assert.Equal((2, 0), (bars.Files[0].InvalidBars, bars.Files[0].IncompleteBars));
        Assert.StartsWith($"{path} line 4, 2024-06-17 13:00: open is -2,", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bars_OfManyStocks_ThatAreNotValid_AreCountedToTheLast()
    {
        string path = _folder.Csv([.. Enumerable.Range(0, 257).Select(s => BarFolder.Row($"{600000 + s}", "2024-06-14 09:30", s == 256 ? "0" : "10"))]);

        LoadedBars bars = Read(new BarReadOptions(), path);

        Assert.Equal(1, bars.Files[0].InvalidBars);
    }

    [Fact]
    public void Rows_OutsideOfTheDay_AreDroppedCountedAndTheFirstThreeNamed()
    {
        string path = _folder.Csv(
            BarFolder.Row("a", "2024-06-14 15:05"), BarFolder.Row("a", "2024-06-14 09:14"), BarFolder.Row("a", "2024-06-14 09:30"), BarFolder.Row("b", "2024-06-15 09:30"), BarFolder.Row("b", "2024-06-14 15:30"));

        LoadedBars bars = Read(new BarReadOptions(), path);

        Assert.Equal(4, bars.Files[0].OutsideRows);
        Assert.Equal([$"{path} line 2, 2024-06-14 15:05", $"{path} line 3, 2024-06-14 09:14", $"{path} line 5, 2024-06-15 09:30"], bars.Files[0].FirstOutside.AsEnumerable());
        DayTensor day = Assert.Single(bars.Days);
        Assert.Equal(["a"], day.Stocks.Codes);
        Assert.Equal((5, 1, 1), (bars.Files[0].Rows, bars.Files[0].Stocks, bars.Files[0].Days));
        Assert.Contains($"dropped 4 rows outside of the day ({path} line 2, 2024-06-14 15:05; ", bars.Files[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_OutsideOfTheDay_AreRefusedWithTheFirstWhereThatIsAnError()
    {
        string path = _folder.Csv(BarFolder.Row("a", "2024-06-14 09:30"), BarFolder.Row("a", "2024-06-14 15:05"));

        string message = Refusal(new BarReadOptions { OnOutside = FaultHandling.Error }, path);

        Assert.StartsWith($"{path} line 3 is stamped 2024-06-14 15:05, before 09:15, after 15:00 or on a weekend,", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_OfTwoStampsOfOneSlot_AreMergedAndCounted()
    {
        string path = _folder.Csv(
            "a,2024-06-14 13:00,11,13,9,12,300,3600", "a,2024-06-14 11:30,10.5,14,7,10.25,200,2200", "a,2024-06-14 11:29,10,11,8,10.5,100,1000");

        LoadedBars bars = Read(new BarReadOptions { Preset = "canonical" }, path);

        double[] merged = [.. BarFields.Required.Select(field => bars.Days[0].Row(field, 0)[120])];
        Assert.Equal([10, 14, 7, 10.25, 300, 3200], merged);
        Assert.Equal(3200.0 / 300, bars.Days[0].Row(BarField.Vwap, 0)[120]);
        Assert.Equal((1, 0), (bars.Files[0].MergedRows, bars.Files[0].DuplicateRows));
    }

    [Fact]
    public void Rows_ToBeMerged_TakeTheOpenOfTheFirstWithVolume()
    {
        string path = _folder.Csv("a,2024-06-14 13:00,11,13,9,12,300,3600", "a,2024-06-14 11:29,10,10,10,10,0,0", "a,2024-06-14 11:30,10.5,11,10.25,10.75,200,2200");

        LoadedBars bars = Read(new BarReadOptions { Preset = "canonical" }, path);

        Assert.Equal((10.5, 10.75), (bars.Days[0].Row(BarField.Open, 0)[120], bars.Days[0].Row(BarField.Close, 0)[120]));
    }

    [Fact]
    public void Rows_ToBeMerged_TakeTheFirstDayValueThatThereIs()
    {
        string path = _folder.Text(
            "bars.csv", BarFolder.Header + ",pre_close,limit_up", BarFolder.Row("a", "2024-06-14 11:29") + ",,11", BarFolder.Row("a", "2024-06-14 11:30") + ",9.5,12", BarFolder.Row("a", "2024-06-14 13:00") + ",9.5,11");

        LoadedBars bars = Read(new BarReadOptions { Preset = "canonical" }, path);

        Assert.Equal((9.5, 11), (bars.Days[0].Row(BarField.PreClose, 0)[120], bars.Days[0].Row(BarField.LimitUp, 0)[120]));
    }

    [Fact]
    public void Batches_OfTwoFilesWithTheSameRows_AreKeptOnce()
    {
        string first = _folder.Bytes("1.arrow", new IpcBuilder(IpcBars.Of(0)).Batch(IpcBars.Of(2)).Batch(IpcBars.Of(3, first: 2)).ToFile());
        string second = _folder.Bytes("2.arrow", new IpcBuilder(IpcBars.Of(0)).Batch(IpcBars.Of(4)).Batch(IpcBars.Of(1, first: 4)).ToFile());

        LoadedBars bars = Read(new BarReadOptions(), first, second);

        Assert.Equal([0, 5], bars.Files.Select(file => file.DuplicateRows));
        Assert.Equal([10, 11, 12, 13, 14], bars.Days[0].Row(BarField.Close, 0)[1..6].ToArray());
    }

    [Fact]
    public void Rows_ToBeMerged_OfWhichOneStandsTwice_MergeItOnce()
    {
        string lunch = "a,2024-06-14 11:30,10.5,14,10,10.25,200,2200";
        string first = _folder.Text("1.csv", BarFolder.Header, "a,2024-06-14 13:00,11,13,9,12,300,3600", lunch);
        string second = _folder.Text("2.csv", BarFolder.Header, lunch, "a,2024-06-14 11:29,10,11,8,10.5,100,1000", "b,2024-06-14 13:00,11,13,9,12,300,3600");

        LoadedBars bars = Read(new BarReadOptions { Preset = "canonical" }, first, second);

        Assert.Equal(300, bars.Days[0].Row(BarField.Volume, 0)[120]);
        Assert.Equal([(1, 0), (0, 1)], bars.Files.Select(file => (file.MergedRows, file.DuplicateRows)));
    }

    [Fact]
    public void Batches_OfAnArrowFile_AreOneFile()
    {
        string whole = _folder.Bytes("whole.arrow", new IpcBuilder(IpcBars.Of(0)).Batch(IpcBars.Of(6)).ToFile());
        string parts = _folder.Bytes("parts.arrow", new IpcBuilder(IpcBars.Of(0)).Batch(IpcBars.Of(2)).Batch(IpcBars.Of(1, first: 2)).Batch(IpcBars.Of(0)).Batch(IpcBars.Of(3, first: 3)).ToFile());

        LoadedBars bars = Read(new BarReadOptions(), parts);

        TensorAssert.Same(Read(new BarReadOptions(), whole), bars);
    }

    [Fact]
    public void Rows_ThatStandTwiceInDifferentBatches_AreFoundWithTheirRowsInTheFile()
    {
        IpcColumn[] other = IpcBars.With(IpcBars.Of(2, first: 3), IpcColumn.Doubles("amount", 13, 1));
        string path = _folder.Bytes("bars.arrow", new IpcBuilder(IpcBars.Of(0)).Batch(IpcBars.Of(2)).Batch(IpcBars.Of(3, first: 2)).Batch(other).ToFile());

        string message = Refusal(new BarReadOptions(), path);

        Assert.StartsWith(
            $"a at 2024-06-14 09:34 stands in two rows that differ, {path} row 4 (counted from 0) and {path} row 6 (counted from 0): amount is 14 and 1.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Volumes_InLots_AreMultipliedInEveryBatch()
    {
        string path = _folder.Bytes("bars.arrow", new IpcBuilder(IpcBars.Of(0)).Batch(IpcBars.Of(2)).Batch(IpcBars.Of(2, first: 2)).ToFile());

        LoadedBars bars = Read(new BarReadOptions { VolumeUnit = VolumeUnit.Lot }, path);

        Assert.Equal([1000, 1100, 1200, 1300], bars.Days[0].Row(BarField.Volume, 0)[1..5].ToArray());
        Assert.Equal(0.01, bars.Days[0].Row(BarField.Vwap, 0)[4]);
    }

    [Fact]
    public void Exchange_InAColumnOfItsOwn_IsPartOfTheCodeInArrow()
    {
        IpcColumn[] columns =
        [
            IpcColumn.Text("symbol", "600000", "000001", "600000"), IpcColumn.Text("exchange", "SSE", "SZSE", "SSE"), IpcBars.Stamps(3),
            .. s_vnpyFields.Select(name => IpcColumn.Doubles(name, 10, 11, 12)),
        ];

        LoadedBars bars = Read(new BarReadOptions { Preset = "vnpy", VolumeUnit = VolumeUnit.Share }, _folder.Bytes("bars.arrow", new IpcBuilder(columns).Batch(columns).ToFile()));

        Assert.Equal(["000001.SZ", "600000.SH"], bars.Days[0].Stocks.Codes);
        Assert.Equal([10, double.NaN, 12], bars.Days[0].Row(BarField.Close, 1)[1..4].ToArray());
    }

    [Fact]
    public void Exchanges_OfOneCode_AreTwoStocksInArrow()
    {
        IpcColumn[] columns =
        [
            IpcColumn.Text("symbol", "000001", "000001"), IpcColumn.Text("exchange", "SSE", "SZSE"), IpcBars.Stamps(2), .. s_vnpyFields.Select(name => IpcColumn.Doubles(name, 10, 11)),
        ];

        LoadedBars bars = Read(new BarReadOptions { Preset = "vnpy", VolumeUnit = VolumeUnit.Share }, _folder.Bytes("bars.arrow", new IpcBuilder(columns).Batch(columns).ToFile()));

        Assert.Equal(["000001.SH", "000001.SZ"], bars.Days[0].Stocks.Codes);
    }

    [Fact]
    public void Codes_ThatAreNumbers_OfWhichOneIsNull_AreRefusedWithTheRow()
    {
        IpcColumn[] columns = IpcBars.With(IpcBars.Of(3), IpcColumn.Numbers("code", 2, IpcColumn.Integer<long>(isSigned: true), [1L, 2, 3], true, false, true));
        string path = _folder.Bytes("bars.arrow", new IpcBuilder(columns).Batch(columns).ToFile());

        string message = Refusal(new BarReadOptions(), path);

        Assert.StartsWith($"{path} row 1 (counted from 0) has a null in column code;", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Stamp_ThatIsNone_InALaterBatch_IsRefusedWithItsRowInTheFile()
    {
        IpcColumn[] good = IpcBars.With(IpcBars.Of(2), IpcColumn.Text("datetime", "2024-06-14 09:30", "2024-06-14 09:31"));
        IpcColumn[] bad = IpcBars.With(IpcBars.Of(2), IpcColumn.Text("datetime", "2024-06-14 09:32", "soon"));
        string path = _folder.Bytes("bars.arrow", new IpcBuilder(good).Batch(good).Batch(bad).ToFile());

        string message = Refusal(new BarReadOptions(), path);

        Assert.StartsWith($"{path} row 3 (counted from 0) has \"soon\" in column datetime;", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bars_OfALaterDayOfADenseFile_ThatAreNotValid_AreCountedAndNamed()
    {
        string bars = _folder.Csv(
            BarFolder.Row("a", "2024-06-14 09:30"), "b,2024-06-14 15:00,10,10,10,,100,1000", BarFolder.Row("a", "2024-06-17 09:30", "-2"), BarFolder.Row("b", "2024-06-18 13:00", "-3"));
        string path = _folder.Bytes("dense.arrow", []);
        MinuteBars.Read(bars).Save(path, new BarWriteOptions { Layout = BarLayout.Dense });

        using LoadedBars read = Read(new BarReadOptions(), path);
        string message = Refusal(new BarReadOptions { OnInvalid = FaultHandling.Error }, path);

        Assert.Equal((2, 1), (read.Files[0].InvalidBars, read.Files[0].IncompleteBars));
        Assert.StartsWith($"{path} row 2 (counted from 0), 2024-06-17 09:30: open is -2,", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bars_OfADenseFile_ThatAreNotValid_AreCountedByReason()
    {
        string path = _folder.Bytes("dense.arrow", []);
        MinuteBars.Of(DayBuilder.Stock(close: [10, -1, double.NaN, 10], open: [10, 10, 10, double.NaN])).Save(path, new BarWriteOptions { Layout = BarLayout.Dense });

        using LoadedBars bars = Read(new BarReadOptions(), path);
        string message = Refusal(new BarReadOptions { OnInvalid = FaultHandling.Error }, path);

        Assert.Equal((1, 1), (bars.Files[0].InvalidBars, bars.Files[0].IncompleteBars));
        Assert.Contains("row 0 (counted from 0), ", message, StringComparison.Ordinal);
        Assert.Contains(" is -1, which no bar can have", message, StringComparison.Ordinal);
    }

    private static LoadedBars Read(BarReadOptions options, params string[] paths) => BarReader.Read(paths, options);

    private static string Refusal(BarReadOptions options, params string[] paths) => Assert.Throws<BarFormatException>(() => Read(options, paths)).Message;
}
