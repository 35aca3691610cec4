using System;
using System.IO;
using Xunit;

namespace FactorGpu.Tests.Cli;

public sealed class InspectTests
{
    private const string Goldens = "tests/FactorGpu.Tests/Golden";

    [Theory]
    [InlineData("presets/qmt.csv", 0, "inspect_qmt")]
    [InlineData("presets/dolphindb_f.csv", 0, "inspect_dolphindb_f")]
    [InlineData("arrow/int32_code.arrow", 0, "inspect_arrow")]
    [InlineData("arrow/dense.arrow", 0, "inspect_dense")]
    [InlineData("arrow/refused_null_code.arrow", 2, "inspect_refused")]
    [InlineData("broken/FG102.csv", 2, "inspect_differing_rows")]
    public void Inspect_TellsWhatAFileIsAndWhy_OnStandardOutput(string file, int exitCode, string golden)
    {
        string path = Repository.PathOf($"{Goldens}/{file}");

        ToolRun run = ToolRun.Of("inspect", path);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Equal("", run.Words);
        GoldenText.Compare($"{Goldens}/tool/{golden}.txt", run.Results.Replace(path, file, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("presets/qmt.csv", false, 0)]
    [InlineData("presets/qmt.csv", true, 0)]
    [InlineData("broken/FG304.csv", false, 0)]
    [InlineData("broken/FG304.csv", true, 1)]
    [InlineData("broken/FG102.csv", false, 2)]
    [InlineData("broken/FG102.csv", true, 2)]
    public void ExitCode_IsOneForFaultsWhenStrict_AndTwoForAFileThatIsRefused(string file, bool isStrict, int exitCode)
    {
        string path = Repository.PathOf($"{Goldens}/{file}");

        ToolRun run = isStrict ? ToolRun.Of("inspect", path, "--strict") : ToolRun.Of("inspect", path);

        Assert.Equal(exitCode, run.ExitCode);
    }

    [Fact]
    public void Json_AndHtml_AreWritten()
    {
        using var folder = new TempFolder();
        string json = Path.Combine(folder.Path, "found.json");
        string html = Path.Combine(folder.Path, "found.html");

        ToolRun run = ToolRun.Of("inspect", Repository.PathOf($"{Goldens}/broken/FG304.csv"), "--json", json, "--html", html);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("FG304", File.ReadAllText(json), StringComparison.Ordinal);
        Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"en\">", File.ReadAllText(html), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bars.csv", "found.html", "is one of the bar files read")]
    [InlineData("found.html", "found.html", "Two outputs were asked for in")]
    public void Output_OverTheInputOrTheOther_IsRefused(string json, string html, string message)
    {
        using var folder = new TempFolder();
        string path = Path.Combine(folder.Path, "bars.csv");
        File.WriteAllText(path, "kept");

        ToolRun run = ToolRun.Of("inspect", path, "--json", Path.Combine(folder.Path, json), "--html", Path.Combine(folder.Path, html));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Words, StringComparison.Ordinal);
        Assert.Equal("kept", File.ReadAllText(path));
    }

    [Fact]
    public void Inspect_OfStampsThatFitBoth_TellsWhatItCan_AndTheStampSet()
    {
        using var folder = new TempFolder();
        string path = Path.Combine(folder.Path, "bars.csv");
        File.WriteAllText(path, "code,datetime,open,high,low,close,volume,amount\nsh600000,2024-06-14 09:31,10,10,10,10,100,1000\nx,2024-06-14 09:32,10,10,10,10,100,1000\n");

        ToolRun run = ToolRun.Of("inspect", path);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("stamps:       09:31..09:32\n", run.Results, StringComparison.Ordinal);
        Assert.Contains("code styles:  unknown 1, sh600000 1\n              unknown: x\n", run.Results, StringComparison.Ordinal);
        Assert.Contains($"finding:      {path} has bars stamped 09:31..09:32; ", run.Results, StringComparison.Ordinal);
        Assert.Contains("Pass the preset (--preset canonical or --preset end240).\n", run.Results, StringComparison.Ordinal);
    }

    [Fact]
    public void Inspect_OfAFileWithoutAColumn_ListsTheColumnsThatItHas()
    {
        using var folder = new TempFolder();
        string path = Path.Combine(folder.Path, "bars.csv");
        File.WriteAllText(path, "code,datetime,open\na,2024-06-14 09:31,10\n");

        ToolRun run = ToolRun.Of("inspect", path);

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith($"file:         {path}\nkind:         CSV\ncolumns:      code      text\n              datetime  text\n              open      text\nfinding:      {path} has no column high; ", run.Results, StringComparison.Ordinal);
    }

    [Fact]
    public void Inspect_OfAMissingFile_IsRefused()
    {
        ToolRun run = ToolRun.Of("inspect", "no-such-bars.csv");

        Assert.Equal((2, ""), (run.ExitCode, run.Results));
        Assert.StartsWith("factorgpu: no-such-bars.csv was given as a bar file; ", run.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Preset_AskedFor_IsTheOneWhoseColumnsAreNeeded()
    {
        ToolRun run = ToolRun.Of("inspect", Repository.PathOf($"{Goldens}/presets/tushare.csv"), "--preset", "end241");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("has no column code; a bar file needs it, as the preset end241 names it.", run.Results, StringComparison.Ordinal);
    }

    [Fact]
    public void VolumeUnit_AskedFor_IsTaken()
    {
        ToolRun run = ToolRun.Of("inspect", Repository.PathOf($"{Goldens}/presets/tushare.csv"), "--volume-unit", "lot");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("volume:       in lots of 100 shares: asked for\n", run.Results, StringComparison.Ordinal);
    }

    [Fact]
    public void KeepCodes_AskedFor_RewritesNone()
    {
        ToolRun run = ToolRun.Of("inspect", Repository.PathOf($"{Goldens}/presets/joinquant.csv"), "--keep-codes");

        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain("rewrote", run.Results, StringComparison.Ordinal);
    }

    [Fact]
    public void VolumeUnit_Misspelt_IsRefusedWithThoseThereAre()
    {
        ToolRun run = ToolRun.Of("inspect", "bars.csv", "--volume-unit", "hand");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("'share'", run.Words, StringComparison.Ordinal);
    }
}
