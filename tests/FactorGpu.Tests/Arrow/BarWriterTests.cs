using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using FactorGpu.Arrow;
using FactorGpu.Arrow.Ipc;
using FactorGpu.Bars;
using FactorGpu.Errors;
using Xunit;

namespace FactorGpu.Tests.Arrow;

public sealed class BarWriterTests : IDisposable
{
    private readonly BarFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory, InlineData("x.arrow"), InlineData("x.feather"), InlineData("x.IPC"), InlineData("x.csv")]
    public void LongFile_ReadsBackToTheBitsOfTheTensors(string name)
    {
        ImmutableArray<DayTensor> days = WrittenDays.Sample();

        MinuteBars.Of(days).Save(PathOf(name));

        TensorAssert.Same(days, BarFolder.Read(PathOf(name)).Days);
    }

    [Theory, InlineData(ArrowCompression.Lz4), InlineData(ArrowCompression.Zstd)]
    public void LongFile_Compressed_ReadsBackToTheBitsOfTheTensors(ArrowCompression compression)
    {
        if (compression == ArrowCompression.Zstd)
        {
            Requirement.Codecs();
        }

        ImmutableArray<DayTensor> days = WrittenDays.Sample();
        MinuteBars.Of(days).Save(PathOf("raw.arrow"));

        MinuteBars.Of(days).Save(PathOf("x.arrow"), new BarWriteOptions { Compression = compression });

        TensorAssert.Same(days, BarFolder.Read(PathOf("x.arrow")).Days);
        Assert.InRange(new FileInfo(PathOf("x.arrow")).Length, 1, new FileInfo(PathOf("raw.arrow")).Length / 2);
    }

    [Theory]
    [InlineData("x.arrow", ArrowCompression.None)]
    [InlineData("x.arrows", ArrowCompression.None)]
    [InlineData("x.arrow", ArrowCompression.Lz4)]
    [InlineData("x.arrows", ArrowCompression.Lz4)]
    public void DenseFile_ReadsBackToTheBitsOfTheTensors_InTheirOrder(string name, ArrowCompression compression)
    {
        ImmutableArray<DayTensor> days = [.. WrittenDays.Sample().Select(day => DayBuilder.Pick(day, 3, 0, 11, 7, 20))];

        MinuteBars.Of(days).Save(PathOf(name), new BarWriteOptions { Layout = BarLayout.Dense, Compression = compression });

        using LoadedBars read = BarFolder.Read(PathOf(name));
        TensorAssert.Same(days, read.Days);
        Assert.Equal([BarField.LimitUp], read.Files[0].LackingFields);
    }

    [Fact]
    public void DenseFile_KeepsAStockWithoutAnyValue()
    {
        DayTensor sample = SampleMarket.Generate(new SampleOptions { Stocks = 50 }, [new DateOnly(2024, 6, 14)]).Single();

        MinuteBars.Of(sample).Save(PathOf("x.arrow"), new BarWriteOptions { Layout = BarLayout.Dense });

        using LoadedBars read = BarFolder.Read(PathOf("x.arrow"));
        TensorAssert.Same([sample], read.Days);
    }

    [Fact]
    public void LongStream_ReadsBackToTheBitsOfTheTensors()
    {
        ImmutableArray<DayTensor> days = WrittenDays.Sample();

        MinuteBars.Of(days).Save(PathOf("x.arrows"));

        TensorAssert.Same(days, BarFolder.Read(PathOf("x.arrows")).Days);
    }

    [Fact]
    public void LongCsv_HasARowAStockAndMinuteWithAnyValue_ByCodeAndTime()
    {
        MinuteBars.Of(WrittenDays.Small()).Save(PathOf("x.csv"));

        string[] lines = File.ReadAllText(PathOf("x.csv")).Split('\n');

        Assert.Equal(
            [
                "code,datetime,open,high,low,close,volume,amount,vwap",
                "\"A,\"\"1\"\"\",2024-01-02 13:00:00,11,12,10.5,11.5,0,,",
                "B,2024-01-02 09:25:00,10,10,10,10,100,1000,",
                "B,2024-01-02 15:00:00,0.1,1E-300,1.7976931348623157E+308,-0,Infinity,0.3333333333333333,",
                "",
            ],
            lines);
    }

    [Fact]
    public void LongCsv_OfTheSample_IsTheSampleByteForByte()
    {
        string sample = Repository.PathOf("data/sample.csv");

        MinuteBars.Read(sample).Save(PathOf("x.csv"));

        Assert.Equal(File.ReadAllBytes(sample), File.ReadAllBytes(PathOf("x.csv")));
    }

    [Fact]
    public void LongFile_KeepsVwap_ThoughItIsMissing_SinceAReaderWouldMakeOne()
    {
        DayTensor day = DayBuilder.Stock(close: [10, 11], slots: [0, 1]);

        MinuteBars.Of(day).Save(PathOf("x.arrow"));

        Assert.Equal(["code", "datetime", "open", "high", "low", "close", "volume", "amount", "num_trades", "vwap"], Columns("x.arrow"));
        Assert.Equal([], TensorAssert.FilledSlots(BarFolder.Read(PathOf("x.arrow")).Days[0], BarField.Vwap, 0));
    }

    [Fact]
    public void LongFile_LosesAStockWithoutAnyValue()
    {
        DayTensor whole = WrittenDays.Small();
        double[] values = [.. BarFields.All.SelectMany(field => whole.Row(field, 0).ToArray().Concat(Enumerable.Repeat(double.NaN, BarAxis.SlotCount)))];
        var day = new DayTensor(whole.Date, new StockList(["B", "suspended"]), values, AuctionBars.None);

        MinuteBars.Of(day).Save(PathOf("x.arrow"));

        Assert.Equal(["B"], BarFolder.Read(PathOf("x.arrow")).Days[0].Stocks.Codes);
    }

    [Fact]
    public void DenseFile_LeavesOutWhatIsMissingOnAllDays_AndKeepsWhatAReaderNeeds()
    {
        double[] values = new double[BarFields.Count * BarAxis.SlotCount];
        Array.Fill(values, double.NaN);
        values[(int)BarField.LimitUp * BarAxis.SlotCount] = 1;
        var day = new DayTensor(new DateOnly(2024, 1, 2), new StockList(["A"]), values, AuctionBars.None);

        MinuteBars.Of(day).Save(PathOf("x.arrow"), new BarWriteOptions { Layout = BarLayout.Dense });

        Assert.Equal(["code", "date", "open", "high", "low", "close", "volume", "amount", "limit_up"], Columns("x.arrow"));
    }

    [Fact]
    public void DenseFile_HasTheBytesOfAFieldAsTheyLieInMemory_AtAMultipleOf64()
    {
        DayTensor day = WrittenDays.Sample()[0];

        MinuteBars.Of(day).Save(PathOf("x.arrow"), new BarWriteOptions { Layout = BarLayout.Dense });

        byte[] file = File.ReadAllBytes(PathOf("x.arrow"));
        byte[] close = [.. day.Field(BarField.Close).ToArray().SelectMany(BitConverter.GetBytes)];
        int at = file.AsSpan().IndexOf(close);
        Assert.True(at > 0);
        Assert.Equal(0, at % 64);
    }

    [Fact]
    public void Bars_WithoutADay_GiveAFileWithoutRows()
    {
        MinuteBars.Of().Save(PathOf("x.csv"));
        MinuteBars.Of().Save(PathOf("x.arrow"));

        Assert.Equal("code,datetime,open,high,low,close,volume,amount,vwap\n", File.ReadAllText(PathOf("x.csv")));
        Assert.Contains("has column names but no rows", BarFolder.Refusal(PathOf("x.arrow")), StringComparison.Ordinal);
    }

    [Fact]
    public void Save_ReplacesAnExistingFile_AndLeavesNothingElse()
    {
        string path = _folder.Bytes("x.arrow", new byte[100_000]);

        MinuteBars.Of(WrittenDays.Small()).Save(path);

        Assert.Equal("ARROW1"u8, File.ReadAllBytes(path).AsSpan(0, 6));
        Assert.Equal([path], Directory.GetFileSystemEntries(_folder.Root));
    }

    [Fact]
    public void Save_WhereNoFileCanBe_NamesThePath_AndLeavesNothing()
    {
        Directory.CreateDirectory(PathOf("taken.arrow"));

        string message = Refusal("taken.arrow", new BarWriteOptions());

        Assert.StartsWith($"Bars cannot be written to {PathOf("taken.arrow")}: ", message, StringComparison.Ordinal);
        Assert.Equal([PathOf("taken.arrow")], Directory.GetFileSystemEntries(_folder.Root));
    }

    [Fact]
    public void Save_UnderAnUnknownSuffix_SaysWhichAreKnown()
        => Assert.Equal(
            $"Bars were asked for in {PathOf("x.parquet")}, and .parquet is no known format. Use a path that ends in .arrow, .feather, .ipc, .arrows, .csv.",
            Refusal("x.parquet", new BarWriteOptions()));

    [Fact]
    public void Save_OfDenseBarsAsCsv_IsRefused()
        => Assert.Equal(
            $"Bars were asked for in {PathOf("x.csv")} in the dense layout; CSV holds the long layout alone. Ask for the long layout, or use a path that ends in .arrow.",
            Refusal("x.csv", new BarWriteOptions { Layout = BarLayout.Dense }));

    [Fact]
    public void Save_OfCompressedCsv_IsRefused()
        => Assert.StartsWith(
            $"Bars were asked for in {PathOf("x.csv")} compressed with lz4; CSV is written without compression.",
            Refusal("x.csv", new BarWriteOptions { Compression = ArrowCompression.Lz4 }), StringComparison.Ordinal);

    [Fact]
    public void CheckPath_WithoutItsFolder_NamesTheFolder()
    {
        var thrown = Assert.Throws<FactorGpuException>(() => BarFile.CheckPath(PathOf("missing/x.arrow")));

        Assert.Contains($"there is no folder {PathOf("missing")}", thrown.Message, StringComparison.Ordinal);
    }

    private string PathOf(string name) => Path.Combine(_folder.Root, name);

    private string[] Columns(string name)
    {
        using ArrowFile file = ArrowFile.Open(PathOf(name));
        return [.. file.Fields.Select(field => field.Name)];
    }

    private string Refusal(string name, BarWriteOptions options)
        => Assert.Throws<FactorGpuException>(() => MinuteBars.Of(WrittenDays.Small()).Save(PathOf(name), options)).Message;
}
