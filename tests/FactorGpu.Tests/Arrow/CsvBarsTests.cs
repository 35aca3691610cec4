using System;
using System.IO;
using System.Linq;
using System.Text;
using FactorGpu.Arrow;
using FactorGpu.Bars;
using Xunit;

namespace FactorGpu.Tests.Arrow;

public sealed class CsvBarsTests : IDisposable
{
    private readonly BarFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Csv_OfAllFields_FillsTheCellOfEachRow()
    {
        string path = _folder.Text(
            "bars.csv",
            "code,datetime,open,high,low,close,volume,amount,num_trades,vwap,pre_close,limit_up,limit_down",
            "000001.SZ,2024-06-14 09:25:00,10.1,10.4,10.0,10.2,300,3060,7,10.21,10.05,11.06,9.05");

        LoadedBars bars = BarFolder.Read(path);

        DayTensor day = Assert.Single(bars.Days);
        Assert.Equal(new DateOnly(2024, 6, 14), day.Date);
        Assert.Equal([10.1, 10.4, 10.0, 10.2, 300, 3060, 7, 10.21, 10.05, 11.06, 9.05], BarFields.All.Select(field => day.Row(field, 0)[0]));
        Assert.True(BarFields.All.All(field => TensorAssert.FilledSlots(day, field, 0).SequenceEqual([0])));
    }

