using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Xunit;

namespace FactorGpu.Tests.Cli;

public sealed class SampleCommandTests
{
    [Fact]
    public void Sample_OfFiftyStocksAndTwoDays_IsTheFileOfTheRepository()
    {
        using var folder = new TempFolder();
        string path = Path.Combine(folder.Path, "sample.csv");

        ToolRun run = ToolRun.Of("sample", "--stocks", "50", "--days", "2", "--seed", "1", "--out", path);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal($"wrote 98 stock-days of 2 days in the long layout to {path}; left out 2 without any value, for which it has no rows\n", run.Words);
        Assert.Equal(File.ReadAllText(Repository.PathOf("data/sample.csv")), File.ReadAllText(path));
    }

    [Fact]
    public void Sample_FromAFriday_LeavesTheWeekendOut()
    {
        using var folder = new TempFolder();
        string path = Path.Combine(folder.Path, "sample.csv");

        ToolRun.Of("sample", "--stocks", "1", "--days", "2", "--start", "2024-01-05", "--out", path);

        IEnumerable<string> dates = File.ReadLines(path).Skip(1).Select(line => line.Split(',')[1][..10]).Distinct();
        Assert.Equal(["2024-01-05", "2024-01-08"], dates);
    }

    [Fact]
    public void Sample_WithFunds_HasTheirCodes()
    {
        using var folder = new TempFolder();
        string path = Path.Combine(folder.Path, "sample.csv");

        ToolRun.Of("sample", "--stocks", "4", "--funds", "2", "--out", path);

        Assert.Equal(2, File.ReadLines(path).Select(line => line.Split(',')[0]).Distinct().Count(code => code is "510001.SH" or "510002.SH"));
    }

    [Fact]
    public void Sample_WithFaults_SaysWhich()
    {
        using var folder = new TempFolder();
        string path = Path.Combine(folder.Path, "sample.csv");

        ToolRun run = ToolRun.Of("sample", "--stocks", "3", "--faults", "lots,lunch", "--out", path);

        Assert.Equal($"wrote 3 stock-days of 1 days in the long layout with faults (Lots, Lunch) to {path}\n", run.Words);
        Assert.Contains(" 11:30:00,", File.ReadAllText(path), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'hail'; it takes all, differing-duplicates, doubled-auction, duplicates, lots, lunch.", "--faults", "lots,hail")]
    [InlineData("--stocks takes a whole number of 1 to 20000.", "--stocks", "0")]
    [InlineData("'x'", "--stocks", "x")]
    [InlineData("--days takes a whole number of 1 to 10000.", "--days", "10001")]
    [InlineData("--start was given '2024-02-30'; it takes a day as yyyy-MM-dd", "--start", "2024-02-30")]
    [InlineData("--funds asks for 2 funds among 1 stocks", "--funds", "2")]
    [InlineData("faults are in rows, which the long layout alone has", "--faults", "all", "--layout", "dense")]
    public void Sample_OfWhatCannotBe_SaysWhy_AndWritesNothing(string says, params string[] asked)
    {
        using var folder = new TempFolder();
        string[] size = asked.Contains("--stocks") ? [] : ["--stocks", "1"];

        ToolRun run = ToolRun.Of(["sample", .. size, .. asked, "--out", Path.Combine(folder.Path, "x.arrow")]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(says, run.Words, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Theory]
    [InlineData("making: 50 %", "x.csv", "long")]
    [InlineData("making: 100 %", "x.arrow", "dense")]
    [InlineData("writing: 50 %", "x.csv", "long")]
    [InlineData("writing: 50 %", "x.arrow", "long")]
    [InlineData("writing: 50 %", "x.arrows", "dense")]
    public void Sample_EndedHalfway_LeavesNoFile(string when, string name, string layout)
    {
        using var folder = new TempFolder();

        ToolRun run = ToolRun.OnTerminal(
            when, "sample", "--stocks", "3", "--days", "2", "--layout", layout, "--out", Path.Combine(folder.Path, name));

        Assert.Equal(130, run.ExitCode);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }
}
