using System;
using System.Linq;
using System.Text;
using FactorGpu.Arrow;
using FactorGpu.Arrow.Presets;
using FactorGpu.Bars;
using Xunit;

namespace FactorGpu.Tests.Arrow;

public sealed class NumberStampsTests : IDisposable
{
    private readonly BarFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("1718328660", "epoch_s")]
    [InlineData("1718328660000", "epoch_ms")]
    [InlineData("1718328660000000", "epoch_us")]
    [InlineData("1718328660000000000", "epoch_ns")]
    [InlineData("202406140931", "yyyyMMddHHmm")]
    [InlineData("20240614093100", "yyyyMMddHHmmss")]
    [InlineData("20240614093100000", "yyyyMMddHHmmssSSS")]
    public void Stamp_OfDigits_IsTheWallMinuteOfTheExchange(string text, string type)
    {
        var parser = new StampParser();

        StampFault fault = parser.ParseStamp(Encoding.UTF8.GetBytes(text), out int value);

        Assert.Equal(StampFault.None, fault);
        Assert.Equal("2024-06-14 09:31", new WallMinute(value).ToString());
        Assert.Equal([PresetWords.TimeTypes.Single(row => row.Word == type).Value], parser.Types);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("20240614")]
    [InlineData("2406140931")]
    [InlineData("202413140931")]
    [InlineData("202302290931")]
    [InlineData("202406142400")]
    [InlineData("202406140960")]
    [InlineData("20240614093160")]
    [InlineData("000006140931")]
    [InlineData("99999999999999")]
    [InlineData("-1718328660000")]
    [InlineData("1718328660000.0")]
    [InlineData("9223372036854775807")]
    [InlineData("99999999999999999999")]
    public void Stamp_OfOtherDigits_IsNone(string text)
    {
        StampFault fault = new StampParser().ParseStamp(Encoding.UTF8.GetBytes(text), out _);

        Assert.NotEqual(StampFault.None, fault);
    }

    [Theory]
    [InlineData("1718328661")]
    [InlineData("1718328660001")]
    [InlineData("20240614093101")]
    [InlineData("20240614093100001")]
    public void Stamp_OfDigitsWithSeconds_IsNotAFullMinute(string text)
    {
        StampFault fault = new StampParser().ParseStamp(Encoding.UTF8.GetBytes(text), out _);

        Assert.Equal(StampFault.NotAFullMinute, fault);
    }

    [Theory]
    [InlineData("931")]
    [InlineData("0931")]
    [InlineData("93100")]
    [InlineData("093100")]
    [InlineData("93100000")]
    [InlineData("093100000")]
    public void TimeOfDay_OfDigits_IsTheMinute(string time)
    {
        string path = _folder.Text("bars.csv", "code,date,time,open,high,low,close,volume,amount", $"a,20240614,{time},10,10,10,10,100,1000");

        LoadedBars bars = BarFolder.Read(new BarReadOptions { Preset = "canonical" }, path);

        Assert.Equal(new DateOnly(2024, 6, 14), bars.Days[0].Date);
        Assert.Equal([2], TensorAssert.FilledSlots(bars.Days[0], BarField.Close, 0));
    }

    [Theory]
    [InlineData("20240614", "31")]
    [InlineData("20240614", "0931000")]
    [InlineData("20240614", "2500")]
    [InlineData("20241314", "0931")]
    [InlineData("240614", "0931")]
    public void DateOrTime_OfOtherDigits_IsRefused(string date, string time)
    {
        string path = _folder.Text("bars.csv", "code,date,time,open,high,low,close,volume,amount", $"a,{date},{time},10,10,10,10,100,1000");

        string message = BarFolder.Refusal(path);

        Assert.Contains("Correct the cell.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Stamps_OfATypeThatThePresetDoesNotHave_AreRefused()
    {
        string path = _folder.Text("bars.csv", "stock_code,time,open,high,low,close,volume,amount", "600000.SH,202406140931,10,10,10,10,100,1000");

        string message = BarFolder.Refusal(path);

        Assert.Equal(
            $"{path} has stamps of the type yyyyMMddHHmm in column time; the preset qmt has epoch_ms, yyyyMMddHHmmss, text. Pass the preset that the file is of.", message);
    }
}
