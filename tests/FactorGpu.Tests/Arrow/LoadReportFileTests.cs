using System;
using System.IO;
using System.Linq;
using FactorGpu.Arrow;
using FactorGpu.Errors;
using Xunit;

namespace FactorGpu.Tests.Arrow;

public sealed class LoadReportFileTests : IDisposable
{
    private readonly BarFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void LoadReport_TellsEveryCountOfEveryFile()
    {
        string row = "000001.XSHE,2024-06-14 09:31,10,10,10,10,100,1000";
        string bars = _folder.Text(
            "bars.csv", "code,time,open,high,low,close,volume,money", row, row, "000001.XSHE,2024-06-14 11:30,10,10,0,10,100,1000",
            "000001.XSHE,2024-06-14 14:58,10,10,10,10,0,0", "x,2024-06-14 09:32,10,10,10,,100,1000", "x,2024-06-14 16:00,10,10,10,10,100,1000");
        string report = Path.Combine(_folder.Root, "report.json");

        using MinuteBars read = MinuteBars.Read(bars);
        read.SaveLoadReport(report);

        GoldenText.Compare("tests/FactorGpu.Tests/Golden/tool/load_report.json", File.ReadAllText(report).Replace(_folder.Root, "FOLDER", StringComparison.Ordinal));
    }

    [Fact]
    public void LoadReport_OfADenseFileAndOneInLots_SaysSo_WithTheirNamesAsTheyAre()
    {
        string lots = _folder.Text("手.csv", BarFolder.Header, BarFolder.Row("a", "2024-06-17 09:30"));
        string dense = Path.Combine(_folder.Root, "x.arrow");
        MinuteBars.Of(DayBuilder.Stock(close: [10, 10])).Save(dense, new BarWriteOptions { Layout = BarLayout.Dense });
        string report = Path.Combine(_folder.Root, "report.json");

        using MinuteBars read = MinuteBars.Read([lots, dense], new BarReadOptions { VolumeUnit = VolumeUnit.Lot });
        read.SaveLoadReport(report);

        string[] lines = [.. File.ReadLines(report).Select(line => line.Trim())];
        Assert.Equal(["\"layout\": \"long\",", "\"layout\": \"dense\","], lines.Where(line => line.StartsWith("\"layout\"", StringComparison.Ordinal)));
        Assert.Equal(["\"volumeUnit\": \"lot\",", "\"volumeUnit\": \"share\","], lines.Where(line => line.StartsWith("\"volumeUnit\"", StringComparison.Ordinal)));
        Assert.Contains(lines, line => line.EndsWith("手.csv\",", StringComparison.Ordinal));
    }

    [Fact]
    public void LoadReport_ThatCannotBeWritten_IsSaidByName()
    {
        using MinuteBars read = MinuteBars.Read(_folder.Csv(BarFolder.Row("a", "2024-06-14 09:30")));
        string path = Path.Combine(_folder.Root, "missing", "report.json");

        FactorGpuException thrown = Assert.Throws<FactorGpuException>(() => read.SaveLoadReport(path));

        Assert.Contains(path, thrown.Message, StringComparison.Ordinal);
    }
}
