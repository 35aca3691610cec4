using System;
using System.IO;
using System.Linq;
using Xunit;

namespace FactorGpu.Tests.Cli;

public sealed class ToolTests
{
    private const string Goldens = "tests/FactorGpu.Tests/Golden/tool";

    private static readonly string s_real = Repository.PathOf("tests/FactorGpu.Tests/Golden/real/bars.csv");

    [Fact]
    public void Compute_ToAFile_SaysWhatItReadAndWrote()
    {
        using var folder = new TempFolder();
        string path = Path.Combine(folder.Path, "factors.csv");

        ToolRun run = ToolRun.Of("compute", s_real, "--factors", "VP,amount_order_avg", "--engine", "reference", "--out", path);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("", run.Results);
        Assert.Equal(
            $"read {s_real}: 960 rows, 2 stocks, 2 days, as in end240 (columns have the catalogue's names; "
            + "240 stamps 09:31..11:30, 13:01..15:00 are ends; end241 would fit alike); lacks num_trades, vwap (taken as amount / volume), limit_up, limit_down; "
            + "dropped 6 rows without volume at 14:57..14:59\n"
            + "empty, for want of a field that they read: amount_order_avg\n"
            + $"wrote 2 factors of 4 stock-days to {path}\n",
            run.Words);
        Assert.Equal(
            ["code,date,VP,amount_order_avg", "000001.SZ,2024-06-14,", "600000.SH,2024-06-14,", "000001.SZ,2024-06-17,", "600000.SH,2024-06-17,"],
            File.ReadAllLines(path).Select((line, i) => i == 0 ? line : line[..21]));
    }

    [Fact]
    public void Compute_ToStandardOutput_GivesTheBytesOfTheFile_AndNoWordsAmongThem()
    {
        using var folder = new TempFolder();
        string path = Path.Combine(folder.Path, "factors.csv");

        ToolRun toFile = ToolRun.Of("compute", s_real, "--factors", "huatai50", "--out", path);
        ToolRun toOutput = ToolRun.Of("compute", s_real, "--factors", "huatai50", "--out", "-");

        Assert.Equal(0, toFile.ExitCode);
        Assert.Equal(0, toOutput.ExitCode);
        Assert.Equal(File.ReadAllText(path), toOutput.Results);
    }

    [Fact]
    public void Compute_OfTheSample_GivesAllFactors()
    {
        ToolRun run = ToolRun.Of("compute", Repository.PathOf("data/sample.csv"), "--factors", "all", "--out", "-");

        string[] lines = run.Results.Split('\n');
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(2 + 217, lines[0].Split(',').Length);
        Assert.Equal(1 + 98 + 1, lines.Length);
        Assert.All(Enumerable.Range(2, 217), k => Assert.Contains(lines[1..^1], line => line.Split(',')[k].Length > 0));
    }

    [Fact]
    public void Compute_ByAnAlias_SaysWhoseItIs_AndNamesTheColumnById()
    {
        ToolRun run = ToolRun.Of("compute", s_real, "--factors", "real_skew");

        Assert.Contains("real_skew is an alias of return_skewness\n", run.Words, StringComparison.Ordinal);
        Assert.StartsWith("code,date,return_skewness\n", run.Results, StringComparison.Ordinal);
    }

