using System;
using System.IO;
using System.Linq;
using FactorGpu.Arrow;
using FactorGpu.Bars;
using Xunit;

namespace FactorGpu.Tests.Arrow;

public sealed class BarPivotTests : IDisposable
{
    private readonly BarFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Days_OfUnorderedRows_AreSortedByDateAndStocksByCode()
    {
        string path = _folder.Csv(
            BarFolder.Row("b", "2024-06-17 09:30", "3"), BarFolder.Row("B", "2024-06-14 09:30", "1"), BarFolder.Row("a", "2024-06-17 09:30", "2"));

        LoadedBars bars = BarFolder.Read(path);

        Assert.Equal([new DateOnly(2024, 6, 14), new DateOnly(2024, 6, 17)], bars.Days.Select(day => day.Date));
        Assert.Equal(["B"], bars.Days[0].Stocks.Codes);
        Assert.Equal(["a", "b"], bars.Days[1].Stocks.Codes);
        Assert.Equal([2, 3], Enumerable.Range(0, 2).Select(s => bars.Days[1].Row(BarField.Close, s)[1]));
    }

    [Fact]
    public void Rows_Shuffled_GiveTheSameTensors()
    {
        string[] lines = File.ReadAllLines(BarFolder.Golden("real/bars.csv"));
        string[] rows = lines[1..];
        new Random(20240614).Shuffle(rows);

        LoadedBars shuffled = BarFolder.Read(_folder.Text("shuffled.csv", [lines[0], .. rows]));

        TensorAssert.Same(BarFolder.Read(BarFolder.Golden("real/bars.csv")), shuffled);
    }

    [Fact]
    public void Files_OfOneDay_AreOneTensor()
    {
        string first = _folder.Text("1.csv", BarFolder.Header, BarFolder.Row("b", "2024-06-14 09:30", "1"));
        string second = _folder.Text("2.csv", BarFolder.Header + ",limit_up", BarFolder.Row("a", "2024-06-14 15:00", "2") + ",11", BarFolder.Row("b", "2024-06-14 13:00", "3") + ",12");

        LoadedBars bars = BarFolder.Read(first, second);

        DayTensor day = Assert.Single(bars.Days);
        Assert.Equal(["a", "b"], day.Stocks.Codes);
        Assert.Equal([1, 121], TensorAssert.FilledSlots(day, BarField.Close, 1));
        Assert.Equal([121], TensorAssert.FilledSlots(day, BarField.LimitUp, 1));
        Assert.Equal(AuctionBars.Close, day.Auctions);
        Assert.Equal([1, 2], bars.Files.Select(file => file.Rows));
    }

    [Fact]
    public void Auctions_OfFilesOfOneDay_AreThoseOfAny()
    {
        string first = _folder.Text("1.csv", BarFolder.Header, BarFolder.Row("a", "2024-06-14 15:00"));
        string second = _folder.Text("2.csv", BarFolder.Header, BarFolder.Row("a", "2024-06-14 09:25"));
        string third = _folder.Text("3.csv", BarFolder.Header, BarFolder.Row("a", "2024-06-14 09:30"));

        LoadedBars bars = BarFolder.Read(first, second, third);

        Assert.Equal(AuctionBars.Open | AuctionBars.Close, bars.Days[0].Auctions);
    }

    [Fact]
    public void Report_CountsRowsStocksAndDaysOfEachFile()
    {
        string path = _folder.Csv(BarFolder.Row("a", "2024-06-14 09:30"), BarFolder.Row("b", "2024-06-14 09:30"), BarFolder.Row("a", "2024-06-17 09:30"));

        BarFileReport report = BarFolder.Read(path).Files[0];

        Assert.Equal((path, 3, 2, 2, 0, 0), (report.Path, report.Rows, report.Stocks, report.Days, report.DuplicateRows, report.PaddingRows));
    }

    [Fact]
    public void Rows_GivenTwiceAndEqual_AreKeptOnceAndCountedInTheLaterFile()
    {
        string row = "a,2024-06-14 09:30,10,10,10,,100,1000";
        string first = _folder.Text("1.csv", BarFolder.Header, row, row);
        string second = _folder.Text("2.csv", BarFolder.Header, row);

        LoadedBars bars = BarFolder.Read(first, second);

        Assert.Equal([1, 1], bars.Files.Select(file => file.DuplicateRows));
        Assert.Equal([1], TensorAssert.FilledSlots(bars.Days[0], BarField.Open, 0));
    }

    [Fact]
    public void Rows_GivenTwiceAndDifferent_AreRefusedWithBothPlaces()
    {
        string path = _folder.Csv(
            BarFolder.Row("b", "2024-06-14 09:30"), BarFolder.Row("a", "2024-06-14 09:30", "10"), BarFolder.Row("a", "2024-06-14 09:31", "10"), BarFolder.Row("a", "2024-06-14 09:30", "10.5"));

        string message = BarFolder.Refusal(path);

        Assert.StartsWith($"a at 2024-06-14 09:30 stands in two rows that differ, {path} line 3 and {path} line 5: open is 10 and 10.5.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_ThatDifferAcrossFiles_AreRefusedWithBothFiles()
    {
        string first = _folder.Text("1.csv", BarFolder.Header, BarFolder.Row("a", "2024-06-14 09:30"));
        string second = _folder.Text("2.csv", BarFolder.Header + ",num_trades", BarFolder.Row("a", "2024-06-14 09:30") + ",5");

        string message = BarFolder.Refusal(first, second);

        Assert.Contains($"{first} line 2 and {second} line 2: num_trades is NaN and 5.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_OfPaddingAndABar_AreNoDuplicates()
    {
        string path = _folder.Csv(
            BarFolder.Row("a", "2024-06-14 11:30"), "a,2024-06-14 14:58,10,10,10,10,0,0", "a,2024-06-14 14:58,10,10,10,10,5,50", "a,2024-06-14 14:58,10,10,10,10,0,0");

        LoadedBars bars = BarFolder.Read(path);

        Assert.Equal(5, bars.Days[0].Row(BarField.Volume, 0)[238]);
        Assert.Equal((0, 2), (bars.Files[0].DuplicateRows, bars.Files[0].PaddingRows));
    }

    [Fact]
    public void Fields_ThatNoFileHas_ShareOneMemory()
    {
        DayTensor day = BarFolder.Read(_folder.Csv(BarFolder.Row("a", "2024-06-14 09:30"))).Days[0];

        bool isShared = day.Field(BarField.LimitUp) == day.Field(BarField.NumTrades);

        Assert.True(isShared);
    }

    [Fact]
    public void Paths_None_GiveNoDays()
    {
        LoadedBars bars = BarFolder.Read();

        Assert.Empty(bars.Days);
        Assert.Empty(bars.Files);
    }
}
