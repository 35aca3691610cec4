using System;
using System.Linq;
using FactorGpu.Arrow;
using FactorGpu.Bars;
using Xunit;

namespace FactorGpu.Tests.Arrow;

public sealed class ConventionChoiceTests : IDisposable
{
    private readonly BarFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("09:25", BarConvention.Canonical, 0)]
    [InlineData("09:30", BarConvention.Canonical, 1)]
    [InlineData("13:00", BarConvention.Canonical, 121)]
    [InlineData("11:30", BarConvention.End240, 120)]
    public void Convention_OfADecidingStamp_IsTold(string time, BarConvention convention, int slot)
    {
        LoadedBars bars = BarFolder.Read(Stamps("a", time));

        Assert.Equal(convention, bars.Files[0].Convention);
        Assert.Equal([slot], TensorAssert.FilledSlots(bars.Days[0], BarField.Close, 0));
    }

    [Fact]
    public void Slots_OfEndStamps_StartAMinuteEarlierButForTheCloseAuction()
    {
        LoadedBars bars = BarFolder.Read(Stamps("a", "09:31", "11:30", "13:01", "14:59", "15:00"));

        Assert.Equal([1, 120, 121, 239, 241], TensorAssert.FilledSlots(bars.Days[0], BarField.Close, 0));
    }

    [Fact]
    public void Slots_OfStartStamps_AreTheCanonicalOnes()
    {
        LoadedBars bars = BarFolder.Read(Stamps("a", "09:25", "09:30", "11:29", "13:00", "14:59", "15:00"));

        Assert.Equal([0, 1, 120, 121, 240, 241], TensorAssert.FilledSlots(bars.Days[0], BarField.Close, 0));
    }

    [Theory]
    [InlineData(new[] { "09:25", "15:00" }, AuctionBars.Open | AuctionBars.Close)]
    [InlineData(new[] { "09:30", "15:00" }, AuctionBars.Close)]
    [InlineData(new[] { "09:25", "14:59" }, AuctionBars.Open)]
    [InlineData(new[] { "09:30" }, AuctionBars.None)]
    [InlineData(new[] { "11:30", "15:00" }, AuctionBars.Close)]
    [InlineData(new[] { "11:30", "14:59" }, AuctionBars.None)]
    public void Auctions_AreToldFromTheStamps(string[] times, AuctionBars expected)
    {
        LoadedBars bars = BarFolder.Read(Stamps("a", times));

        Assert.Equal(expected, bars.Days[0].Auctions);
    }

    [Fact]
    public void Padding_OfEndStamps_IsDroppedAndCounted()
    {
        string path = _folder.Csv(
            BarFolder.Row("a", "2024-06-14 11:30"),
            "a,2024-06-14 14:57,10,10,10,10,0,0",
            "a,2024-06-14 14:58,10,10,10,10,0,0",
            "a,2024-06-14 14:59,10,10,10,10,5,50",
            "a,2024-06-14 15:00,10,10,10,10,0,0",
            "b,2024-06-14 14:58,10,10,10,10,0,0");

        LoadedBars bars = BarFolder.Read(path);

        Assert.Equal([120, 237, 239, 241], TensorAssert.FilledSlots(bars.Days[0], BarField.Close, 0));
        Assert.Equal(["a", "b"], bars.Days[0].Stocks.Codes);
        Assert.Equal(2, bars.Files[0].PaddingRows);
        Assert.Equal(6, bars.Files[0].Rows);
    }

    [Fact]
    public void Padding_OfCanonicalStamps_Stays()
    {
        string path = _folder.Csv(BarFolder.Row("a", "2024-06-14 09:30"), "a,2024-06-14 14:58,10,10,10,10,0,0");

        LoadedBars bars = BarFolder.Read(path);

        Assert.Equal([1, 239], TensorAssert.FilledSlots(bars.Days[0], BarField.Close, 0));
        Assert.Equal(0, bars.Files[0].PaddingRows);
    }

    [Fact]
    public void Stamps_ThatFitBoth_AreRefusedWithTheSetAndTheOption()
    {
        string message = BarFolder.Refusal(Stamps("a", "09:31", "09:32", "11:29", "13:01", "15:00"));

        Assert.Contains("bars stamped 09:31..09:32, 11:29, 13:01, 15:00; ", message, StringComparison.Ordinal);
        Assert.Contains("Pass the convention (--preset canonical or --preset end240).", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(BarConvention.Canonical, 2)]
    [InlineData(BarConvention.End240, 1)]
    public void Stamps_ThatFitBoth_AreReadByTheConventionAskedFor(BarConvention convention, int slot)
    {
        LoadedBars bars = BarFolder.Read(convention, Stamps("a", "09:31"));

        Assert.Equal([slot], TensorAssert.FilledSlots(bars.Days[0], BarField.Close, 0));
    }

    [Fact]
    public void Stamps_ThatFitNeither_AreRefusedWithWhatEachLacks()
    {
        string message = BarFolder.Refusal(Stamps("a", "09:30", "09:31", "11:30"));

        Assert.Contains("bars stamped 09:30..09:31, 11:30; ", message, StringComparison.Ordinal);
        Assert.Contains("14:59, 15:00) do not have 11:30, ", message, StringComparison.Ordinal);
        Assert.Contains("13:01..15:00) do not have 09:30.", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("09:24")]
    [InlineData("09:26")]
    [InlineData("12:00")]
    [InlineData("15:01")]
    public void Stamp_OutsideOfBothAxes_IsRefused(string time)
    {
        string message = BarFolder.Refusal(Stamps("a", "09:31", time));

        Assert.Contains($"15:00) do not have {time}, ", message, StringComparison.Ordinal);
        Assert.Contains($"15:00) do not have {time}. ", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("01:30", "07:00", "+8 h")]
    [InlineData("01:31", "03:30", "+8 h")]
    [InlineData("17:30", "23:00", "-8 h")]
    public void Stamps_OffByEightHours_AreRefusedWithThatHint(string first, string last, string hint)
    {
        string message = BarFolder.Refusal(Stamps("a", first, last));

        Assert.Contains($"bars stamped {first}, {last}; ", message, StringComparison.Ordinal);
        Assert.Contains($"Shifted by {hint} they would fit", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Stamps_InManyRanges_AreShownInPart()
    {
        string message = BarFolder.Refusal(Stamps("a", [.. Enumerable.Range(0, 20).Select(m => $"16:{m * 2:00}")]));

        Assert.Contains("16:00, 16:02, ", message, StringComparison.Ordinal);
        Assert.Contains("16:22 and 8 more; ", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Stamp_ThatTheConventionAskedForLacks_IsRefusedWithItsRow()
    {
        string path = Stamps("a", "09:31", "09:30", "11:30");

        string message = BarFolder.Refusal(BarConvention.End240, path);

        Assert.StartsWith($"{path} line 3 is stamped 2024-06-14 09:30; the convention asked for, end240, has no bar with that stamp.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Stamps_OffByEightHoursUnderAConvention_AreRefusedWithRowAndHint()
    {
        string path = Stamps("a", "01:30", "07:00");

        string message = BarFolder.Refusal(BarConvention.Canonical, path);

        Assert.StartsWith($"{path} line 2 is stamped 2024-06-14 01:30; ", message, StringComparison.Ordinal);
        Assert.Contains("Shifted by +8 h they would fit", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Stamps_OfUtcInstants_AreShownAtTheExchange()
    {
        string path = _folder.Csv(BarFolder.Row("a", "2024-06-14 01:30:00Z"), BarFolder.Row("a", "2024-06-14 15:00:00+08:00"));

        LoadedBars bars = BarFolder.Read(path);

        Assert.Equal([1, 241], TensorAssert.FilledSlots(bars.Days[0], BarField.Close, 0));
    }

    private string Stamps(string code, params string[] times) => _folder.Csv([.. times.Select(time => BarFolder.Row(code, "2024-06-14 " + time))]);
}
