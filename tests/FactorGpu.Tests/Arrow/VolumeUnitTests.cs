using System;
using System.Linq;
using FactorGpu.Arrow;
using FactorGpu.Bars;
using Xunit;

namespace FactorGpu.Tests.Arrow;

public sealed class VolumeUnitTests : IDisposable
{
    private const string Tushare = "ts_code,trade_time,open,high,low,close,vol,amount";
    private const string AkShare = "代码,时间,开盘,收盘,最高,最低,成交量,成交额";
    private const string Wind = "windcode,index,open,high,low,close,volume,amt";

    private readonly BarFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(100, true, false)]
    [InlineData(1, false, true)]
    [InlineData(10, false, false)]
    public void Evidence_IsAmountOverVolumeBetweenLowAndHigh(double volume, bool isShares, bool isLots)
    {
        VolumeUnitEvidence evidence = VolumeUnitEvidence.Of([volume, volume, 0], [1000, 1010, 0], [9.9, 10, 0], [10, 10.2, 0]);

        Assert.Equal((2, isShares, isLots), (evidence.Bars, evidence.IsShares, evidence.IsLots));
    }

    [Fact]
    public void Evidence_IsOfTheMedian_SoThatAFewOddBarsDoNotDecide()
    {
        VolumeUnitEvidence evidence = VolumeUnitEvidence.Of([1, 100, 100, 100, 1], [1000, 1000, 1000, 1000, 1000], [10, 10, 10, 10, 10], [10, 10, 10, 10, 10]);

        Assert.Equal(new VolumeUnitEvidence(5, 10, 10, 10), evidence);
        Assert.True(evidence.IsShares);
    }

    [Fact]
    public void Evidence_TakesBarsWithVolumeAmountAndPricesOnly()
    {
        VolumeUnitEvidence evidence = VolumeUnitEvidence.Of(
            [0, double.NaN, -1, 100, 100, 100, double.PositiveInfinity], [1000, 1000, 1000, 0, 1000, 1000, 1000], [10, 10, 10, 10, double.NaN, 0, 10], [10, 10, 10, 10, 10, 10, 10]);

        Assert.Equal(0, evidence.Bars);
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(7), InlineData(1000), InlineData(1001)]
    public void Median_OfAnyNumbers_IsThatOfTheSorted(int count)
    {
        var random = new Random(count);
        double[] values = [.. Enumerable.Range(0, count).Select(_ => Math.Exp((random.NextDouble() * 40) - 20))];

        double expected = values.Order().ElementAt((count - 1) / 2);

        double median = PositiveMedian.Of(values);

        Assert.Equal(expected, median);
    }

    [Fact]
    public void Volume_InLotsUnderAPresetOfLots_BecomesShares()
    {
        LoadedBars bars = BarFolder.Read(_folder.Text("bars.csv", AkShare, "600000,2024-06-14 09:31:00,10,10,10,10,3,3000"));

        Assert.Equal(300, bars.Days[0].Row(BarField.Volume, 0)[1]);
        Assert.Equal(10, bars.Days[0].Row(BarField.Vwap, 0)[1]);
        Assert.Contains("; volume in lots of 100 shares (as akshare has it; the median over 1 bars", bars.Files[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Volume_InLotsUnderAPresetOfShares_IsRefusedWithTheNumbersAndTheWayOut()
    {
        string path = _folder.Text("bars.csv", Tushare, "600000.SH,2024-06-14 09:31:00,10,10.5,9.5,10,3,3060");

        string message = BarFolder.Refusal(path);

        Assert.Equal(
            $"{path} has volume in lots by its numbers: the median over 1 bars of amount / volume is 1020, of amount / (100 volume) 10.2, of low and high 9.5 and 10.5; "
            + "the preset tushare says shares. Pass --volume-unit lot, or --volume-unit share if the numbers mislead.", message);
    }

    [Fact]
    public void Volume_InSharesUnderAPresetOfLots_IsRefused()
    {
        string message = BarFolder.Refusal(_folder.Text("bars.csv", AkShare, "600000,2024-06-14 09:31:00,10,10,10,10,300,3000"));

        Assert.Contains("has volume in shares by its numbers: ", message, StringComparison.Ordinal);
        Assert.Contains("the preset akshare says lots. Pass --volume-unit share", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(VolumeUnit.Lot, 300)]
    [InlineData(VolumeUnit.Share, 3)]
    [InlineData(VolumeUnit.Detect, 300)]
    public void Volume_OfAGivenUnit_IsThat(VolumeUnit unit, double expected)
    {
        string path = _folder.Text("bars.csv", Tushare, "600000.SH,2024-06-14 09:31:00,10,10,10,10,3,3000");

        LoadedBars bars = BarFolder.Read(new BarReadOptions { VolumeUnit = unit }, path);

        Assert.Equal(expected, bars.Days[0].Row(BarField.Volume, 0)[1]);
        Assert.Equal(unit == VolumeUnit.Share ? VolumeUnit.Share : VolumeUnit.Lot, bars.Files[0].Reading.VolumeUnit);
    }

    [Theory]
    [InlineData("300", 300)]
    [InlineData("3", 300)]
    [InlineData("0", 0)]
    public void Volume_OfAPresetThatDoesNotKnow_IsToldByTheNumbers(string volume, double expected)
    {
        string path = _folder.Text("bars.csv", Wind, $"600000.SH,2024-06-14 11:30,10,10,10,10,{volume},{(volume == "0" ? 0 : 3000)}");

        LoadedBars bars = BarFolder.Read(path);

        Assert.Equal(expected, bars.Days[0].Row(BarField.Volume, 0)[120]);
    }

    [Fact]
    public void Volume_ThatTheNumbersDoNotTell_IsRefusedWithThem()
    {
        string path = _folder.Text("bars.csv", Wind, "600000.SH,2024-06-14 11:30,10,10,10,10,30,3000");

        string message = BarFolder.Refusal(path);

        Assert.StartsWith($"{path} does not tell whether its volume is in shares or lots: the median over 1 bars of amount / volume is 100, ", message, StringComparison.Ordinal);
        Assert.EndsWith("Pass --volume-unit share or --volume-unit lot.", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("300", VolumeUnit.Share)]
    [InlineData("3", VolumeUnit.Lot)]
    public void Volume_OfPresetsThatFitAlikeAndDiffer_IsToldByTheNumbers(string volume, VolumeUnit expected)
    {
        string path = _folder.Text("bars.csv", "code,time,open,high,low,close,volume,amount", $"600000.SH,2024-06-14 09:30,10,10,10,10,{volume},3000", $"600000.SH,2024-06-14 11:30,10,10,10,10,{volume},3000");

        BarFileReading reading = BarFolder.Read(path).Files[0].Reading;

        Assert.Equal("end241", reading.Preset);
        Assert.Contains("qmt would fit alike", reading.Evidence);
        Assert.Equal(expected, reading.VolumeUnit);
    }

    [Fact]
    public void Open_Of0_OfAPresetThatWritesIt_IsKeptAndCounted()
    {
        LoadedBars bars = BarFolder.Read(_folder.Text("bars.csv", AkShare, "600000,2024-06-14 09:31:00,0,10,10,10,3,3000", "600000,2024-06-14 09:32:00,10,10,10,10,3,3000"));

        Assert.Equal([0, 10], bars.Days[0].Row(BarField.Open, 0).Slice(1, 2).ToArray());
        Assert.Equal(["1 bars have an open of 0, as akshare writes on older days; they are invalid"], bars.Files[0].Reading.Notes);
    }
}
