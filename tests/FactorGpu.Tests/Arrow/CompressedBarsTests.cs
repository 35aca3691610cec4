using System;
using System.Buffers.Binary;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using FactorGpu.Arrow;
using FactorGpu.Arrow.Ipc;
using FactorGpu.Tests.Arrow.Ipc;
using Xunit;

namespace FactorGpu.Tests.Arrow;

/// <summary>Files with compressed bodies, by Polars and by Arrow C++, hold what the same files without compression hold.</summary>
public sealed class CompressedBarsTests : IDisposable
{
    private readonly BarFolder _folder = new();

    public static TheoryData<string> Codecs => ["lz4", "zstd"];

    public void Dispose() => _folder.Dispose();

    [Theory, MemberData(nameof(Codecs))]
    public void RealBars_Compressed_AreTheTensorsOfTheUncompressedOnes(string codec)
    {
        RequireFor(codec);

        LoadedBars bars = BarFolder.Read(BarFolder.Golden($"real/bars_{codec}.arrow"));

        TensorAssert.Same(BarFolder.Read(BarFolder.Golden("real/bars_uncompressed.arrow")), bars);
    }

    [Theory, MemberData(nameof(Codecs))]
    public void RealBars_OfAll201StockDays_AreTheTensorsOfTheUncompressedOnes(string codec)
    {
        RequireFor(codec);
        string folder = Path.Combine(Requirement.Shared(), "golden", "real");

        LoadedBars bars = BarFolder.Read(Path.Combine(folder, $"bars_{codec}.arrow"));

        TensorAssert.Same(BarFolder.Read(Path.Combine(folder, "bars_uncompressed.arrow")), bars);
    }

    [Theory, MemberData(nameof(Codecs))]
    public void SmallBars_WithTextsAndNulls_AreTheTensorsOfTheCsv(string codec)
    {
        RequireFor(codec);

        LoadedBars bars = BarFolder.Read(BarFolder.Golden($"arrow/polars_{codec}.arrow"));

        TensorAssert.Same(BarFolder.Read(BarFolder.Golden("arrow/bars.csv")), bars);
    }

    [Theory]
    [InlineData("lz4")]
    [InlineData("zstd")]
    [InlineData("uncompressible_lz4")]
    [InlineData("uncompressible_zstd")]
    public void IntegrationFile_OfArrowItself_HoldsWhatItsJsonSays(string name)
    {
        RequireFor(name);
        string folder = Path.Combine(Requirement.Shared(), "arrow", "integration", "2.0.0-compression");
        using JsonDocument json = JsonDocument.Parse(new GZipStream(File.OpenRead(Path.Combine(folder, $"generated_{name}.json.gz")), CompressionMode.Decompress));

        using ArrowFile file = ArrowFile.Open(Path.Combine(folder, $"generated_{name}.arrow_file"));

        JsonElement[] batches = [.. json.RootElement.GetProperty("batches").EnumerateArray()];
        Assert.Equal(batches.Length, file.Batches.Length);
        foreach ((JsonElement expected, ArrowBatch batch) in batches.Zip(file.Batches))
        {
            foreach ((JsonElement column, ArrowField field) in expected.GetProperty("columns").EnumerateArray().Zip(file.Fields))
            {
                Assert.Equal(Values(column), Values(batch.Column(field)));
            }
        }
    }

    [Fact]
    public void Columns_AskedForOnSeveralThreads_AreThoseOfOneThread()
    {
        using ArrowFile file = ArrowFile.Open(BarFolder.Golden("real/bars_lz4.arrow"));
        byte[][] expected = [.. file.Fields.Select(field => Bytes(file, field))];

        byte[][] actual = new byte[expected.Length * 20][];
        Parallel.For(0, actual.Length, i => actual[i] = Bytes(file, file.Fields[i % expected.Length]));

        Assert.All(Enumerable.Range(0, actual.Length), i => Assert.Equal(expected[i % expected.Length], actual[i]));
    }

    [Fact]
    public void Body_OfAnUnknownCodec_IsRefusedByName()
    {
        byte[] file = File.ReadAllBytes(BarFolder.Golden("arrow/polars_zstd.arrow"));
        file[ArrowBytes.BodyCodec(file)] = 7;

        string path = _folder.Bytes("changed.arrow", file);

        Assert.StartsWith($"{path} has bodies compressed by codec 7 of the format; ", BarFolder.Refusal(path), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Codecs))]
    public void Batch_OfMoreRowsThanItsBuffersState_IsRefusedBeforeMemoryIsTaken(string codec)
    {
        byte[] file = File.ReadAllBytes(BarFolder.Golden($"real/bars_{codec}.arrow"));
        BinaryPrimitives.WriteInt64LittleEndian(file.AsSpan(ArrowBytes.BatchLength(file)), 100_000);
        BinaryPrimitives.WriteInt64LittleEndian(file.AsSpan(ArrowBytes.FirstNodeLength(file)), 100_000);

        string path = _folder.Bytes("changed.arrow", file);

        Assert.Contains(" bytes is to hold 100000 rows.", BarFolder.Refusal(path), StringComparison.Ordinal);
    }

    private static void RequireFor(string codec)
    {
        if (codec.EndsWith("zstd", StringComparison.Ordinal))
        {
            Requirement.Codecs();
        }
    }

    private static byte[] Bytes(ArrowFile file, ArrowField field)
    {
        ArrowColumn column = file.Batches[0].Column(field);
        return [.. Enumerable.Range(0, column.BufferCount).SelectMany(b => column.Bytes(b).ToArray())];
    }

    private static string?[] Values(JsonElement column)
    {
        JsonElement[] validity = [.. column.GetProperty("VALIDITY").EnumerateArray()];
        return [.. column.GetProperty("DATA").EnumerateArray().Select((value, row) => validity[row].GetInt32() == 0 ? null : value.ToString())];
    }

    /// <summary>The texts or integers of a column, null where they are.</summary>
    private static string?[] Values(ArrowColumn column)
    {
        string?[] values = new string?[column.RowCount];
        double[] numbers = new double[column.RowCount];
        if (!column.Type.IsText)
        {
            ArrowNumbers.Read(column, numbers);
        }

        for (int row = 0; row < values.Length; row++)
        {
            if (ArrowColumn.IsValid(column.Validity, row))
            {
                values[row] = column.Type.IsText ? Encoding.UTF8.GetString(new ArrowTexts(column)[row]) : numbers[row].ToString("F0", CultureInfo.InvariantCulture);
            }
        }

        return values;
    }
}
