using System;
using System.Buffers.Binary;
using FactorGpu.Arrow;
using FactorGpu.Arrow.Ipc.Compression;
using FactorGpu.Errors;
using Xunit;

namespace FactorGpu.Tests.Arrow.Ipc.Compression;

public sealed class CompressedBufferTests
{
    private const long StoredRaw = -1;

    [Theory]
    [InlineData(ArrowCompression.Lz4)]
    [InlineData(ArrowCompression.Zstd)]
    public void Buffer_ThatShrinks_StatesItsLengthAndReadsBack(ArrowCompression codec)
    {
        RequireFor(codec);
        byte[] raw = CodecData.Bytes("prices", 80_000);

        ReadOnlyMemory<byte> framed = CompressedBuffer.Compress(codec, raw);

        Assert.Equal(raw.Length, BinaryPrimitives.ReadInt64LittleEndian(framed.Span));
        Assert.InRange(framed.Length, 1, raw.Length / 2);
        Assert.Equal(raw, Decompress(codec, framed));
    }

    [Theory]
    [InlineData(ArrowCompression.Lz4)]
    [InlineData(ArrowCompression.Zstd)]
    public void Buffer_ThatDoesNotShrink_IsStoredAsItIs(ArrowCompression codec)
    {
        RequireFor(codec);
        byte[] raw = CodecData.Bytes("random", 1000);

        ReadOnlyMemory<byte> framed = CompressedBuffer.Compress(codec, raw);

        Assert.Equal(StoredRaw, BinaryPrimitives.ReadInt64LittleEndian(framed.Span));
        Assert.Equal(raw, framed[8..].ToArray());
        Assert.Equal(raw, Decompress(codec, framed));
    }

    [Theory]
    [InlineData(ArrowCompression.Lz4)]
    [InlineData(ArrowCompression.Zstd)]
    public void Buffer_OfNothing_StaysEmpty(ArrowCompression codec)
    {
        ReadOnlyMemory<byte> framed = CompressedBuffer.Compress(codec, []);

        Assert.True(framed.IsEmpty);
        Assert.Empty(Decompress(codec, framed));
        Assert.Empty(Decompress(codec, Framed(0)));
    }

    [Theory]
    [InlineData(ArrowCompression.Lz4)]
    [InlineData(ArrowCompression.Zstd)]
    public void Buffer_TooShortForItsLength_IsRefused(ArrowCompression codec)
    {
        string message = Refusal(codec, new byte[7]);

        Assert.Equal(
            "bars.arrow starts as an Arrow IPC file or stream but is broken: a compressed buffer of its record batch 3 has 7 bytes, too few to state its length. Write it again, or fetch it again.", message);
    }

    [Theory]
    [InlineData(ArrowCompression.Lz4, -2, 20)]
    [InlineData(ArrowCompression.Lz4, (20 * 255) + 1, 20)]
    [InlineData(ArrowCompression.Lz4, 1, 0)]
    [InlineData(ArrowCompression.Lz4, int.MaxValue, 16_000_000)]
    [InlineData(ArrowCompression.Lz4, long.MaxValue, 20)]
    [InlineData(ArrowCompression.Zstd, (20 * 32768) + 1, 20)]
    [InlineData(ArrowCompression.Zstd, int.MaxValue, 16_000_000)]
    [InlineData(ArrowCompression.Zstd, long.MinValue, 20)]
    public void Buffer_OfAnImpossibleLength_IsRefusedBeforeMemoryIsTaken(ArrowCompression codec, long stated, int packedBytes)
    {
        string message = Refusal(codec, Framed(stated, new byte[packedBytes]));

        Assert.Contains($"a buffer of its record batch 3 is said to have {stated} bytes, compressed to {packedBytes}.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lz4Buffer_OfZerosAlone_StatesAsMuchAsAnLz4BlockCanHold()
    {
        byte[] zeros = new byte[4_000_000];

        ReadOnlyMemory<byte> framed = CompressedBuffer.Compress(ArrowCompression.Lz4, zeros);

        Assert.InRange(framed.Length, zeros.Length / 255, zeros.Length / 240);
        Assert.Equal(zeros, Decompress(ArrowCompression.Lz4, framed));
    }

    [Fact]
    public void Lz4Buffer_Malformed_IsRefusedWithItsFault()
    {
        string message = Refusal(ArrowCompression.Lz4, Framed(3, "not LZ4"u8));

        Assert.Contains("a compressed buffer of its record batch 3 holds no LZ4 frame at its byte 0 (it starts with 0x20746F6E)", message, StringComparison.Ordinal);
    }

    [Fact]
    public void ZstdBuffer_Malformed_IsRefusedWithItsFault()
    {
        Requirement.Codecs();

        string message = Refusal(ArrowCompression.Zstd, Framed(3, "no ZSTD frame"u8));

        Assert.Contains("a compressed buffer of its record batch 3 holds no ZSTD frame.", message, StringComparison.Ordinal);
    }

    private static byte[] Framed(long stated, ReadOnlySpan<byte> packed = default)
    {
        byte[] framed = [.. new byte[8], .. packed];
        BinaryPrimitives.WriteInt64LittleEndian(framed, stated);
        return framed;
    }

    private static void RequireFor(ArrowCompression codec)
    {
        if (codec == ArrowCompression.Zstd)
        {
            Requirement.Codecs();
        }
    }

    private static byte[] Decompress(ArrowCompression codec, ReadOnlyMemory<byte> framed)
        => CompressedBuffer.Decompress(codec, framed, "bars.arrow", "record batch 3").ToArray();

    private static string Refusal(ArrowCompression codec, byte[] framed)
        => Assert.Throws<BarFormatException>(() => Decompress(codec, framed)).Message;
}
