using FactorGpu.Arrow;
using FactorGpu.Arrow.Ipc;
using FactorGpu.Arrow.Ipc.Compression;
using FactorGpu.Errors;
using Xunit;

namespace FactorGpu.Tests.Arrow.Ipc.Compression;

public sealed class BodyCompressionTests
{
    private const int CompressionField = 3;

    [Theory]
    [InlineData(0, ArrowCompression.Lz4)]
    [InlineData(1, ArrowCompression.Zstd)]
    public void Codec_OfTheFormat_IsRead(byte codec, ArrowCompression expected)
    {
        ArrowCompression compression = Read(codec, method: 0, CompressionField);

        Assert.Equal(expected, compression);
    }

    [Fact]
    public void Batch_WithoutTheField_IsNotCompressed()
    {
        ArrowCompression compression = Read(codec: 1, method: 0, CompressionField + 1);

        Assert.Equal(ArrowCompression.None, compression);
    }

    [Theory]
    [InlineData(2, 0, "codec 2")]
    [InlineData(0, 1, "method 1")]
    public void Compression_NotOfTheFormat_IsRefusedByName(byte codec, byte method, string expected)
    {
        var thrown = Assert.Throws<BarFormatException>(() => Read(codec, method, CompressionField));

        Assert.Equal(
            $"bars.arrow has bodies compressed by {expected} of the format; LZ4_FRAME (codec 0) and ZSTD (codec 1) of each buffer (method 0) are read. Write it with compression=\"lz4\".",
            thrown.Message);
    }

    /// <summary>Reads from a batch header that has its field 3 alone, a table of two bytes.</summary>
    private static ArrowCompression Read(byte codec, byte method, int field)
    {
        byte[] header =
        [
            16, 0, 0, 0,
            12, 0, 8, 0, 0, 0, 0, 0, 0, 0, 4, 0, // vtable of the header
            12, 0, 0, 0, 12, 0, 0, 0,
            8, 0, 6, 0, 4, 0, 5, 0, // vtable of the compression
            8, 0, 0, 0, codec, method,
        ];
        return BodyCompression.Read(FlatTable.Root(header, "bars.arrow", "record batch 0"), field, "bars.arrow");
    }
}
