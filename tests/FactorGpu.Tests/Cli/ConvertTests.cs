using System;
using System.IO;
using FactorGpu.Tests.Arrow;
using Xunit;

namespace FactorGpu.Tests.Cli;

public sealed class ConvertTests : IDisposable
{
    private static readonly string s_sample = Repository.PathOf("data/sample.csv");

    private readonly BarFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Convert_SaysWhatItReadAndWrote_AndTheFileReadsBack()
    {
        string path = PathOf("x.arrow");

        ToolRun run = ToolRun.Of("convert", s_sample, "--out", path);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("", run.Results);
        Assert.StartsWith($"read {s_sample}: 23076 rows, 50 stocks, 2 days, as in canonical (", run.Words, StringComparison.Ordinal);
        Assert.EndsWith(
            $"\nwrote 98 stock-days of 2 days in the long layout to {path}\n", run.Words, StringComparison.Ordinal);
        TensorAssert.Same(BarFolder.Read(s_sample), BarFolder.Read(path));
    }

    [Theory, InlineData("none"), InlineData("lz4")]
    public void Convert_ToTheDenseLayout_WritesALineAStockAndDay(string compression)
    {
        string path = PathOf("x.arrows");

        ToolRun run = ToolRun.Of("convert", s_sample, "--out", path, "--layout", "dense", "--compression", compression);

        Assert.Equal(0, run.ExitCode);
        Assert.EndsWith($"wrote 98 stock-days of 2 days in the dense layout to {path}\n", run.Words, StringComparison.Ordinal);
        Assert.Equal([path], Directory.GetFileSystemEntries(_folder.Root));
    }

    [Fact]
    public void Convert_ToTheLongLayout_SaysHowManyStocksHaveNoRows()
    {
        string input = _folder.Csv(BarFolder.Row("A", "2024-06-14 09:30:00"), BarFolder.Row("A", "2024-06-14 13:00:00"), "B,2024-06-14 13:00:00,,,,,,");

        ToolRun run = ToolRun.Of("convert", input, "--out", PathOf("y.csv"));

        Assert.EndsWith(
            $"wrote 1 stock-days of 1 days in the long layout to {PathOf("y.csv")}; left out 1 without any value, for which it has no rows\n",
            run.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Convert_UnderAPreset_MovesTheStamps()
    {
        string input = _folder.Csv(BarFolder.Row("A", "2024-06-14 09:31:00"));

        ToolRun run = ToolRun.Of("convert", input, "--preset", "end240", "--out", PathOf("y.csv"));

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("A,2024-06-14 09:30:00,10,10,10,10,100,1000,", File.ReadAllLines(PathOf("y.csv"))[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x.csv", "--layout", "dense", "CSV holds the long layout alone")]
    [InlineData("x.csv", "--compression", "lz4", "CSV is written without compression")]
    [InlineData("x.parquet", "--layout", "long", ".parquet is no known format")]
    [InlineData("missing/x.arrow", "--layout", "long", "there is no folder")]
    public void Convert_ToWhatCannotBe_IsRefusedBeforeAnyReading(string name, string option, string value, string says)
    {
        ToolRun run = ToolRun.Of("convert", "no-such-bars.csv", "--out", PathOf(name), option, value);

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("factorgpu: ", run.Words, StringComparison.Ordinal);
        Assert.Contains(says, run.Words, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Root));
    }

    [Fact]
    public void Convert_OfAFileThatCannotBeRead_LeavesNoFile()
    {
        ToolRun run = ToolRun.Of("convert", "no-such-bars.csv", "--out", PathOf("x.arrow"));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("there is no file of that name", run.Words, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Root));
    }

    [Theory]
    [InlineData("--layout", "wide", "'wide'")]
    [InlineData("--compression", "gzip", "'gzip'")]
    public void Convert_WithAnUnknownValue_SaysWhichThereAre(string option, string value, string says)
    {
        ToolRun run = ToolRun.Of("convert", s_sample, "--out", PathOf("x.arrow"), option, value);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(says, run.Words, StringComparison.Ordinal);
        Assert.Contains("factorgpu --help", run.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Convert_WithoutOut_SaysThatItIsMissing()
    {
        ToolRun run = ToolRun.Of("convert", s_sample);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--out", run.Words, StringComparison.Ordinal);
    }

    [Theory, InlineData("long"), InlineData("dense")]
    public void Convert_OfADenseFileOntoItself_ReplacesIt(string layout)
    {
        string path = PathOf("x.arrow");
        ToolRun.Of("convert", s_sample, "--out", path, "--layout", "dense");

        ToolRun run = ToolRun.Of("convert", path, "--out", path, "--layout", layout);

        Assert.Equal(0, run.ExitCode);
        TensorAssert.Same(BarFolder.Read(s_sample), BarFolder.Read(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(_folder.Root));
    }

    private string PathOf(string name) => Path.Combine(_folder.Root, name);
}
