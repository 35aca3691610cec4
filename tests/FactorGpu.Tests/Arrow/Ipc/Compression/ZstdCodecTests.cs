using System;
using FactorGpu.Arrow.Ipc.Compression;
using Xunit;

namespace FactorGpu.Tests.Arrow.Ipc.Compression;

public sealed class ZstdCodecTests
{
    private const int Mutants = 2000;

    public static TheoryData<string, int> Cases => CodecData.Cases;

    [Theory, MemberData(nameof(Cases))]
    public void Frame_WrittenAndRead_IsWhatItWas(string kind, int length)
    {
        Requirement.Codecs();
        byte[] raw = CodecData.Bytes(kind, length);

        byte[] frame = Encode(raw);

        Assert.Null(ZstdCodec.CheckSize(frame, length));
        Assert.Equal(raw, Decode(frame, length));
    }

    [Theory]
    [InlineData("bars.csv.sized.zst")]
    [InlineData("bars.csv.unsized.zst")]
    public void Frame_WrittenByZstdItself_IsReadWhetherItStatesItsSizeOrNot(string name)
    {
        Requirement.Codecs();
        byte[] raw = CodecData.Text();
        byte[] frame = CodecData.Golden(name);

        Assert.Null(ZstdCodec.CheckSize(frame, raw.Length));
        Assert.Equal(raw, Decode(frame, raw.Length));
    }

    [Fact]
    public void Frame_OfAnotherSizeThanIsStated_IsRefused()
    {
        Requirement.Codecs();
        int length = CodecData.Text().Length;

        Assert.Equal($"holds a ZSTD frame of {length} bytes where {length + 1} are stated", ZstdCodec.CheckSize(CodecData.Golden("bars.csv.sized.zst"), length + 1));
        Assert.Equal($"holds {length} bytes of ZSTD output where {length + 1} are stated", ZstdCodec.Decode(CodecData.Golden("bars.csv.unsized.zst"), new byte[length + 1]));
        Assert.Equal(
            $"holds ZSTD frames that cannot be decompressed to the {length - 1} bytes that are stated (ZSTD_decompress: Destination buffer is too small)",
            ZstdCodec.Decode(CodecData.Golden("bars.csv.unsized.zst"), new byte[length - 1]));
    }

    [Fact]
    public void Bytes_ThatAreNoFrame_AreRefused()
    {
        Requirement.Codecs();

        string? fault = ZstdCodec.CheckSize(CodecData.Golden("bars.csv.linked.lz4"), 1);

        Assert.Equal("holds no ZSTD frame", fault);
    }

    [Fact]
    public void Frame_WithChangedBytes_IsRefusedOrReadRight()
    {
        Requirement.Codecs();
        byte[] whole = CodecData.Golden("bars.csv.sized.zst");
        byte[] expected = CodecData.Text();
        byte[] raw = new byte[expected.Length];

        for (int seed = 0; seed < Mutants; seed++)
        {
            var random = new Random(seed);
            byte[] frame = (byte[])whole.Clone();
            for (int n = random.Next(1, 4); n > 0; n--)
            {
                frame[random.Next(frame.Length)] = (byte)random.Next(256);
            }

            // The zstd tool adds a checksum, so nothing wrong is taken for right.
            string? fault = ZstdCodec.Decode(frame, raw);

            Assert.True(fault is not null || raw.AsSpan().SequenceEqual(expected), $"seed {seed}");
        }
    }

    private static byte[] Encode(byte[] raw)
    {
        byte[] packed = new byte[ZstdCodec.RoomFor(raw.Length)];
        return packed[..ZstdCodec.Encode(raw, packed)];
    }

    private static byte[]? Decode(byte[] frame, int rawBytes)
    {
        byte[] raw = new byte[rawBytes];
        return ZstdCodec.Decode(frame, raw) is null ? raw : null;
    }
}
