using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using FactorGpu.Bars;
using FactorGpu.Cli;
using FactorGpu.Compilation;
using FactorGpu.Factors;
using Xunit;

namespace FactorGpu.Tests.Cli;

public sealed class BenchCommandTests
{
    private static readonly string[] s_small = ["bench", "--stocks", "12", "--rounds", "3", "--reference-stocks", "5", "--factors", "VP,return_var,volume_cv"];

    [Fact]
    public void Bench_OfASampleMarket_GivesALineACase_AndSaysWhoRunsOnFewerStocks()
    {
        ToolRun run = ToolRun.Of(s_small);

        string[] lines = run.Results.Split('\n');
        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("3 factors; 12 stock-days of 1 days, sample market; from bars in memory to a factor table; medians of 3 runs", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("engine ", lines[1], StringComparison.Ordinal);
        Assert.Matches("^reference +double +5 ", lines[2]);
        Assert.Matches("^cpu, 1 thread +double +12 ", lines[3]);
        Assert.Equal("reference runs on 5 stock-days; compare times per stock-day.", lines[^2]);
    }

    [Fact]
    public void Bench_OfEachFactorAndByCount_HasThemAllInTheJson()
    {
        using var folder = new TempFolder();
        string path = Path.Combine(folder.Path, "bench.json");

        ToolRun run = ToolRun.Of([.. s_small, "--each", "--by-count", "--json", path]);

        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(path));
        JsonElement[] rows = [.. json.RootElement.GetProperty("rows").EnumerateArray()];
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            ["3 factors", "VP", "return_var", "volume_cv", "first 1", "first 2", "first 3"],
            rows.Select(row => row.GetProperty("part").GetString()).Distinct());
        Assert.All(rows, row => Assert.Equal(3, row.GetProperty("ms").GetArrayLength()));
        Assert.All(rows, row => Assert.Equal(row.GetProperty("ms")[1].GetDouble(), row.GetProperty("medianMs").GetDouble()));
        Assert.NotEqual("", json.RootElement.GetProperty("cpu").GetString());
        Assert.Contains("\nus/stock-day ", run.Results, StringComparison.Ordinal);
        Assert.Contains("\nfirst 3 ", run.Results, StringComparison.Ordinal);
    }

    [Fact]
    public void Bench_OfFiles_TakesThem()
    {
        ToolRun run = ToolRun.Of("bench", Repository.PathOf("tests/FactorGpu.Tests/Golden/real/bars.csv"), "--rounds", "1", "--factors", "VP");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("1 factors; 4 stock-days of 2 days; ", run.Results, StringComparison.Ordinal);
    }

    [Fact]
    public void Bench_OfFilesAndASampleMarket_IsRefused()
    {
        ToolRun run = ToolRun.Of("bench", Repository.PathOf("data/sample.csv"), "--days", "2");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("bench was given files and --days, which asks for a sample market.", run.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Bench_EndedHalfway_LeavesNoFile()
    {
        using var folder = new TempFolder();

        ToolRun run = ToolRun.OnTerminal("measuring: ", [.. s_small, "--json", Path.Combine(folder.Path, "bench.json")]);

        Assert.Equal(130, run.ExitCode);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Cases_HoldEveryEngine_WithOneThreadAndWithAllCores()
    {
        MinuteBars bars = Bars(stocks: 3);

        BenchCase[] cases = [.. BenchCase.All(bars, bars, Precision.Double, [EngineKind.Cpu, EngineKind.OpenCl], device: 1)];

        Assert.Equal([EngineKind.Reference, EngineKind.Cpu, EngineKind.OpenCl], cases.Select(each => each.Engine).Distinct());
        Assert.Equal(["opencl", "opencl, resident"], cases[^2..].Select(each => each.Name));
        Assert.All(cases, each => Assert.Equal(each.Engine == EngineKind.OpenCl ? 1 : null, each.Device));
        IEnumerable<int> threads = cases.Where(each => each.Engine == EngineKind.Cpu).Select(each => each.Threads);
        Assert.Equal([1, Environment.ProcessorCount], ((int[])[threads.First(), threads.Last()]).Order());
        Assert.Equal(threads.Distinct(), threads);
    }

    [Fact]
    public void FewerStocks_AreSpreadOverAll_WithTheirValues()
    {
        MinuteBars bars = Bars(stocks: 10);

        DayTensor fewer = FewerStocks.Of(bars, most: 4).Days.Single();

        int[] kept = [0, 2, 5, 7];
        Assert.Equal(kept.Select(s => bars.Days[0].Stocks.Codes[s]), fewer.Stocks.Codes);
        Assert.All(BarFields.All, field => Assert.Equal(bars.Days[0].Row(field, 5), fewer.Row(field, 2)));
        Assert.Same(bars.Days[0], FewerStocks.Of(bars, most: 10).Days.Single());
    }

    [Theory, InlineData(2.0, 1.0, 2.0, 9.0), InlineData(2.5, 1.0, 2.0, 3.0, 9.0), InlineData(4.0, 4.0)]
    public void Median_OfTimes_IsTheMiddleOne(double expected, params double[] ms)
    {
        var row = new BenchRow("part", 1, new BenchCase(EngineKind.Cpu, 1, Bars(stocks: 4)), [.. ms]);

        Assert.Equal(expected, row.MedianMs);
        Assert.Equal(expected * 1000 / 4, row.MicrosecondsPerStockDay);
    }

    [Fact]
    public void Table_OfCases_ComparesTimesPerStockDay()
    {
        BenchRow[] rows =
        [
            new("whole", 1, new BenchCase(EngineKind.Reference, 0, Bars(stocks: 2)), [1, 2, 3]),
            new("whole", 1, new BenchCase(EngineKind.Cpu, 2, Bars(stocks: 10)), [0.5, 1, 20]),
        ];

        string table = BenchTable.OfCases([.. rows], FactorProgram.Compile(FactorCatalogue.Find("VP")));

        GoldenText.Compare("tests/FactorGpu.Tests/Golden/tool/bench.txt", table);
    }

    private static MinuteBars Bars(int stocks) => MinuteBars.Sample(new SampleOptions { Stocks = stocks }, [new DateOnly(2024, 1, 2)]);
}
