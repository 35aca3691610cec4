using System;
using System.IO;
using System.Text.Json;
using FactorGpu.Cli;
using FactorGpu.Tests.Verification;
using Xunit;

namespace FactorGpu.Tests.Cli;

public sealed class VerifyCommandTests
{
    private static readonly string s_real = Repository.PathOf("tests/FactorGpu.Tests/Golden/real/bars.csv");

    [Fact]
    public void Verify_OfTheReference_FindsNothing_AndEndsWithZero()
    {
        ToolRun run = ToolRun.Of("verify", s_real, "--engine", "reference", "--factors", "VP,return_var,amount_order_avg");

        Assert.Equal(0, run.ExitCode);
        Assert.EndsWith("reference: 3 factors, 4 stock-days: 0 out\n", run.Results, StringComparison.Ordinal);
        Assert.Contains($"read {s_real}: 960 rows", run.Words, StringComparison.Ordinal);
        Assert.Contains("empty, for want of a field that they read: amount_order_avg\n", run.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_OfEveryEngine_OnTheRealDays_IsNotOut()
    {
        ToolRun run = ToolRun.Of("verify", s_real);

        Assert.Equal(0, run.ExitCode);
        Assert.EndsWith("50 factors, 4 stock-days: 0 out\n", run.Results, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_OfAnEngineWithAFault_EndsWithOne_AndNamesFactorAndStockDay()
    {
        ToolRun run = ToolRun.Of(streams => WithFault(streams, "VP", "600000.SH"), s_real, "--factors", "VP,return_var");

        string[] lines = run.Results.Split('\n');
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("double precision: |x - y| <= 1e-12 max(|x|, |y|, S);", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("VP ", lines[3], StringComparison.Ordinal);
        Assert.Contains("600000.SH 2024-06-14", lines[3], StringComparison.Ordinal);
        Assert.Equal("faulty: 2 factors, 4 stock-days: 1 out: VP", lines[5]);
    }

    [Fact]
    public void Verify_WithACertificate_SaysWhatWasVerifiedWhereAndHow()
    {
        using var folder = new TempFolder();
        string path = Path.Combine(folder.Path, "certificate.json");

        ToolRun run = ToolRun.Of(streams => WithFault(streams, "VP", "600000.SH"), s_real, "--factors", "VP,return_var", "--json", path);

        using JsonDocument certificate = JsonDocument.Parse(File.ReadAllText(path));
        JsonElement root = certificate.RootElement;
        JsonElement input = root.GetProperty("inputs")[0];
        JsonElement vp = root.GetProperty("engines")[0].GetProperty("factors")[0];
        Assert.Equal(1, run.ExitCode);
        Assert.Equal([path], Directory.GetFileSystemEntries(folder.Path));
        Assert.All(["factorgpu", "runtime", "os", "cpu", "rule"], name => Assert.NotEqual("", root.GetProperty(name).GetString()));
        Assert.Matches("^20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$", root.GetProperty("time").GetString());
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(s_real))), input.GetProperty("sha256").GetString());
        Assert.Equal((s_real, new FileInfo(s_real).Length), (input.GetProperty("path").GetString(), input.GetProperty("bytes").GetInt64()));
        Assert.Equal((2, 4, true), (root.GetProperty("days").GetInt32(), root.GetProperty("stockDays").GetInt32(), root.GetProperty("isOut").GetBoolean()));
        Assert.Equal(
            ("VP", "Infinity", "600000.SH", "2024-06-14", "NaN", 1),
            (Text(vp, "factor"), Text(vp, "worstError"), Text(vp, "code"), Text(vp, "date"), Text(vp, "value"), vp.GetProperty("out").GetInt32()));
        Assert.InRange(vp.GetProperty("reference").GetDouble(), -1, 1);
        Assert.Equal("return_var", Text(root.GetProperty("engines")[0].GetProperty("factors")[1], "factor"));
    }

    [Theory]
    [InlineData("no-such-bars.csv", "there is no file of that name", "x.json")]
    [InlineData("no-such-bars.csv", "there is no folder", "no-such-folder/x.json")]
    public void Verify_OfWrongInput_EndsWithTwo_AndLeavesNoFile(string input, string says, string certificate)
    {
        using var folder = new TempFolder();

        ToolRun run = ToolRun.Of("verify", input, "--json", Path.Combine(folder.Path, certificate));

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("", run.Results);
        Assert.Contains(says, run.Words, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Verify_EndedHalfway_SaysSo_AndLeavesNoFile()
    {
        using var folder = new TempFolder();

        ToolRun run = ToolRun.OnTerminal("verifying: 50 %", "verify", s_real, "--json", Path.Combine(folder.Path, "x.json"));

        Assert.Equal(130, run.ExitCode);
        Assert.Equal("", run.Results);
        Assert.EndsWith("factorgpu: ended before it was done; nothing was left half-written.\n", run.Words, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Verify_WithACertificate_OfAFileThatIsGoneAtTheEnd_SaysSo_AndLeavesNone()
    {
        using var folder = new TempFolder();
        string bars = Path.Combine(folder.Path, "bars.csv");
        File.Copy(s_real, bars);

        ToolRun run = ToolRun.Of(
            streams => VerifyCommand.Make(streams, (read, program, options, cancellation) =>
            {
                File.Delete(bars);
                return read.Verify(program, options, cancellation);
            }),
            bars, "--factors", "return_var", "--json", Path.Combine(folder.Path, "certificate.json"));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"{bars} was verified; for the certificate it is read once more, and that fails: ", run.Words, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    private static System.CommandLine.Command WithFault(ToolStreams streams, string factor, string code)
        => VerifyCommand.Make(streams, (bars, program, options, cancellation) => bars.Verify(
            program,
            [EngineDouble.Named("faulty", results => results[factor, code] = results.Day.Date == bars.Days[0].Date ? double.NaN : results[factor, code])],
            options.Progress,
            cancellation));

    private static string? Text(JsonElement row, string name) => row.GetProperty(name).GetString();
}
