using System;
using System.IO;
using FactorGpu.Bars;
using FactorGpu.Cli;
using Xunit;

namespace FactorGpu.Tests.Cli;

public sealed class ProgressLineTests
{
    private static readonly string s_real = Repository.PathOf("tests/FactorGpu.Tests/Golden/real/bars.csv");

    [Fact]
    public void Report_AtEachPerCent_DrawsTheLineAgain_AndTheEndClearsIt()
    {
        using var terminal = new StringWriter();

        using (var line = new ProgressLine(terminal, "computing"))
        {
            line.Report(new StockDayProgress(1, 1000));
            line.Report(new StockDayProgress(9, 1000));
            line.Report(new StockDayProgress(1000, 1000));
        }

        string blank = new(' ', "computing: 100 % of 1000 stock-days".Length);
        Assert.Equal($"\rcomputing: 0 % of 1000 stock-days\rcomputing: 100 % of 1000 stock-days\r{blank}\r", terminal.ToString());
    }

    [Fact]
    public void Report_AfterTheEnd_DrawsNothing()
    {
        using var terminal = new StringWriter();
        var line = new ProgressLine(terminal, "computing");
        line.Dispose();

        line.Report(new StockDayProgress(1, 1));

        Assert.Equal("", terminal.ToString());
    }

    [Fact]
    public void Compute_OnATerminal_ShowsHowFarItIs()
    {
        ToolRun run = ToolRun.OnTerminal(endAt: null, "compute", s_real, "--factors", "VP");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("\rcomputing: 50 % of 4 stock-days", run.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("computing", run.Results, StringComparison.Ordinal);
    }

    [Fact]
    public void Compute_EndedHalfway_LeavesNoFile()
    {
        using var folder = new TempFolder();

        ToolRun run = ToolRun.OnTerminal("computing: 50 %", "compute", s_real, "--factors", "VP", "--out", Path.Combine(folder.Path, "x.csv"));

        Assert.Equal(130, run.ExitCode);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Compute_EndedWhenAllIsComputed_LeavesNoFile()
    {
        using var folder = new TempFolder();

        ToolRun run = ToolRun.OnTerminal("computing: 100 %", "compute", s_real, "--factors", "VP", "--out", Path.Combine(folder.Path, "x.csv"));

        Assert.Equal(130, run.ExitCode);
        Assert.DoesNotContain("wrote", run.Words, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }
}
