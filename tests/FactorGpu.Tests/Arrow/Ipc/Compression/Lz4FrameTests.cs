using System;
using System.Buffers.Binary;
using System.Linq;
using FactorGpu.Arrow.Ipc.Compression;
using Xunit;

namespace FactorGpu.Tests.Arrow.Ipc.Compression;

public sealed class Lz4FrameTests
{
    private const int Mutants = 3000;

    public static TheoryData<string, int> Cases => CodecData.Cases;

    [Theory, MemberData(nameof(Cases))]
    public void Frame_WrittenAndRead_IsWhatItWas(string kind, int length)
    {
        byte[] raw = CodecData.Bytes(kind, length);

        byte[] frame = Encode(raw);

        Assert.Equal(raw, Decode(frame, length));
        Assert.True(frame.Length <= Lz4FrameWriter.RoomFor(length));
    }

    [Theory]
    [InlineData("bars.csv.linked.lz4")]
    [InlineData("bars.csv.checked_blocks.lz4")]
    public void Frame_WrittenByLz4Itself_IsRead(string name)
    {
        byte[] raw = CodecData.Text();

        Assert.Equal(raw, Decode(CodecData.Golden(name), raw.Length));
    }

    [Fact]
    public void Frames_InARowWithSkippableOnesBetween_AreReadAsOne()
    {
        byte[] raw = CodecData.Text();
        byte[] skippable = [0x5F, 0x2A, 0x4D, 0x18, 3, 0, 0, 0, 1, 2, 3];

        byte[]? decoded = Decode([.. skippable, .. CodecData.Golden("bars.csv.linked.lz4"), .. skippable, .. Encode(raw)], 2 * raw.Length);

        Assert.Equal(new[] { raw, raw }.SelectMany(bytes => bytes), decoded);
    }

    [Fact]
    public void Frame_OfNothing_IsRead()
    {
        byte[] frame = Encode([]);

        Assert.Empty(Decode(frame, 0)!);
    }

    [Fact]
    public void IndependentBlock_ThatReachesIntoTheOneBefore_IsRefused()
    {
        byte[] independent = [.. Frame(0x60), 4, 0, 0, 0x80, 1, 2, 3, 4, .. ReachingBlock, 0, 0, 0, 0];
        byte[] linked = [.. Frame(0x40), 4, 0, 0, 0x80, 1, 2, 3, 4, .. ReachingBlock, 0, 0, 0, 0];

        Assert.Equal([1, 2, 3, 4, 1, 2, 3, 4, 7], Decode(linked, 9));
        Assert.StartsWith("holds an LZ4 block at its byte 15 that is malformed", Fault(independent, 9), StringComparison.Ordinal);
    }

