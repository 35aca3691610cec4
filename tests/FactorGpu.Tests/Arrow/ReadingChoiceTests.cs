using System;
using System.Linq;
using FactorGpu.Arrow;
using FactorGpu.Bars;
using FactorGpu.Tests.Arrow.Ipc;
using Xunit;

namespace FactorGpu.Tests.Arrow;

public sealed class ReadingChoiceTests : IDisposable
{
    private readonly BarFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("09:25", "canonical", 0)]
    [InlineData("09:30", "canonical", 1)]
    [InlineData("13:00", "canonical", 121)]
    [InlineData("11:30", "end240", 120)]
    [InlineData("15:00", "canonical", 241)]
    public void Preset_OfADecidingStamp_IsTold(string time, string preset, int slot)
    {
        LoadedBars bars = BarFolder.Read(Stamps("a", time));

        Assert.Equal(preset, bars.Files[0].Reading.Preset);
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
    [InlineData(new[] { "09:30", "11:30" }, AuctionBars.Open)]
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
    public void Padding_WithAVolumeThatCannotBe_StaysAsAnInvalidBar()
    {
        string path = _folder.Csv(BarFolder.Row("a", "2024-06-14 11:30"), "a,2024-06-14 14:59,10,10,10,10,-5,0");

        LoadedBars bars = BarFolder.Read(path);

        Assert.Equal([120, 239], TensorAssert.FilledSlots(bars.Days[0], BarField.Close, 0));
        Assert.Equal((0, 1), (bars.Files[0].PaddingRows, bars.Files[0].InvalidBars));
    }

    [Fact]
    public void Auctions_OfRowsOutsideOfTheDay_AreNone()
    {
        string path = _folder.Csv(BarFolder.Row("a", "2024-06-14 09:30"), BarFolder.Row("a", "2024-06-15 09:25"), BarFolder.Row("a", "2024-06-15 15:00"));

        LoadedBars bars = BarFolder.Read(path);

        Assert.Equal(AuctionBars.None, bars.Days[0].Auctions);
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
        Assert.Contains("Pass the preset (--preset canonical or --preset end240).", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("canonical", 2)]
    [InlineData("end240", 1)]
    [InlineData("end241", 1)]
    public void Stamps_ThatFitBoth_AreReadByThePresetAskedFor(string preset, int slot)
    {
        LoadedBars bars = BarFolder.Read(new BarReadOptions { Preset = preset }, Stamps("a", "09:31"));

        Assert.Equal([slot], TensorAssert.FilledSlots(bars.Days[0], BarField.Close, 0));
    }

    [Theory]
    [InlineData(null, new[] { "09:25", "11:29", "11:30", "13:00" }, "canonical", 120, "11:30 is a stamp of another layout and belongs to the minute before")]
    [InlineData(null, new[] { "09:31", "11:30", "13:00", "13:01", "14:00", "14:01" }, "end240", 121, "13:00 is a stamp of another layout and belongs to the minute after")]
    [InlineData("canonical", new[] { "11:29", "11:30", "13:00" }, "canonical", 120, "11:30 is a stamp of another layout and belongs to the minute before")]
    public void Stamp_OfAnotherLayoutBesideTheLunchBreak_IsMerged(string? asked, string[] times, string preset, int slot, string evidence)
    {
        string path = _folder.Csv([.. times.Select(time => $"a,2024-06-14 {time},10,10,10,10,{(time == "13:00" && preset == "end240" ? 1 : 100)},1000")]);

        LoadedBars bars = BarFolder.Read(new BarReadOptions { Preset = asked, VolumeUnit = VolumeUnit.Share }, path);

        Assert.Equal((preset, 1), (bars.Files[0].Reading.Preset, bars.Files[0].MergedRows));
        Assert.Contains(evidence, bars.Files[0].Reading.Evidence);
        Assert.Contains(slot, TensorAssert.FilledSlots(bars.Days[0], BarField.Close, 0));
    }

    [Theory]
    [InlineData("canonical", "canonical", "as the file says")]
    [InlineData("end240", "end240", "as the file says")]
    [InlineData("of a later version", null, null)]
    public void Preset_ThatAnArrowFileNames_IsTaken(string named, string? preset, string? evidence)
    {
        IpcColumn[] rows = IpcBars.Of(2, first: 1);
        string path = _folder.Bytes("bars.arrow", new IpcBuilder(rows).Batch(rows).Metadata("factorgpu.preset", named).ToFile());

        if (preset is null)
        {
            Assert.Contains("Pass the preset", BarFolder.Refusal(path), StringComparison.Ordinal);
            return;
        }

        LoadedBars bars = BarFolder.Read(path);
        Assert.Equal(preset, bars.Files[0].Reading.Preset);
        Assert.Equal(evidence, bars.Files[0].Reading.Evidence[0]);
    }

    [Fact]
    public void Preset_AskedFor_GoesBeforeThatOfTheFile()
    {
        IpcColumn[] rows = IpcBars.Of(2, first: 1);
        string path = _folder.Bytes("bars.arrow", new IpcBuilder(rows).Batch(rows).Metadata("factorgpu.preset", "canonical").ToFile());

        LoadedBars bars = BarFolder.Read(new BarReadOptions { Preset = "end240" }, path);

        Assert.Equal([1, 2], TensorAssert.FilledSlots(bars.Days[0], BarField.Close, 0));
    }

    [Fact]
    public void Stamps_ThatFitNoPreset_AreRefusedWithWhatEachLacks()
    {
        string message = BarFolder.Refusal(Stamps("a", "09:25", "09:31", "11:31"));

        Assert.Contains("bars stamped 09:25, 09:31, 11:31; ", message, StringComparison.Ordinal);
        Assert.Contains("canonical bars (09:25, 09:30..11:29, 13:00..15:00) do not have 11:31, ", message, StringComparison.Ordinal);
        Assert.Contains("end240 bars (09:31..11:30, 13:01..15:00) do not have 09:25, 11:31, ", message, StringComparison.Ordinal);
        Assert.Contains("end241 bars (09:30..11:30, 13:01..15:00) do not have 09:25, 11:31", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("09:24")]
    [InlineData("09:26")]
    [InlineData("12:00")]
    public void Stamp_InTheDayButOnNoAxis_IsRefused(string time)
    {
        string message = BarFolder.Refusal(Stamps("a", "09:31", time));

        Assert.Contains($"13:00..15:00) do not have {time}, ", message, StringComparison.Ordinal);
        Assert.Contains($"13:01..15:00) do not have {time}, ", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2024-06-14 09:14")]
    [InlineData("2024-06-14 15:01")]
    [InlineData("2024-06-14 15:30")]
    [InlineData("2024-06-15 12:00")]
    [InlineData("2024-06-16 09:30")]
    public void Stamp_OutsideOfTheDay_SaysNothingOfThePreset_AndFillsNoSlot(string stamp)
    {
        string path = _folder.Csv(BarFolder.Row("a", "2024-06-14 11:30"), BarFolder.Row("a", stamp));

        LoadedBars bars = BarFolder.Read(path);

        Assert.Equal("end240", bars.Files[0].Reading.Preset);
        Assert.Equal([120], bars.Days.SelectMany(day => TensorAssert.FilledSlots(day, BarField.Close, 0)));
    }

    [Fact]
    public void Stamps_AllOutsideOfTheDay_AreRefused()
    {
        string message = BarFolder.Refusal(_folder.Csv(BarFolder.Row("a", "2024-06-15 09:30"), BarFolder.Row("a", "2024-06-16 13:00")));

        Assert.Contains("bars stamped 09:30, 13:00; none of them lies in 09:15..15:00 of a weekday.", message, StringComparison.Ordinal);
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
        Assert.Contains("16:22 and 8 more; none of them lies in ", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Stamp_ThatThePresetAskedForLacks_IsRefusedWithItsRow()
    {
        string path = Stamps("a", "09:31", "09:30", "11:30");

        string message = BarFolder.Refusal(new BarReadOptions { Preset = "end240" }, path);

        Assert.StartsWith(
            $"{path} line 3 is stamped 2024-06-14 09:30; the preset asked for, end240, has no bar with that stamp (09:31..11:30, 13:01..15:00).", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Stamp_ThatThePresetAskedForLacks_IsNotOneOutsideOfTheDay()
    {
        string path = Stamps("a", "16:00", "09:31", "09:30");

        string message = BarFolder.Refusal(new BarReadOptions { Preset = "end240" }, path);

        Assert.StartsWith($"{path} line 4 is stamped 2024-06-14 09:30; ", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Stamp_OfAnotherLayout_ThatSaysTheLabelsAreTheOtherOnes_IsRefused()
    {
        string path = _folder.Csv(
            BarFolder.Row("a", "2024-06-14 09:25"), "a,2024-06-14 11:30,10,10,10,10,1000,10000", "a,2024-06-14 13:00,10,10,10,10,1,10");

        string message = BarFolder.Refusal(path);

        Assert.Contains("canonical bars (09:25, 09:30..11:29, 13:00..15:00) do not have 11:30, ", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Stamps_OffByEightHoursUnderAPreset_AreRefusedWithThatHint()
    {
        string path = Stamps("a", "01:30", "07:00");

        string message = BarFolder.Refusal(new BarReadOptions { Preset = "canonical" }, path);

        Assert.StartsWith($"{path} has bars stamped 01:30, 07:00; ", message, StringComparison.Ordinal);
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
