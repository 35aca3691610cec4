using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using FactorGpu.Arrow;
using FactorGpu.Bars;
using Xunit;

namespace FactorGpu.Tests.Arrow;

public sealed class GoldenBarsTests
{
    [Fact]
    public void RealBars_AsCsvAndAsArrow_AreTheSameTensors()
    {
        LoadedBars csv = BarFolder.Read(BarFolder.Golden("real/bars.csv"));

        LoadedBars arrow = BarFolder.Read(BarFolder.Golden("real/bars_uncompressed.arrow"));

        TensorAssert.Same(csv, arrow);
    }

    [Theory]
    [InlineData("real/bars.csv")]
    [InlineData("real/bars_uncompressed.arrow")]
    public void RealBars_AreTwoDaysOfTwoStocksStampedAtTheEnd(string name)
    {
        LoadedBars bars = BarFolder.Read(BarFolder.Golden(name));

        BarFileReport report = Assert.Single(bars.Files);
        Assert.Equal((960, 2, 2, "end240", 0), (report.Rows, report.Stocks, report.Days, report.Reading.Preset, report.DuplicateRows));
        Assert.Equal([BarField.NumTrades, BarField.Vwap, BarField.LimitUp, BarField.LimitDown], report.LackingFields);
        Assert.Equal(["2024-06-14", "2024-06-17"], bars.Days.Select(day => day.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        Assert.True(bars.Days.All(day => day.Stocks.Codes.SequenceEqual(["000001.SZ", "600000.SH"]) && day.Auctions == AuctionBars.Close));
    }

    [Fact]
    public void RealBars_DropTheClosingCallMinutesWithoutVolume()
    {
        int emptyRows = File.ReadLines(BarFolder.Golden("real/bars.csv")).Count(IsEmptyClosingRow);

        LoadedBars bars = BarFolder.Read(BarFolder.Golden("real/bars.csv"));

        Assert.Equal(emptyRows, bars.Files[0].PaddingRows);
        Assert.True(emptyRows > 0);
    }

    [Fact]
    public void RealBars_OfTheFirstMinute_StandInSlotOne()
    {
        DayTensor day = BarFolder.Read(BarFolder.Golden("real/bars.csv")).Days[0];

        double[] bar = [.. BarFields.All.Select(field => day.Row(field, 0)[1])];

        Assert.Equal([10.15, 10.16, 10.05, 10.09, 16067400, 162306096, double.NaN, 162306096.0 / 16067400, 10.15, double.NaN, double.NaN], bar);
        Assert.Equal(double.NaN, day.Row(BarField.Open, 0)[BarAxis.OpenAuctionSlot]);
    }

    [Theory]
    [InlineData("synthetic")]
    [InlineData("hard")]
    public void GoldenDays_AsLongCsv_ReadBackToTheSameTensor(string name)
    {
        DayTensor golden = GoldenDay.Read(name).Day;
        using var folder = new BarFolder();

        DayTensor read = Assert.Single(BarFolder.Read(folder.Bytes("golden.csv", Encoding.UTF8.GetBytes(LongCsv(golden)))).Days);

        Assert.True(read is { HasOpenAuction: true, HasCloseAuction: true });
        Assert.Equal(golden.Stocks.Codes.Order(StringComparer.Ordinal), read.Stocks.Codes);
        foreach (string code in golden.Stocks.Codes)
        {
            Assert.All(BarFields.All, field => Assert.True(
                golden.Row(field, golden.Stocks.IndexOf(code)).SequenceEqual(read.Row(field, read.Stocks.IndexOf(code))), $"{field} of {code}"));
        }
    }

    /// <summary>Every slot of every stock, last slot first, infinities as pandas writes them.</summary>
    private static string LongCsv(DayTensor day)
    {
        var text = new StringBuilder("code,datetime,").AppendJoin(',', BarFields.All.Select(BarFields.Name)).Append('\n');
        for (int t = BarAxis.SlotCount - 1; t >= 0; t--)
        {
            for (int s = 0; s < day.Stocks.Count; s++)
            {
                text.Append(CultureInfo.InvariantCulture, $"{day.Stocks.Codes[s]},{day.Date:yyyy-MM-dd} {BarAxis.StartOf(t):HH:mm:ss},");
                text.AppendJoin(',', BarFields.All.Select(field => Cell(day.Row(field, s)[t]))).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Cell(double x) => x switch
    {
        double.NaN => "",
        double.PositiveInfinity => "inf",
        double.NegativeInfinity => "-inf",
        _ => x.ToString("R", CultureInfo.InvariantCulture),
    };

    private static bool IsEmptyClosingRow(string line)
    {
        string[] cells = line.Split(',');
        string time = cells[1].Split(' ')[^1];
        return cells[6] == "0" && (time.StartsWith("14:58", StringComparison.Ordinal) || time.StartsWith("14:59", StringComparison.Ordinal));
    }
}
