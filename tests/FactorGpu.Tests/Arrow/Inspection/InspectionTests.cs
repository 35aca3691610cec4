using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Xml.Linq;
using FactorGpu.Arrow;
using FactorGpu.Arrow.Inspection;
using FactorGpu.Bars;
using Xunit;

namespace FactorGpu.Tests.Arrow.Inspection;

public sealed class InspectionTests : IDisposable
{
    private static readonly DateOnly s_monday = new(2024, 6, 17);

    // Their limits are made up: 9 and 11, also for the stock that trades at 15.
    private static readonly ImmutableArray<string> s_outsideLimits = ["dolphindb.csv", "joinquant.csv"];

    private readonly TempFolder _folder = new();

    public static TheoryData<string> GoodFiles =>
    [
        .. Directory.GetFiles(Repository.PathOf("tests/FactorGpu.Tests/Golden/presets"), "*.csv").Select(Path.GetFileName)
            .Where(name => !name!.StartsWith("day_", StringComparison.Ordinal) && !s_outsideLimits.Contains(name)).Select(name => "presets/" + name).Order(StringComparer.Ordinal),
        "real/bars.csv",
    ];

    public void Dispose() => _folder.Dispose();

    [Theory, MemberData(nameof(GoodFiles))]
    public void GoodFile_HasNothingButNotes(string name)
    {
        BarFileInspection inspection = BarFileInspection.Of(BarFolder.Golden(name));

        Assert.False(inspection.HasFaults, inspection.ToString());
    }