    [Fact]
    public void Compute_WithUnknownFactors_ListsAllWithTheNearest_AndWritesNothing()
    {
        using var folder = new TempFolder();

        ToolRun run = ToolRun.Of("compute", s_real, "--factors", "retrun_var,VP,VQ", "--out", Path.Combine(folder.Path, "x.csv"));

        AssertRefused(run, "2 unknown factors were asked for: retrun_var (nearest: return_var), VQ (nearest: VP).");
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Compute_ToAnUnknownSuffix_IsRefusedBeforeAnyReading()
        => AssertRefused(ToolRun.Of("compute", "no-such-bars.csv", "--out", "x.xyz"), ".xyz is no known format");

    [Fact]
    public void Compute_ToAMissingFolder_IsRefusedBeforeAnyReading()
        => AssertRefused(ToolRun.Of("compute", "no-such-bars.csv", "--out", "no-such-folder/x.csv"), "there is no folder");

    [Fact]
    public void Compute_OfAMissingFile_NamesIt()
        => AssertRefused(ToolRun.Of("compute", "no-such-bars.csv"), "no-such-bars.csv was given as a bar file; there is no file of that name.");

    [Fact]
    public void Compute_WithoutAFactor_IsRefused()
        => AssertRefused(ToolRun.Of("compute", s_real, "--factors", ","), "A program was asked for without a factor");

    [Fact]
    public void Compute_UnderAConventionThatTheStampsAreNot_NamesTheRow()
    {
        ToolRun run = ToolRun.Of("compute", s_real, "--preset", "canonical");

        AssertRefused(run, "11:30");
        Assert.Contains(s_real, run.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Compute_WithAnUnknownEngine_SaysWhichThereAre()
        => AssertMisspelt(ToolRun.Of("compute", s_real, "--engine", "abacus"), "'abacus'", "'cpu'", "'reference'");

    [Fact]
    public void Compute_WithFewerThanNoThreads_SaysWhatCanBeAsked()
        => AssertMisspelt(ToolRun.Of("compute", s_real, "--threads", "-1"), "--threads was given -1", "1 or more, or 0");

    [Fact]
    public void Compute_OnAnyNumberOfThreads_GivesTheSameBytes()
    {
        ToolRun one = ToolRun.Of("compute", s_real, "--threads", "1");
        ToolRun three = ToolRun.Of("compute", s_real, "--threads", "3");

        Assert.Equal(0, one.ExitCode);
        Assert.Equal(one.Results, three.Results);
    }

    [Fact]
    public void Compute_WithoutAnInput_SaysThatItIsMissing()
        => AssertMisspelt(ToolRun.Of("compute"), "INPUT");

    [Fact]
    public void Tool_WithoutACommand_IsRefused()
        => AssertMisspelt(ToolRun.Of(), "command");

    [Fact]
    public void Tool_WithAnUnknownOption_NamesIt()
        => AssertMisspelt(ToolRun.Of("list", "--colour"), "--colour");

    [Fact]
    public void List_GivesOneLineAFactor_OnStandardOutput()
    {
        ToolRun run = ToolRun.Of("list");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("", run.Words);
        GoldenText.Compare($"{Goldens}/list.txt", run.Results);
    }

    [Theory]
    [InlineData("--category", "D", 7)]
    [InlineData("--category", "筹码分布,C", 19)]
    [InlineData("--inputs", "volume", 24)]
    [InlineData("--inputs", "close,amount,num_trades", 71)]
    [InlineData("--provenance", "own", 18)]
    [InlineData("--provenance", "found,reconstructed", 199)]
    public void List_WithAFilter_GivesTheFactorsThatPassIt(string option, string words, int expected)
    {
        ToolRun run = ToolRun.Of("list", option, words);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(expected, run.Results.Count(c => c == '\n') - 1);
    }

    [Fact]
    public void List_WithTwoFilters_GivesTheFactorsThatPassBoth()
        => Assert.Equal(
            ["id", "high_low_time_diff", "newhigh_count", "newlow_count"],
            ToolRun.Of("list", "--category", "H", "--inputs", "high,low").Results.TrimEnd().Split('\n').Select(line => line.Split('\t')[0]));

    [Fact]
    public void List_WithAnUnknownWord_NamesItAndTheKnownOnes()
    {
        ToolRun run = ToolRun.Of("list", "--provenance", "found,sure");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--provenance was given 'sure'; it takes found, reconstructed, own.", run.Words, StringComparison.Ordinal);
    }

    [Theory, InlineData("return_downward_var"), InlineData("VP_top33volume"), InlineData("jump_var"), InlineData("shape_skratio")]
    public void Describe_GivesAllThatIsKnown_OnStandardOutput(string id)
    {
        ToolRun run = ToolRun.Of("describe", id);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("", run.Words);
        GoldenText.Compare($"{Goldens}/describe_{id}.txt", run.Results);
    }

    [Fact]
    public void Describe_OfAnUnknownFactor_SaysTheNearest()
        => AssertRefused(ToolRun.Of("describe", "return_downwardvar"), "return_downwardvar (nearest: return_downward_var)");

    [Fact]
    public void Help_OfACommand_NamesItsOptions_OnStandardOutput()
    {
        ToolRun run = ToolRun.Of("compute", "--help");

        Assert.Equal(0, run.ExitCode);
        Assert.All(["INPUT", "--factors", "--engine", "--threads", "--preset", "--out"], option => Assert.Contains(option, run.Results, StringComparison.Ordinal));
    }

    /// <summary>Wrong input: exit code 2, one line of words, no results, no stack trace.</summary>
    private static void AssertRefused(ToolRun run, string says)
    {
        Assert.Equal(2, run.ExitCode);
        Assert.Equal("", run.Results);
        Assert.StartsWith("factorgpu: ", run.Words, StringComparison.Ordinal);
        Assert.Contains(says, run.Words, StringComparison.Ordinal);
        Assert.Single(run.Words.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>A wrong command line: exit code 2, what is wrong, and where help is.</summary>
    private static void AssertMisspelt(ToolRun run, params string[] says)
    {
        Assert.Equal(2, run.ExitCode);
        Assert.Equal("", run.Results);
        Assert.All(says, part => Assert.Contains(part, run.Words, StringComparison.Ordinal));
        Assert.Contains("factorgpu --help", run.Words, StringComparison.Ordinal);
    }
}
