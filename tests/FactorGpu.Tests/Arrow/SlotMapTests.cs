using System;
using System.Collections.Generic;
using System.Linq;
using FactorGpu.Arrow;
using FactorGpu.Arrow.Presets;
using FactorGpu.Bars;
using Xunit;

namespace FactorGpu.Tests.Arrow;

public sealed class SlotMapTests : IDisposable
{
    private const string Wind = "windcode,index,open,high,low,close,volume,amt";

    private readonly BarFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("wind", "09:25", 0)]
    [InlineData("vnpy", "09:29", 0)]
    [InlineData("canonical", "09:30", 1)]
    [InlineData("canonical", "11:29", 120)]
    [InlineData("dolphindb", "11:30", 120)]
    [InlineData("canonical", "13:00", 121)]
    [InlineData("dolphindb", "14:57", 238)]
    [InlineData("canonical", "14:59", 240)]
    [InlineData("canonical", "15:00", 241)]
    [InlineData("canonical", "09:29", -1)]
    [InlineData("canonical", "11:30", -1)]
    [InlineData("dolphindb", "14:58", -1)]
    [InlineData("qlib", "15:00", -1)]
    public void Slot_OfAStart_IsThatOfTheMapping(string preset, string time, int slot)
        => Assert.Equal(slot, SlotMap.Of(PresetCatalogue.Named(preset)!, BarLabel.Start).SlotAt(Minute(time)));

    [Theory]
    [InlineData("tushare", "09:30", 0)]
    [InlineData("tushare", "09:31", 1)]
    [InlineData("tushare", "11:30", 120)]
    [InlineData("wind", "13:00", 121)]
    [InlineData("tushare", "13:01", 121)]
    [InlineData("tushare", "14:59", 239)]
    [InlineData("tushare", "15:00", 241)]
    [InlineData("joinquant", "09:30", -1)]
    [InlineData("tushare", "13:00", -1)]
    [InlineData("wind", "09:25", -1)]
    public void Slot_OfAnEnd_IsThatOfTheMapping(string preset, string time, int slot)
        => Assert.Equal(slot, SlotMap.Of(PresetCatalogue.Named(preset)!, BarLabel.End).SlotAt(Minute(time)));

    [Theory]
    [InlineData("2018-08-17", true, BarLabel.End, 240)]
    [InlineData("2018-08-20", true, BarLabel.End, 241)]
    [InlineData("2018-08-17", false, BarLabel.End, 241)]
    [InlineData("2018-08-17", true, BarLabel.Start, 241)]
    internal void Slot_OfTheEnd1500_BeforeShanghaiHadAClosingCall_IsTheLastMinute(string date, bool isShanghai, BarLabel label, int slot)
    {
        var stamp = new WallMinute((WallMinute.DayOf(DateOnly.Parse(date, null)) * WallMinute.PerDay) + Minute("15:00"));

        Assert.Equal(slot, SlotMap.Of(PresetCatalogue.Named("wind")!, label).SlotOf(stamp, isShanghai));
    }

    [Fact]
    public void Rows_OfShanghaiBeforeItsClosingCall_EndInSlot240()
    {
        string path = _folder.Csv(
            BarFolder.Row("600000.SH", "2018-08-17 11:30"), BarFolder.Row("600000.SH", "2018-08-17 15:00"), BarFolder.Row("000001.SZ", "2018-08-17 15:00"));

        DayTensor day = BarFolder.Read(path).Days[0];

        Assert.Equal([241], TensorAssert.FilledSlots(day, BarField.Close, 0));
        Assert.Equal([120, 240], TensorAssert.FilledSlots(day, BarField.Close, 1));
    }

    [Theory]
    [InlineData("dolphindb", BarLabel.Start, new[] { 120 })]
    [InlineData("wind", BarLabel.Start, new[] { 120 })]
    [InlineData("wind", BarLabel.End, new[] { 121 })]
    [InlineData("canonical", BarLabel.Start, new int[0])]
    [InlineData("tushare", BarLabel.End, new int[0])]
    internal void Slots_OfTwoStamps_AreShared(string preset, BarLabel label, int[] expected)
    {
        SlotMap map = SlotMap.Of(PresetCatalogue.Named(preset)!, label);

        IEnumerable<int> slots = Enumerable.Range(0, WallMinute.PerDay).Select(map.SlotAt).Where(slot => slot >= 0);
        Assert.Equal(expected, slots.GroupBy(slot => slot).Where(stamps => stamps.Count() > 1).Select(stamps => stamps.Key));
    }

    [Theory]
    [InlineData("0", "0", 121, 10.0)]
    [InlineData("100", "1000", 121, 9.0)]
    public void End1300_WithVolume_MergesInto1301_AndIsDroppedWithout(string volume, string amount, int slot, double open)
    {
        string path = _folder.Text(
            "bars.csv", Wind, "600000.SH,2024-06-14 11:30,10,10,10,10,5000,50000", "600000.SH,2024-06-14 13:01,10,11,10,11,100,1050", $"600000.SH,2024-06-14 13:00,9,12,9,12,{volume},{amount}");

        LoadedBars bars = BarFolder.Read(path);

        Assert.Equal([120, 121], TensorAssert.FilledSlots(bars.Days[0], BarField.Close, 0));
        Assert.Equal((open, 11), (bars.Days[0].Row(BarField.Open, 0)[slot], bars.Days[0].Row(BarField.Close, 0)[slot]));
    }

    [Theory]
    [InlineData(1000, 10, BarLabel.End)]
    [InlineData(10, 1000, BarLabel.Start)]
    internal void Label_OfBothSidesOfLunch_IsToldByTheirVolume(double morning, double afternoon, BarLabel label)
    {
        string path = WindBars(morning, afternoon);

        LoadedBars bars = BarFolder.Read(path);

        string labels = label == BarLabel.End ? "ends" : "starts";
        Assert.Contains($"are {labels}, for 11:30 has a volume of {morning} and 13:00 one of {afternoon}", bars.Files[0].ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("11:30", 1, "are ends, for 11:30 is there and 13:00 is not")]
    [InlineData("13:00", 2, "are starts, for 13:00 is there and 11:30 is not")]
    [InlineData("09:30", 2, "are starts, for 09:30 is there and 11:30 is not")]
    public void Label_OfADecidingStamp_IsToldWithItsReason(string time, int slotOf0931, string reason)
    {
        string path = _folder.Text("bars.csv", Wind, "600000.SH,2024-06-14 09:31,10,10,10,10,100,1000", $"600000.SH,2024-06-14 {time},10,10,10,10,100,1000");

        LoadedBars bars = BarFolder.Read(path);

        Assert.Contains(slotOf0931, TensorAssert.FilledSlots(bars.Days[0], BarField.Close, 0));
        Assert.Contains(reason, bars.Files[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Label_OfBothSidesOfLunchWithLikeVolumes_IsRefusedWithThePresetFileToWrite()
    {
        string message = BarFolder.Refusal(WindBars(100, 200));

        Assert.Contains("bars stamped 11:29..11:30, 13:00; these may be starts of minutes (wind) as well as ends (wind)", message, StringComparison.Ordinal);
        Assert.Contains("Pass a preset file that says it: { \"base\": \"wind\", \"label\": \"start\" } or \"end\" (--preset FILE.json).", message, StringComparison.Ordinal);
    }

    private static int Minute(string time) => (int)TimeOnly.Parse(time, null).ToTimeSpan().TotalMinutes;

    private string WindBars(double morning, double afternoon)
        => _folder.Text(
            "bars.csv", Wind, "600000.SH,2024-06-14 11:29,10,10,10,10,100,1000", $"600000.SH,2024-06-14 11:30,10,10,10,10,{morning},{10 * morning}", $"600000.SH,2024-06-14 13:00,10,10,10,10,{afternoon},{10 * afternoon}");

    [Fact]
    public void Label_OfBothSidesOfLunch_IsNotToldByRowsOutsideOfTheDay()
    {
        string path = _folder.Text(
            "bars.csv", Wind, "600000.SH,2024-06-14 11:30,10,10,10,10,5000,50000", "600000.SH,2024-06-14 13:00,10,10,10,10,100,1000",
            "600000.SH,2024-06-14 13:01,10,10,10,10,100,1000", "600000.SH,2024-06-15 13:00,10,10,10,10,900000,9000000");

        LoadedBars bars = BarFolder.Read(path);

        Assert.Contains("are ends, for 11:30 has a volume of 5000 and 13:00 one of 100", bars.Files[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void End1300_OutsideOfTheDay_IsCountedOnce()
    {
        string path = _folder.Text(
            "bars.csv", Wind, "600000.SH,2024-06-14 11:30,10,10,10,10,5000,50000", "600000.SH,2024-06-14 13:00,10,10,10,10,100,1000",
            "600000.SH,2024-06-14 13:01,10,10,10,10,100,1000", "600000.SH,2024-06-15 13:00,10,10,10,10,0,0");

        LoadedBars bars = BarFolder.Read(path);

        Assert.Equal((1, 0), (bars.Files[0].OutsideRows, bars.Files[0].PaddingRows));
    }

    [Fact]
    public void End1300_WithoutVolume_IsDroppedThoughTheClosingIsKept()
    {
        string preset = _folder.Text("mine.json", "{ \"base\": \"wind\", \"label\": \"end\", \"dropEmptyClosing\": false }");
        string path = _folder.Text(
            "bars.csv", Wind, "600000.SH,2024-06-14 11:30,10,10,10,10,5000,50000", "600000.SH,2024-06-14 13:00,10,10,10,10,0,0", "600000.SH,2024-06-14 14:59,10,10,10,10,0,0");

        LoadedBars bars = BarFolder.Read(new BarReadOptions { Preset = preset }, path);

        Assert.Equal([120, 239], TensorAssert.FilledSlots(bars.Days[0], BarField.Close, 0));
        Assert.Equal(1, bars.Files[0].PaddingRows);
    }

    [Fact]
    public void Start1300_WithoutVolume_Stays()
    {
        string path = _folder.Text("bars.csv", Wind, "600000.SH,2024-06-14 11:29,10,10,10,10,5000,50000", "600000.SH,2024-06-14 13:00,10,10,10,10,0,0");

        LoadedBars bars = BarFolder.Read(path);

        Assert.Equal([120, 121], TensorAssert.FilledSlots(bars.Days[0], BarField.Close, 0));
        Assert.Equal(0, bars.Files[0].PaddingRows);
    }
}