    [Theory]
    [InlineData("dolphindb")]
    [InlineData("joinquant")]
    public void FileWithLimits_HasTheStockOutsideOfThem_AndNothingElseButNotes(string name)
    {
        BarFileInspection inspection = BarFileInspection.Of(BarFolder.Golden($"presets/{name}.csv"));

        FoundFault found = Assert.Single(inspection.Faults, found => found.Fault.Severity > FaultSeverity.Note);
        Assert.Equal("FG308", found.Fault.Code);
        Assert.StartsWith("000001.SZ", found.FirstPlaces[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Sample_WithFundsSuspensionsHolesAndLocks_HasNothingButNotes(ulong seed)
    {
        BarFileInspection inspection = BarFileInspection.Of(Sample(new SampleOptions { Stocks = 200, Funds = 20, Seed = seed }, BarFaults.None));

        Assert.Equal(["FG311", "FG401", "FG405"], Codes(inspection));
        Assert.False(inspection.HasFaults);
    }

    [Theory]
    [InlineData(BarFaults.Lots, "FG201")]
    [InlineData(BarFaults.Duplicates, "FG101")]
    [InlineData(BarFaults.DifferingDuplicates, "FG102")]
    [InlineData(BarFaults.Lunch, "FG104")]
    [InlineData(BarFaults.DoubledAuction, "FG312")]
    public void Sample_WithAFault_IsFlaggedWithItsCodeBesideTheNotes(BarFaults fault, string code)
    {
        BarFileInspection inspection = BarFileInspection.Of(Sample(new SampleOptions { Stocks = 100 }, fault));

        Assert.Equal([code], inspection.Faults.Where(found => found.Fault.Severity > FaultSeverity.Note).Select(found => found.Fault.Code));
    }

    [Fact]
    public void Counts_AreExact_AndTheFirstPlacesNamed()
    {
        FoundFault found = Assert.Single(BarFileInspection.Of(Broken("FG402")).Faults);

        Assert.Equal(2, found.Count);
        Assert.Equal(["2024-06-14 10:15 (10 of 10 stocks)", "2024-06-14 10:16 (10 of 10 stocks)"], found.FirstPlaces);
    }

    [Fact]
    public void DifferingRows_AreRefused_AndLookedAtAllTheSame()
    {
        BarFileInspection inspection = BarFileInspection.Of(Broken("FG102"));

        Assert.Contains("stands in two rows that differ", inspection.Finding, StringComparison.Ordinal);
        FoundFault found = Assert.Single(inspection.Faults);
        Assert.Equal(1, found.Count);
        Assert.EndsWith("FG102.csv line 22 and line 23)", Assert.Single(found.FirstPlaces), StringComparison.Ordinal);
    }

    [Fact]
    public void DifferingRows_WithAWayOut_AreNotRefused()
    {
        BarFileInspection inspection = BarFileInspection.Of(Broken("FG102"), new BarReadOptions { OnDuplicate = DuplicateHandling.Last });

        Assert.Null(inspection.Finding);
        Assert.Equal(["FG102"], Codes(inspection));
    }

    [Theory]
    [InlineData("FG101")]
    [InlineData("FG103")]
    [InlineData("FG302")]
    public void Fault_AskedToBeAnError_IsRefused_AndFlaggedAllTheSame(string code)
    {
        var options = new BarReadOptions { OnDuplicate = DuplicateHandling.Error, OnOutside = FaultHandling.Error, OnInvalid = FaultHandling.Error };

        BarFileInspection inspection = BarFileInspection.Of(Broken(code), options);

        Assert.NotNull(inspection.Finding);
        Assert.Equal([code], Codes(inspection));
    }

    [Fact]
    public void LargeFile_OfOneExchange_IsNoted()
    {
        double[] values = new double[11 * 500 * 242];
        Array.Fill(values, double.NaN);
        for (int f = 0; f < 6; f++)
        {
            Array.Fill(values, f == 5 ? 1000 : f == 4 ? 100 : 10, f * 500 * 242, 500 * 242);
        }

        ImmutableArray<string> codes = [.. Enumerable.Range(0, 500).Select(n => $"{600000 + n}.SH")];

        BarFileInspection inspection = BarFileInspection.Of(Write(new DayTensor(s_monday, new StockList(codes), values, AuctionBars.Open | AuctionBars.Close)));

        Assert.Equal(["FG409"], Codes(inspection));
    }

    [Fact]
    public void Json_HoldsEachFault()
    {
        string path = Path.Combine(_folder.Path, "found.json");

        BarFileInspection.Of(Broken("FG302")).SaveJson(path);

        GoldenText.Compare(
            "tests/FactorGpu.Tests/Golden/tool/inspect_json.txt", File.ReadAllText(path).Replace(Broken("FG302"), "FG302.csv", StringComparison.Ordinal));
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(path));
        Assert.Equal("FG302", json.RootElement.GetProperty("faults")[0].GetProperty("code").GetString());
    }

    [Fact]
    public void Page_NeedsNothingButItself_AndDrawsTheDay()
    {
        string path = Path.Combine(_folder.Path, "found.html");

        BarFileInspection.Of(Broken("FG102")).SaveHtml(path);

        string text = File.ReadAllText(path);
        XElement page = XDocument.Parse(text["<!DOCTYPE html>\n".Length..]).Root!;
        Assert.DoesNotContain("http", text, StringComparison.Ordinal);
        Assert.Empty(page.Descendants("script"));
        Assert.Contains("FG102", page.Descendants("td").Select(cell => cell.Nodes().OfType<XText>().FirstOrDefault()?.Value));
        Assert.Contains(page.Descendants("p"), words => words.Value.StartsWith("compute refuses this file: ", StringComparison.Ordinal));
        Assert.Equal("M0 0.5h238M241 0.5h1", Assert.Single(page.Descendants("svg")).Descendants("path").First().Attribute("d")!.Value);
    }

    [Fact]
    public void ControlCharacters_OfCodesAndColumns_StayOutOfTextAndPage()
    {
        string path = Path.Combine(_folder.Path, "bars.csv");
        File.WriteAllText(path, BarFolder.Header + ",a\u001bb\n" + BarFolder.Row("\u0001\uFFFE<x>", "2024-06-14 09:30") + ",1\n");
        string html = Path.Combine(_folder.Path, "found.html");

        BarFileInspection inspection = BarFileInspection.Of(path);
        inspection.SaveHtml(html);

        Assert.Equal(["\uFFFD\uFFFD<x>"], inspection.Faults[0].FirstPlaces);
        Assert.DoesNotContain(inspection.ToString(), c => char.IsControl(c) && c != '\n');
        Assert.Contains("\uFFFD\uFFFD<x>", XDocument.Parse(File.ReadAllText(html)["<!DOCTYPE html>\n".Length..]).Root!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_OfAWholeMarket_StaysSmall()
    {
        string bars = Sample(new SampleOptions { Stocks = 5000 }, BarFaults.None, "market.arrow");
        string path = Path.Combine(_folder.Path, "market.html");

        BarFileInspection.Of(bars).SaveHtml(path);

        Assert.InRange(new FileInfo(path).Length, 10_000, 300_000);
    }

    private static string[] Codes(BarFileInspection inspection) => [.. inspection.Faults.Select(found => found.Fault.Code)];

    private static string Broken(string code) => BarFolder.Golden($"broken/{code}.csv");

    private string Sample(SampleOptions options, BarFaults faults, string name = "bars.csv")
    {
        using MinuteBars bars = MinuteBars.Sample(options, [s_monday]);
        string path = Path.Combine(_folder.Path, name);
        bars.Save(path, new BarWriteOptions { Faults = faults });
        return path;
    }

    private string Write(DayTensor day)
    {
        string path = Path.Combine(_folder.Path, "bars.arrow");
        MinuteBars.Of(day).Save(path, new BarWriteOptions { Layout = BarLayout.Dense });
        return path;
    }
}
