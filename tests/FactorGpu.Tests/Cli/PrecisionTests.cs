using System;
using System.IO;
using System.Text.Json;
using FactorGpu.Tests.Arrow;
using Xunit;

namespace FactorGpu.Tests.Cli;

/// <summary><c>--precision single</c>, in every command that compiles a program or writes bars.</summary>
public sealed class PrecisionTests : IDisposable
{
    private static readonly string s_real = Repository.PathOf("tests/FactorGpu.Tests/Golden/real/bars.csv");

    private readonly BarFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Compute_InSingle_OfSeveralDays_IsNearDouble_AndIsTheSameFromAFileInSingle()
    {
        ToolRun.Of("sample", "--stocks", "60", "--funds", "10", "--days", "2", "--out", PathOf("bars.arrow"), "--layout", "dense");
        ToolRun convert = ToolRun.Of("convert", PathOf("bars.arrow"), "--out", PathOf("single.arrow"), "--layout", "dense", "--precision", "single");

        ToolRun asDouble = ToolRun.Of("compute", PathOf("bars.arrow"), "--factors", "return_var,VP");
        ToolRun asSingle = ToolRun.Of("compute", PathOf("bars.arrow"), "--factors", "return_var,VP", "--precision", "single");
        ToolRun fromSingle = ToolRun.Of("compute", PathOf("single.arrow"), "--factors", "return_var,VP", "--precision", "single");

        Assert.Equal((0, 0, 0, 0), (convert.ExitCode, asDouble.ExitCode, asSingle.ExitCode, fromSingle.ExitCode));
        Assert.EndsWith($"wrote 120 stock-days of 2 days in the dense layout in single precision to {PathOf("single.arrow")}\n", convert.Words, StringComparison.Ordinal);
        Assert.Equal(asSingle.Results, fromSingle.Results);
        Assert.NotEqual(asDouble.Results, asSingle.Results);
        Assert.Equal(asDouble.Results.Split('\n').Length, asSingle.Results.Split('\n').Length);
    }

    [Fact]
    public void Compute_InSingle_OfPricesOffTheTick_NamesThreeStocksOnce()
    {
        string[] codes = ["A", "B", "C", "D"];
        string input = _folder.Csv([.. Array.ConvertAll(codes, code => BarFolder.Row(code, "2024-06-14 09:30:00", code == "B" ? "10.01" : "10.12345")), .. Array.ConvertAll(codes, code => BarFolder.Row(code, "2024-06-17 09:30:00", "10.12345"))]);

        ToolRun run = ToolRun.Of("compute", input, "--preset", "canonical", "--factors", "return_var", "--precision", "single");
        ToolRun inDouble = ToolRun.Of("compute", input, "--preset", "canonical", "--factors", "return_var");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(
            "\noff the tick: 4 stocks (A, B, C, ...) have prices that are no multiples of 0.01 or 0.001 CNY, as adjusted ones; single precision holds these in CNY, and a return of one tick of theirs to four digits only\n",
            run.Words, StringComparison.Ordinal);
        Assert.Single(run.Words.Split("off the tick")[1..]);
        Assert.DoesNotContain("off the tick", inDouble.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("compute")]
    [InlineData("verify")]
    public void Reference_InSingle_IsRefused(string command)
    {
        ToolRun run = ToolRun.Of(command, s_real, "--engine", "reference", "--precision", "single");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("", run.Results);
        Assert.EndsWith("measured against. Take another engine, such as cpu, or double precision.\n", run.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_InSingle_PrintsTheRuleOfSingle_AndCertifiesIt()
    {
        ToolRun run = ToolRun.Of("verify", s_real, "--factors", "return_var,VP", "--precision", "single", "--json", PathOf("x.json"));

        using JsonDocument certificate = JsonDocument.Parse(File.ReadAllText(PathOf("x.json")));
        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("single precision: |x - y| <= 1e-4 max(|y|, IQR of the factor over that day), y in float64;", run.Results, StringComparison.Ordinal);
        Assert.Equal("single", certificate.RootElement.GetProperty("precision").GetString());
        Assert.Equal("single", certificate.RootElement.GetProperty("engines")[0].GetProperty("factors")[0].GetProperty("precision").GetString());
    }

    [Fact]
    public void Bench_InSingle_SaysThePrecisionOfEachRow()
    {
        ToolRun run = ToolRun.Of("bench", "--stocks", "12", "--rounds", "1", "--reference-stocks", "5", "--factors", "return_var", "--each", "--precision", "single", "--json", PathOf("x.json"));

        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(PathOf("x.json")));
        string[] lines = run.Results.Split('\n');
        Assert.Equal(0, run.ExitCode);
        Assert.Matches("^reference +double +5 ", lines[2]);
        Assert.Matches("^cpu, 1 thread +single +12 ", lines[3]);
        Assert.All(
            json.RootElement.GetProperty("rows").EnumerateArray(),
            row => Assert.Equal(row.GetProperty("engine").GetString() == "reference" ? "double" : "single", row.GetProperty("precision").GetString()));
    }

    [Fact]
    public void Describe_InSingle_ShowsTheProgramOverTicks()
    {
        string inSingle = ToolRun.Of("describe", "return_var", "--precision", "single").Results;
        string inDouble = ToolRun.Of("describe", "return_var").Results;

        Assert.Contains("ticks", inSingle.Split("program:")[1], StringComparison.Ordinal);
        Assert.DoesNotContain("ticks", inDouble.Split("program:")[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Convert_ToSingleInTheLongLayout_IsRefusedBeforeAnyReading()
    {
        ToolRun run = ToolRun.Of("convert", "no-such-bars.csv", "--out", PathOf("x.arrow"), "--precision", "single");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("in single precision in the long layout, which holds float64 alone.", run.Words, StringComparison.Ordinal);
    }

    private string PathOf(string name) => Path.Combine(_folder.Root, name);
}
