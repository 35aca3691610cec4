using System;
using System.IO;
using System.Linq;
using FactorGpu.Factors;
using Xunit;

namespace FactorGpu.Tests.Cli;

/// <summary>Factors of the user's own on the command line.</summary>
public sealed class DefinitionTests
{
    private const string Goldens = "tests/FactorGpu.Tests/Golden/tool";
    private const string Mine = "my_var = var(where(ret, ret < 0), ddof=0)";

    private static readonly string s_bars = Repository.PathOf("data/sample.csv");

    [Fact]
    public void Compute_OfDefinitionsAlone_ComputesThemAlone()
    {
        ToolRun run = ToolRun.Of("compute", s_bars, "--define", Mine, "--define", "my_sum = my_var + return_var");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("code,date,my_var,my_sum\n", run.Results, StringComparison.Ordinal);
        Assert.Contains("wrote 2 factors of 98 stock-days", run.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Compute_OfDefinitionsAndFactors_PutsTheDefinedOnesLast_UnlessTheyAreNamed()
    {
        using var folder = new TempFolder();
        string file = Path.Combine(folder.Path, "mine.txt");
        File.WriteAllText(file, $"my_ratio = other / my_var\n{Mine}\n");

        ToolRun run = ToolRun.Of("compute", s_bars, "--factors", "my_var,return_downward_var", "--define", "other = mean(ret)", "--definitions", file);

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("code,date,my_var,return_downward_var,my_ratio,other\n", run.Results, StringComparison.Ordinal);
        string[][] rows = [.. run.Results.TrimEnd().Split('\n')[1..].Select(line => line.Split(','))];
        Assert.Equal(98, rows.Length);
        Assert.All(rows, row => Assert.Equal(row[3], row[2]));
    }

    [Fact]
    public void Compute_OfAFileWithFiveErrors_ShowsAllFive_AndWritesNothing()
    {
        using var folder = new TempFolder();
        string file = Repository.PathOf($"{Goldens}/definitions.txt");
        string output = Path.Combine(folder.Path, "factors.csv");

        ToolRun run = ToolRun.Of("compute", s_bars, "--definitions", file, "--out", output);

        Assert.Equal((2, ""), (run.ExitCode, run.Results));
        Assert.False(File.Exists(output));
        GoldenText.Compare($"{Goldens}/definition_errors.txt", run.Words.Replace(file, "definitions.txt", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("verify", "my_var")]
    [InlineData("bench", "1 factors; 98 stock-days")]
    public void OtherCommands_TakeDefinitions(string command, string says)
    {
        string[] options = command == "bench" ? ["--rounds", "1", "--reference-stocks", "2", "--engine", "cpu"] : ["--engine", "cpu"];

        ToolRun run = ToolRun.Of([command, s_bars, "--define", Mine, .. options]);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(says, run.Results, StringComparison.Ordinal);
    }

    [Fact]
    public void ListDescribeAndExplain_KnowDefinitions()
    {
        ToolRun list = ToolRun.Of("list", "--define", Mine, "--provenance", "own");
        ToolRun describe = ToolRun.Of("describe", "my_var", "--define", $"{Mine.Replace("= ", "= note = \"mine\"; ", StringComparison.Ordinal)}");
        ToolRun explain = ToolRun.Of("explain", "my_var", "return_var", "--define", Mine);

        Assert.EndsWith("\nmy_var\t\t\t\town\n", list.Results, StringComparison.Ordinal);
        Assert.StartsWith("my_var\n\ninputs:       close\n", describe.Results, StringComparison.Ordinal);
        Assert.Contains("\nnote:         mine\n\nmy_var = var(where(ret, ret < 0), ddof=0)\n\nprogram: 1 factor, ", describe.Results, StringComparison.Ordinal);
        Assert.StartsWith("program: 2 factors, ", explain.Results, StringComparison.Ordinal);
    }

    [Fact]
    public void Factors_WithAMisspeltNameOfADefinedOne_SaysTheNearest()
    {
        ToolRun run = ToolRun.Of("compute", s_bars, "--define", Mine, "--factors", "my_vra");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("my_vra (nearest: my_var)", run.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Functions_ShowsTheReferenceOfTheLanguage()
    {
        ToolRun run = ToolRun.Of("functions");

        Assert.Equal((0, FactorDefinitions.Reference), (run.ExitCode, run.Results));
        Assert.Contains("  lag(x, bars=1) ", run.Results, StringComparison.Ordinal);
    }
}