    [Fact]
    public void LinkedBlock_ThatReachesIntoTheFrameBefore_IsRefused()
    {
        byte[] frames = [.. Frame(0x40), 4, 0, 0, 0x80, 1, 2, 3, 4, 0, 0, 0, 0, .. Frame(0x40), .. ReachingBlock, 0, 0, 0, 0];

        string? fault = Fault(frames, 9);

        Assert.StartsWith("holds an LZ4 block at its byte 26 that is malformed", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(8, 1, "holds an LZ4 frame whose descriptor does not fit its checksum")]
    [InlineData(14, 1, "holds an LZ4 frame whose descriptor does not fit its checksum")]
    [InlineData(0, 1, "holds no LZ4 frame at its byte 0 (it starts with 0x184D2205)")]
    [InlineData(4, 0x80, "holds an LZ4 frame of an unknown kind (descriptor 0xCC 0x40)")]
    [InlineData(4, 0x02, "holds an LZ4 frame of an unknown kind (descriptor 0x4E 0x40)")]
    [InlineData(5, 0x70, "holds an LZ4 frame of an unknown kind (descriptor 0x4C 0x30)")]
    [InlineData(4, 0x01, "holds an LZ4 frame that needs a dictionary")]
    [InlineData(18, 0x01, "at its byte 15, in a frame whose blocks have 65536 at most")]
    [InlineData(-1, 0x01, "holds an LZ4 frame whose content does not fit its checksum")]
    [InlineData(40, 0x01, "holds an LZ4 frame whose content does not fit its checksum")]
    public void Frame_WithAChangedBit_IsRefusedByName(int at, byte bits, string expected)
    {
        byte[] frame = CodecData.Golden("bars.csv.linked.lz4");
        frame[at < 0 ? frame.Length + at : at] ^= bits;

        string? fault = Fault(frame, CodecData.Text().Length);

        Assert.Contains(expected, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Block_WithAChangedBit_DoesNotFitItsOwnChecksum()
    {
        byte[] frame = CodecData.Golden("bars.csv.checked_blocks.lz4");
        frame[100] ^= 1;

        string? fault = Fault(frame, CodecData.Text().Length);

        Assert.Equal("holds an LZ4 block at its byte 7 that does not fit its checksum", fault);
    }

    [Fact]
    public void Frame_OfTheLegacyKind_IsRefusedByName()
    {
        string? fault = Fault([0x02, 0x21, 0x4C, 0x18, 1, 0, 0, 0, 0], 1);

        Assert.Equal("holds a legacy LZ4 frame at its byte 0 (it starts with 0x184C2102)", fault);
    }

    [Fact]
    public void Frame_OfAnotherLengthThanItStates_IsRefused()
    {
        byte[] frame = Encode([1, 2, 3]);
        frame[6] = 4;
        frame[14] = Lz4FrameFormat.DescriptorCheck(frame.AsSpan(4, 10));

        string? fault = Fault(frame, 3);

        Assert.Equal("holds an LZ4 frame of 3 bytes that is said to have 4", fault);
    }

    [Fact]
    public void Output_OfAnotherLengthThanIsStated_IsRefused()
    {
        byte[] frame = Encode([1, 2, 3]);

        Assert.Equal("holds 3 bytes of LZ4_FRAME output where 4 are stated", Fault(frame, 4));
        Assert.StartsWith("holds an LZ4 block at its byte 15 that is malformed, or longer than the 2 bytes", Fault(frame, 2), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bars.csv.linked.lz4")]
    [InlineData("bars.csv.checked_blocks.lz4")]
    public void Frame_CutOffAnywhere_IsRefused(string name)
    {
        byte[] frame = CodecData.Golden(name);
        byte[] raw = new byte[CodecData.Text().Length];

        for (int length = 0; length < frame.Length; length += length < 64 || length > frame.Length - 64 ? 1 : 37)
        {
            string? fault = Lz4FrameReader.Decode(frame.AsSpan(0, length), raw);

            Assert.Equal(length == 0 ? $"holds 0 bytes of LZ4_FRAME output where {raw.Length} are stated" : $"ends after {length} bytes, inside an LZ4 frame", fault);
        }
    }

    [Fact]
    public void Frame_WithChangedBytes_IsRefusedOrReadRight()
    {
        byte[] whole = CodecData.Golden("bars.csv.linked.lz4");
        byte[] expected = CodecData.Text();
        byte[] raw = new byte[expected.Length];

        for (int seed = 0; seed < Mutants; seed++)
        {
            var random = new Random(seed);
            byte[] frame = (byte[])whole.Clone();
            for (int n = random.Next(1, 4); n > 0; n--)
            {
                frame[random.Next(2) == 0 ? random.Next(40) : random.Next(frame.Length)] = (byte)random.Next(256);
            }

            string? fault = Lz4FrameReader.Decode(frame, raw);

            Assert.True(fault is not null || raw.AsSpan().SequenceEqual(expected), $"seed {seed}");
        }
    }

    /// <summary>A block that repeats the four bytes before it and adds a 7.</summary>
    private static ReadOnlySpan<byte> ReachingBlock => [5, 0, 0, 0, 0x00, 4, 0, 0x10, 7];

    /// <summary>The head of a frame of blocks of 64 KiB.</summary>
    private static byte[] Frame(byte flags)
    {
        byte[] head = new byte[7];
        BinaryPrimitives.WriteUInt32LittleEndian(head, Lz4FrameFormat.Magic);
        head[4] = flags;
        head[5] = 0x40;
        head[6] = Lz4FrameFormat.DescriptorCheck(head.AsSpan(4, 2));
        return head;
    }

    private static byte[] Encode(byte[] raw)
    {
        byte[] packed = new byte[Lz4FrameWriter.RoomFor(raw.Length)];
        return packed[..Lz4FrameWriter.Encode(raw, packed)];
    }

    private static string? Fault(byte[] frames, int rawBytes) => Lz4FrameReader.Decode(frames, new byte[rawBytes]);

    private static byte[]? Decode(byte[] frames, int rawBytes)
    {
        byte[] raw = new byte[rawBytes];
        return Lz4FrameReader.Decode(frames, raw) is null ? raw : null;
    }
}
