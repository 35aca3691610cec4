using System;
using System.IO;
using FactorGpu.Tests.Arrow;
using Xunit;

namespace FactorGpu.Tests.Cli;

public sealed class InputOptionsTests : IDisposable
{
    private readonly BarFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("duplicate=first", 0, "dropped one of 1 pairs of rows that differ")]
    [InlineData("duplicate=last", 0, "dropped one of 1 pairs of rows that differ")]
    [InlineData("duplicate=error", 2, "stands in two rows that differ")]
    [InlineData("outside=error", 2, "is stamped 2024-06-14 16:00")]
    [InlineData("invalid=error", 2, "stands in two rows that differ")]
    public void On_AFault_DoesAsAsked(string fault, int exitCode, string says)
    {
        string bars = _folder.Csv(
            BarFolder.Row("a", "2024-06-14 09:30", "10"), BarFolder.Row("a", "2024-06-14 09:30", "11"), BarFolder.Row("a", "2024-06-14 16:00", "10"), BarFolder.Row("a", "2024-06-14 13:00", "0"));
        string output = Path.Combine(_folder.Root, "factors.csv");

        ToolRun run = ToolRun.Of("compute", bars, "--factors", "return_var", "--on", fault, "--out", output);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(says, run.Words, StringComparison.Ordinal);
        Assert.Equal(exitCode == 0, File.Exists(output));
    }

    [Theory]
    [InlineData("first", "a,2024-06-14 09:30:00,10,")]
    [InlineData("last", "a,2024-06-14 09:30:00,11,")]
    public void On_Duplicates_KeepsTheRowAskedFor(string which, string row)
    {
        string bars = _folder.Csv(BarFolder.Row("a", "2024-06-14 09:30", "10"), BarFolder.Row("a", "2024-06-14 09:30", "11"));
        string output = Path.Combine(_folder.Root, "out.csv");

        ToolRun.Of("convert", bars, "--on", $"duplicate={which}", "--out", output);

        Assert.StartsWith(row, File.ReadAllLines(output)[1], StringComparison.Ordinal);
    }

    [Fact]
    public void On_SeveralFaults_DoesAsAskedForEach()
    {
        string bars = _folder.Csv(BarFolder.Row("a", "2024-06-14 09:30", "10"), BarFolder.Row("a", "2024-06-14 09:30", "11"), BarFolder.Row("a", "2024-06-14 13:00", "0"));

        ToolRun run = ToolRun.Of("compute", bars, "--factors", "return_var", "--on", "duplicate=first", "--on", "invalid=error");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("open is 0, which no bar can have", run.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void On_AnUnknownFault_SaysWhichThereAre()
    {
        ToolRun run = ToolRun.Of("compute", "bars.csv", "--on", "lunch=error");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--on was given lunch=error; it takes duplicate=error|first|last", run.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_GoesToItsFile()
    {
        string bars = _folder.Csv(BarFolder.Row("a", "2024-06-14 09:30"));
        string report = Path.Combine(_folder.Root, "report.json");

        ToolRun run = ToolRun.Of("compute", bars, "--factors", "return_var", "--report", report);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("\"preset\": \"canonical\"", File.ReadAllText(report), StringComparison.Ordinal);
    }

    [Fact]
    public void Report_InAMissingFolder_IsRefusedBeforeAnyReading()
    {
        ToolRun run = ToolRun.Of("compute", "no-such-bars.csv", "--report", Path.Combine(_folder.Root, "missing", "report.json"));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("there is no folder", run.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("compute", "--out", "")]
    [InlineData("compute", "--report", "")]
    [InlineData("convert", "--report", "x.arrow")]
    [InlineData("verify", "--json", "")]
    [InlineData("bench", "--json", "")]
    public void Output_IntoAFileThatWasRead_IsRefused(string command, string option, string other)
    {
        string bars = _folder.Csv(BarFolder.Row("a", "2024-06-14 09:30"));
        string before = File.ReadAllText(bars);
        string[] factors = command == "convert" ? ["--out", Path.Combine(_folder.Root, other)] : ["--factors", "return_var"];

        ToolRun run = ToolRun.Of([command, bars, option, Path.Combine(_folder.Root, ".", "bars.csv"), .. factors]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("bars.csv, which is one of the bar files read, and would be lost.", run.Words, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(bars));
        Assert.Equal([bars], Directory.GetFileSystemEntries(_folder.Root));
    }

    [Fact]
    public void Report_IntoTheOutput_IsRefusedBeforeAnyReading()
    {
        string path = Path.Combine(_folder.Root, "out.csv");

        ToolRun run = ToolRun.Of("compute", "no-such-bars.csv", "--factors", "return_var", "--out", path, "--report", path);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"Two outputs were asked for in {path}, ", run.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_WithoutAPath_IsRefused()
    {
        ToolRun run = ToolRun.Of("compute", "no-such-bars.csv", "--factors", "return_var", "--report", "");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("its path is empty", run.Words, StringComparison.Ordinal);
    }
}
