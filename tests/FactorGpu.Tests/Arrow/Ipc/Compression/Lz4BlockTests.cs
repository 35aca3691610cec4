using System;
using FactorGpu.Arrow.Ipc.Compression;
using Xunit;

namespace FactorGpu.Tests.Arrow.Ipc.Compression;

public sealed class Lz4BlockTests
{
    private const int Mutants = 4000;

    // Bytes around the output that no decoder may touch.
    private const int Guard = 64;
    private const byte Untouched = 0xA5;

    public static TheoryData<string, int> Cases => CodecData.Cases;

    [Theory, MemberData(nameof(Cases))]
    public void Block_Encoded_IsReadByThePlainDecoderAndKeepsTheRulesOfItsEnd(string kind, int length)
    {
        byte[] raw = CodecData.Bytes(kind, length);

        byte[] block = Encode(raw);

        (int start, int end) = PlainLz4.LastMatch(block);
        Assert.Equal(raw, PlainLz4.Decode(block, raw.Length));
        Assert.True(start <= length - 12 && end <= length - 5 || start < 0, $"The last match covers {start}..{end} of {length}.");
    }

    [Theory, MemberData(nameof(Cases))]
    public void Block_Decoded_IsWhatWasEncoded(string kind, int length)
    {
        byte[] raw = CodecData.Bytes(kind, length);

        byte[]? decoded = Decode(Encode(raw), raw.Length, follow: 0);

        Assert.Equal(raw, decoded);
    }

    [Theory]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    public void Block_WithARepeatAtTheEndOfReach_IsReadByThePlainDecoder(int distance)
    {
        byte[] repeated = CodecData.Bytes("random", 16);
        byte[] raw = [.. repeated, .. new byte[distance - 16], .. repeated, .. new byte[20]];

        byte[] block = Encode(raw);

        Assert.Equal(raw, PlainLz4.Decode(block, raw.Length));
    }

    [Fact]
    public void Block_TypedByHand_RepeatsWhatItNames()
    {
        // Four literals, ten bytes from two behind; one literal, four bytes from eleven behind; five literals.
        byte[] block = [0x46, .. "abcd"u8, 2, 0, 0x10, (byte)'x', 11, 0, 0x50, .. "vwxyz"u8];

        byte[]? decoded = Decode(block, 24, follow: 0);

        Assert.Equal("abcdcdcdcdcdcdxcdcdvwxyz"u8.ToArray(), decoded);
    }

    [Theory]
    [InlineData(new byte[] { 0x40, 1, 2, 3, 4, 5, 0, 0x00 })] // a match that starts before the output
    [InlineData(new byte[] { 0x40, 1, 2, 3, 4, 0, 0, 0x00 })] // a match at offset 0
    [InlineData(new byte[] { 0x40, 1, 2, 3 })] // literals cut off
    [InlineData(new byte[] { 0x10, 1, 1 })] // an offset cut off
    [InlineData(new byte[] { 0x1F, 1, 1, 0, 255 })] // a count cut off
    [InlineData(new byte[] { 0xF0, 255, 255, 255 })] // a count cut off
    [InlineData(new byte[] { 0x10, 1, 1, 0 })] // no last literals
    [InlineData(new byte[] { 0x1F, 1, 1, 0, 255, 0, 0x00 })] // more output than there is room for
    [InlineData(new byte[] { })]
    public void Block_Malformed_IsRefused(byte[] block)
    {
        Assert.Null(Decode(block, 64, follow: 0));
        Assert.Null(PlainLz4.Decode(block, 64));
    }

    [Theory]
    [InlineData("prices", 700)]
    [InlineData("periods", 700)]
    [InlineData("periods", 5000)]
    public void Block_WithChangedBytes_IsDecodedAsByThePlainDecoderAndTouchesNothingElse(string kind, int length)
    {
        byte[] whole = Encode(CodecData.Bytes(kind, length));

        for (int seed = 0; seed < Mutants; seed++)
        {
            var random = new Random(seed);
            byte[] block = whole[..(random.Next(4) == 0 ? random.Next(whole.Length) : whole.Length)];
            for (int n = random.Next(1, 4); n > 0 && block.Length > 0; n--)
            {
                block[random.Next(block.Length)] = random.Next(4) switch { 0 => 0xFF, 1 => 0, 2 => 0x1F, _ => (byte)random.Next(256) };
            }

            int mostBytes = length + random.Next(-40, 41);
            byte[]? expected = PlainLz4.Decode(block, mostBytes);
            byte[]? actual = Decode(block, mostBytes, follow: (byte)(seed % 2 == 0 ? 0 : 0xFF));

            Assert.True(expected is null ? actual is null : actual is not null && expected.AsSpan().SequenceEqual(actual), $"{kind} {length}, seed {seed}");
        }
    }

    private static byte[] Encode(byte[] raw)
    {
        byte[] packed = new byte[Lz4BlockEncoder.RoomFor(raw.Length)];
        return packed[..Lz4BlockEncoder.Encode(raw, packed, new int[Lz4BlockEncoder.TableLength])];
    }

    /// <summary>The output, or null; fails where bytes around it have changed.</summary>
    /// <param name="block">The block.</param>
    /// <param name="mostBytes">Room for the output.</param>
    /// <param name="follow">What follows the block in memory, on which nothing may depend.</param>
    private static byte[]? Decode(byte[] block, int mostBytes, byte follow)
    {
        byte[] source = new byte[block.Length + Guard];
        source.AsSpan().Fill(follow);
        block.CopyTo(source, 0);
        byte[] memory = new byte[mostBytes + (2 * Guard)];
        memory.AsSpan().Fill(Untouched);
        Span<byte> output = memory.AsSpan(Guard, mostBytes);

        int end = Lz4BlockDecoder.Decode(source.AsSpan(0, block.Length), output, 0, mostBytes, 0);

        Assert.False(memory.AsSpan(0, Guard).ContainsAnyExcept(Untouched) || memory.AsSpan(Guard + mostBytes).ContainsAnyExcept(Untouched), "The decoder wrote outside of its output.");
        return end < 0 ? null : output[..end].ToArray();
    }
}
