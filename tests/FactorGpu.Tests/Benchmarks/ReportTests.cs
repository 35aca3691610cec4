using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FactorGpu.Benchmarks.Report;
using Xunit;

namespace FactorGpu.Tests.Benchmarks;

public sealed class ReportTests
{
    private const string Folder = "tests/FactorGpu.Tests/Benchmarks/";

    [Fact]
    public void SuiteResults_ReadsMachineVersionsFlagsAndTimes_LeavesOutWhatFailed()
    {
        SuiteResults suite = Suite();

        Assert.Equal("A <fast> processor & more, 2 cores", suite.Machine);
        Assert.Contains("0.1.0+c370fc0", suite.Versions, StringComparison.Ordinal);
        Assert.Contains(".NET 10.0.12", suite.Versions, StringComparison.Ordinal);
        Assert.Equal("Toolchain=InProcessNoEmitToolchain, WarmupCount=1", suite.Flags);
        Assert.Equal([1234, 12.34], suite.Of("ReportExperiment").Select(row => row.MedianMs));
        Assert.Equal("cpu 1 thread", suite.Of("ReportExperiment")[1]["Engine"]);
        Assert.Equal(48560000, suite.Rows[0].Bytes);
    }

    [Fact]
    public void SuiteResults_OfAnotherFile_SaysWhatIsMissing()
        => Assert.Throws<KeyNotFoundException>(() => SuiteResults.Read("""{ "rows": [] }"""));

    [Fact]
    public void ToolResults_TellsSingleFactorsFromTheFirstFew()
    {
        ToolResults tool = Tool();

        Assert.Equal("return_var", Assert.Single(tool.Each()).Part);
        Assert.Equal([1, 50], tool.ByCount().Select(row => row.Factors));
        Assert.Equal("for-loop", tool.Rows[0].Engine);
        Assert.Equal("cpu 1 thread", tool.Rows[1].Engine);
    }

    [Fact]
    public void Page_IsWellFormed_AndHoldsTheNumbersOfBothFiles()
    {
        XElement page = Parsed(ReportPage.Make(Suite(), Tool()));

        string[] cells = [.. page.Descendants("td").Select(cell => cell.Value)];
        string[] shown = [.. page.Descendants("text").Select(text => text.Value)];
        Assert.All(["1234", "12.3", "405186", "190"], number => Assert.Contains(number, cells));
        Assert.All(["0.437", "0.300", "5.60"], number => Assert.Contains(number, cells));
        Assert.All(["1234", "12.3", "190", "0.437", "for-loop", "long zstd", "return_var"], text => Assert.Contains(text, shown));
        Assert.Contains("A <fast> processor & more, 2 cores", page.Descendants("p").First().Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_DrawsAChartForEachQuestion_InsideItsFrame()
    {
        XElement page = Parsed(ReportPage.Make(Suite(), Tool()));

        Assert.Equal(
            ["22 factors, 5000 stocks, one day", "Cost against stocks", "Cost against factors", "Each factor by itself", "Reading a day"],
            page.Descendants("h2").Select(title => title.Value));
        foreach (XElement chart in page.Descendants("svg"))
        {
            double[] frame = [.. chart.Attribute("viewBox")!.Value.Split(' ').Select(Number)];
            Assert.NotEmpty(chart.Descendants("rect").Concat(chart.Descendants("circle")));
            Assert.All(chart.Descendants("circle"), point => Assert.InRange(Number(point.Attribute("cy")!.Value), 0, frame[3]));
            Assert.All(chart.Descendants("rect"), bar => Assert.InRange(Number(bar.Attribute("x")!.Value) + Number(bar.Attribute("width")!.Value), 1, frame[2]));
        }
    }

    [Fact]
    public void Page_FetchesNothing_AndRunsNothing()
    {
        string html = ReportPage.Make(Suite(), Tool());

        XElement page = Parsed(html);
        Assert.Empty(page.Descendants("script"));
        Assert.Empty(page.Descendants("link"));
        Assert.DoesNotContain(page.Descendants().Attributes(), attribute => attribute.Name.LocalName is "src" or "href" or "srcset" or "data");
        Assert.DoesNotMatch(new Regex(@"url\(|@import|https?:", RegexOptions.IgnoreCase), html);
    }

    [Fact]
    public void Page_WithoutTheToolsFile_LeavesItsQuestionsOut()
    {
        XElement page = Parsed(ReportPage.Make(Suite(), tool: null));

        Assert.DoesNotContain("Cost against factors", page.Descendants("h2").Select(title => title.Value));
    }

    [Fact]
    public void Table_NamesMachineVersionsAndFlags_AndHasARowForEachEngine()
    {
        string table = ReportTable.Make(Suite());

        Assert.Equal(
            """
            A <fast> processor & more, 2 cores; FactorGpu 0.1.0+c370fc0, .NET 10.0.12 (10.0.1226.42308), Debian GNU/Linux 12 (bookworm), BenchmarkDotNet 0.14.0; Toolchain=InProcessNoEmitToolchain, WarmupCount=1. Medians.

            | one day, ms (times faster than the for-loop) | 22 factors, 5000 stocks |
            | --- | --- |
            | for-loop | 1234 |
            | cpu 1 thread | 12.3 (100) |
            | reading the day, long zstd | 190 |

            """,
            table);
    }

    [Fact]
    public void Command_WritesPageAndTable_AndNamesAFileThatIsMissing()
    {
        using var folder = new TempFolder();

        int written = ReportCommand.Run([Repository.PathOf(Folder + "suite.json"), Repository.PathOf(Folder + "bench.json"), Path.Combine(folder.Path, "report")]);
        int missing = ReportCommand.Run([Path.Combine(folder.Path, "none.json"), Path.Combine(folder.Path, "report")]);

        Assert.Equal(0, written);
        Assert.Equal(2, missing);
        Assert.True(File.Exists(Path.Combine(folder.Path, "report/report.html")));
        Assert.StartsWith("A <fast> processor", File.ReadAllText(Path.Combine(folder.Path, "report/report.md")), StringComparison.Ordinal);
    }

    private static XElement Parsed(string html)
    {
        const string Head = "<!DOCTYPE html>";
        Assert.StartsWith(Head, html, StringComparison.Ordinal);
        return XElement.Parse(html[Head.Length..]);
    }

    private static double Number(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static SuiteResults Suite() => SuiteResults.Read(File.ReadAllText(Repository.PathOf(Folder + "suite.json")));

    private static ToolResults Tool() => ToolResults.Read(File.ReadAllText(Repository.PathOf(Folder + "bench.json")));
}
