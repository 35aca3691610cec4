using System;
using FactorGpu.Arrow;
using FactorGpu.Bars;
using Xunit;

namespace FactorGpu.Tests.Arrow;

public sealed class BarColumnsTests : IDisposable
{
    private readonly BarFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Code,datetime,open,high,low,close,volume,amount", "code", "Code")]
    [InlineData("code,datetime,open,high,low,Close,volume,amount", "close", "Close")]
    [InlineData("code,datetime,open,high,low,close,vol,amount", "volume", "vol")]
    public void Column_NeededAndMissing_IsRefusedWithTheNearestNameAndTheColumnsFound(string header, string missing, string nearest)
    {
        string path = _folder.Text("bars.csv", header, "a,2024-06-14 09:30,1,1,1,1,1,1");

        string message = BarFolder.Refusal(path);

        Assert.StartsWith($"{path} has no column {missing}; ", message, StringComparison.Ordinal);
        Assert.Contains($"The nearest name is {nearest}.", message, StringComparison.Ordinal);
        Assert.Contains($"It has the columns {header.Replace(",", ", ", StringComparison.Ordinal)}.", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("code,stamp,open,high,low,close,volume,amount", "has no column datetime or time")]
    [InlineData("code,date,open,high,low,close,volume,amount", "has a column date but no column time")]
    public void StampColumn_Missing_IsRefused(string header, string expected)
    {
        string path = _folder.Text("bars.csv", header, "a,2024-06-14 09:30,1,1,1,1,1,1");

        string message = BarFolder.Refusal(path);

        Assert.Contains(expected, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Column_UsedAndGivenTwice_IsRefusedWithBothPlaces()
    {
        string path = _folder.Text("bars.csv", "code,datetime,open,high,low,close,volume,amount,close", "a,2024-06-14 09:30,1,1,1,1,1,1,2");

        string message = BarFolder.Refusal(path);

        Assert.Contains("two columns named close, number 6 and number 9", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Column_Unknown_IsNotRead()
    {
        string path = _folder.Text("bars.csv", "note,code,datetime,open,high,low,close,volume,amount,note", "x,a,2024-06-14 09:30,1,1,1,1,1,1,y");

        LoadedBars bars = BarFolder.Read(path);

        Assert.Equal(["a"], bars.Days[0].Stocks.Codes);
    }

    [Fact]
    public void Fields_WithoutColumns_AreMissingAndReported()
    {
        string path = _folder.Csv(BarFolder.Row("a", "2024-06-14 09:30"));

        LoadedBars bars = BarFolder.Read(path);

        Assert.Equal([BarField.NumTrades, BarField.Vwap, BarField.PreClose, BarField.LimitUp, BarField.LimitDown], bars.Files[0].LackingFields);
        Assert.Equal(double.NaN, bars.Days[0].Row(BarField.NumTrades, 0)[1]);
        Assert.Equal(double.NaN, bars.Days[0].DayValue(BarField.LimitUp, 0));
    }

    [Theory]
    [InlineData("400", "4000", 10)]
    [InlineData("3", "10", 10.0 / 3)]
    [InlineData("0", "0", double.NaN)]
    [InlineData("-1", "10", double.NaN)]
    [InlineData("", "10", double.NaN)]
    [InlineData("400", "", double.NaN)]
    [InlineData("Infinity", "10", double.NaN)]
    [InlineData("400", "Infinity", double.NaN)]
    public void Vwap_WithoutAColumn_IsAmountOverVolume(string volume, string amount, double expected)
    {
        string path = _folder.Csv($"a,2024-06-14 09:30,10,10,10,10,{volume},{amount}");

        double vwap = BarFolder.Read(path).Days[0].Row(BarField.Vwap, 0)[1];

        Assert.Equal(expected, vwap);
    }

    [Fact]
    public void Vwap_WithAColumn_IsTakenAsGiven()
    {
        string path = _folder.Text("bars.csv", BarFolder.Header + ",vwap", BarFolder.Row("a", "2024-06-14 09:30") + ",", BarFolder.Row("a", "2024-06-14 09:31") + ",9.5");

        DayTensor day = BarFolder.Read(path).Days[0];

        Assert.Equal([double.NaN, 9.5], day.Row(BarField.Vwap, 0).Slice(1, 2).ToArray());
    }
}