    [Fact]
    public void Csv_WithAByteOrderMarkAndCarriageReturns_ReadsAsWithout()
    {
        string text = $"{BarFolder.Header}\r\n{BarFolder.Row("000001.SZ", "2024-06-14 09:30")}\r\n";
        string path = _folder.Bytes("bars.CSV", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)]);

        LoadedBars bars = BarFolder.Read(path);

        TensorAssert.Same(BarFolder.Read(_folder.Csv(BarFolder.Row("000001.SZ", "2024-06-14 09:30"))), bars);
    }

    [Theory]
    [InlineData("")]
    [InlineData("NaN")]
    [InlineData("nan")]
    public void Cell_EmptyOrNaN_IsMissing(string cell)
    {
        string path = _folder.Csv($"000001.SZ,2024-06-14 09:30,10,10,10,{cell},100,1000");

        DayTensor day = BarFolder.Read(path).Days[0];

        Assert.Equal(double.NaN, day.Row(BarField.Close, 0)[1]);
        Assert.Equal(10, day.Row(BarField.Open, 0)[1]);
    }

    [Theory]
    [InlineData("ten")]
    [InlineData("--")]
    [InlineData("1.234.5")]
    [InlineData("0x10")]
    [InlineData("None")]
    public void Cell_ThatIsNoNumber_IsRefusedWithLineColumnAndValue(string cell)
    {
        string path = _folder.Csv(BarFolder.Row("000001.SZ", "2024-06-14 09:30"), $"000001.SZ,2024-06-14 09:31,10,10,10,{cell},100,1000");

        string message = BarFolder.Refusal(path);

        Assert.StartsWith($"{path} line 3 has \"{cell}\" in column close; a number is needed", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Line_AfterEmptyLines_IsNamedAsTheEditorShowsIt()
    {
        string path = _folder.Csv("", BarFolder.Row("000001.SZ", "2024-06-14 09:30"), "", BarFolder.Row("000001.SZ", "2024-06-14 09:31", "x"));

        string message = BarFolder.Refusal(path);

        Assert.Contains("line 5 has \"x\"", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public void Code_EmptyOrBlank_IsRefusedWithLine(string code)
    {
        string path = _folder.Csv(BarFolder.Row(code, "2024-06-14 09:30"));

        string message = BarFolder.Refusal(path);

        Assert.StartsWith($"{path} line 2 has a blank stock code in column code", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Code_ThatIsNotUtf8_IsRefusedWithLine()
    {
        byte[] row = Encoding.Latin1.GetBytes("\u00e9,2024-06-14 09:30,1,1,1,1,1,1\n");
        string path = _folder.Bytes("bars.csv", [.. Encoding.UTF8.GetBytes(BarFolder.Header + "\n"), .. row]);

        string message = BarFolder.Refusal(path);

        Assert.StartsWith($"{path} line 2 has bytes that are not UTF-8 as its stock code", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Stamp_WithSeconds_IsRefusedWithLineAndValue()
    {
        string path = _folder.Csv(BarFolder.Row("000001.SZ", "2024-06-14 09:30:15"));

        string message = BarFolder.Refusal(path);

        Assert.StartsWith($"{path} line 2 has \"2024-06-14 09:30:15\" in column datetime; the stamp of a minute bar has 0 seconds", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Stamp_ThatIsNone_IsRefusedWithLineAndValue()
    {
        string path = _folder.Csv(BarFolder.Row("000001.SZ", "today"));

        string message = BarFolder.Refusal(path);

        Assert.StartsWith($"{path} line 2 has \"today\" in column datetime; a full stamp looks like", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Stamp_InDateAndTime_ReadsAsOneColumn()
    {
        string path = _folder.Text("apart.csv", "date,code,time,open,high,low,close,volume,amount", "2024/06/14,000001.SZ,09:30:00,10,10,10,10,100,1000");

        LoadedBars bars = BarFolder.Read(path);

        TensorAssert.Same(BarFolder.Read(_folder.Csv(BarFolder.Row("000001.SZ", "2024-06-14 09:30"))), bars);
    }

    [Fact]
    public void Stamp_InTimeAlone_IsAFullStamp()
    {
        string path = _folder.Text("time.csv", "time,code,open,high,low,close,volume,amount", "2024-06-14T01:30:00Z,000001.SZ,10,10,10,10,100,1000");

        LoadedBars bars = BarFolder.Read(path);

        TensorAssert.Same(BarFolder.Read(_folder.Csv(BarFolder.Row("000001.SZ", "2024-06-14 09:30"))), bars);
    }

    [Fact]
    public void Line_WithAFieldTooFew_IsRefusedWithLine()
    {
        string path = _folder.Csv(BarFolder.Row("000001.SZ", "2024-06-14 09:30"), "000001.SZ,2024-06-14 09:31,10");

        string message = BarFolder.Refusal(path);

        Assert.StartsWith($"{path} line 3 is not well-formed CSV: ", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Quote_ThatNeverEnds_IsRefusedWithLine()
    {
        string path = _folder.Csv(BarFolder.Row("000001.SZ", "2024-06-14 09:30"), BarFolder.Row("\"000001.SZ", "2024-06-14 09:31"));

        string message = BarFolder.Refusal(path);

        Assert.StartsWith($"{path} line 3 is not well-formed CSV: ", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cells_Quoted_ReadAsWithoutQuotes()
    {
        string path = _folder.Text(
            "bars.csv",
            "\"code\",\"name\",\"datetime\",\"open\",\"high\",\"low\",\"close\",\"volume\",\"amount\"",
            "\"000001.SZ\",\"a \"\"bank\"\", of\nChina\",\"2024-06-14 09:30\",\"10\",\"10\",\"10\",\"10\",\"100\",\"1000\"");

        LoadedBars bars = BarFolder.Read(path);

        TensorAssert.Same(BarFolder.Read(_folder.Csv(BarFolder.Row("000001.SZ", "2024-06-14 09:30"))), bars);
    }

    [Theory]
    [InlineData("\"1,234,500\"", 1234500)]
    [InlineData("\"12,345.25\"", 12345.25)]
    [InlineData("\"-1,234\"", -1234)]
    [InlineData("\"100\"", 100)]
    public void Cell_WithThousandsParted_IsTheNumber(string cell, double expected)
    {
        string path = _folder.Csv($"000001.SZ,2024-06-14 09:30,10,10,10,10,{cell},1000");

        DayTensor day = BarFolder.Read(new BarReadOptions { VolumeUnit = VolumeUnit.Share }, path).Days[0];

        Assert.Equal(expected, day.Row(BarField.Volume, 0)[1]);
    }

    [Theory]
    [InlineData("10,5")]
    [InlineData("1,2345")]
    [InlineData("1234,500")]
    [InlineData("1,234,50")]
    [InlineData(",234")]
    [InlineData("1,,234")]
    [InlineData("1,23a")]
    public void Cell_WithCommasElsewhere_IsRefusedWithLineColumnAndValue(string cell)
    {
        string path = _folder.Csv($"000001.SZ,2024-06-14 09:30,10,10,10,\"{cell}\",100,1000");

        string message = BarFolder.Refusal(path);

        Assert.StartsWith($"{path} line 2 has \"{cell}\" in column close; a number is needed", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Csv_InGbk_ReadsAsInUtf8_AndIsNoted()
    {
        string text = File.ReadAllText(BarFolder.Golden("presets/akshare.csv"));
        Encoding gbk = CodePagesEncodingProvider.Instance.GetEncoding("GBK")!;
        string path = _folder.Bytes("gbk.csv", gbk.GetBytes(text));

        LoadedBars bars = BarFolder.Read(path);

        TensorAssert.Same(BarFolder.Read(BarFolder.Golden("presets/akshare.csv")), bars);
        Assert.Equal("akshare", bars.Files[0].Reading.Preset);
        Assert.Contains("the text is in GBK", bars.Files[0].Reading.Notes);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Csv_InUtf8_WithACharacterAcrossTheEndOfABuffer_IsNotTakenForGbk(int shift)
    {
        // The buffer of the detection takes 1 MiB.
        string head = "code,datetime,open,high,low,close,volume,amount,name\n" + BarFolder.Row("000001.SZ", "2024-06-14 09:30") + ",";
        string path = _folder.Bytes("bars.csv", Encoding.UTF8.GetBytes(head + new string('x', (1 << 20) - head.Length - shift) + "\u5e73"));

        LoadedBars bars = BarFolder.Read(path);

        Assert.Empty(bars.Files[0].Reading.Notes);
    }

    [Theory]
    [InlineData("2024-06-14 09:31")]
    [InlineData("2024/6/14 9:31")]
    [InlineData("2024/6/14 9:31:00")]
    [InlineData("2024.06.14T09:31:00.000")]
    [InlineData("20240614 09:31:00")]
    [InlineData("20240614093100")]
    [InlineData("202406140931")]
    [InlineData("20240614093100000")]
    [InlineData("1718328660000")]
    [InlineData("2024-06-14 09:31:00+08:00")]
    public void Stamp_InTheSpellingsOfSources_IsTheMinute(string stamp)
    {
        string path = _folder.Csv(BarFolder.Row("000001.SZ", stamp), BarFolder.Row("000001.SZ", "2024-06-14 09:30"));

        LoadedBars bars = BarFolder.Read(new BarReadOptions { Preset = "canonical" }, path);

        TensorAssert.Same(BarFolder.Read(_folder.Csv(BarFolder.Row("000001.SZ", "2024-06-14 09:30"), BarFolder.Row("000001.SZ", "2024-06-14 09:31"))), bars);
    }

    [Fact]
    public void Stamp_InDateAndTimeWithoutLeadingZeros_ReadsAsOneColumn()
    {
        string path = _folder.Text("apart.csv", "date,code,time,open,high,low,close,volume,amount", "2024/6/3,000001.SZ,9:30,10,10,10,10,100,1000");

        LoadedBars bars = BarFolder.Read(path);

        TensorAssert.Same(BarFolder.Read(_folder.Csv(BarFolder.Row("000001.SZ", "2024-06-03 09:30"))), bars);
    }

    [Fact]
    public void Rows_NewestFirst_ReadAsOldestFirst()
    {
        string[] rows = [.. Enumerable.Range(30, 30).Select(minute => BarFolder.Row("000001.SZ", $"2024-06-14 09:{minute}", $"{minute}"))];

        LoadedBars bars = BarFolder.Read(_folder.Csv([.. rows.Reverse()]));

        TensorAssert.Same(BarFolder.Read(_folder.Csv(rows)), bars);
    }

    [Fact]
    public void Rows_MoreThanTheFirstCapacity_AreAllRead()
    {
        string[] minutes = [.. Enumerable.Range(0, 120).Select(k => $"2024-06-14 {9 + ((30 + k) / 60):00}:{(30 + k) % 60:00}")];
        string path = _folder.Csv([.. Enumerable.Range(0, 80).SelectMany(s => minutes.Select(stamp => BarFolder.Row($"{s:000000}", stamp, $"{s + 1}")))]);

        LoadedBars bars = BarFolder.Read(path);

        Assert.Equal(9600, bars.Files[0].Rows);
        Assert.Equal(Enumerable.Range(1, 80).Select(s => s * 120.0), Enumerable.Range(0, 80).Select(s => bars.Days[0].Row(BarField.Open, s).Slice(1, 120).ToArray().Sum()));
    }
}
