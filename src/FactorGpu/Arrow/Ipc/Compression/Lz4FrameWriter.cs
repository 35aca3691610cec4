using System;
using System.Buffers.Binary;

namespace FactorGpu.Arrow.Ipc.Compression;

/// <summary>Writes one LZ4 frame: independent blocks, its content size stated, no checksums.</summary>
internal static class Lz4FrameWriter
{
    // 256 KiB: blocks of 64 KiB make volumes 3 % longer, those of 1 and 4 MiB gain under 1 % (benchmarks/results/codecs.md).
    private const int BlockBytes = 1 << 18;
    private const byte BlockSizeByte = 5 << 4;
    private const byte Flags = Lz4FrameFormat.Version1 | Lz4FrameFormat.IndependentBlocks | Lz4FrameFormat.ContentSize;
    private const int LengthBytes = sizeof(uint);
    private const int DescriptorBytes = 2 + sizeof(ulong);
    private const int HeadBytes = sizeof(uint) + DescriptorBytes + 1;

    /// <summary>Room that encoding needs; the frame itself has at most <see cref="MostBytes"/>.</summary>
    internal static long RoomFor(long rawBytes) => MostBytes(rawBytes) + Lz4BlockEncoder.RoomFor(BlockBytes) - BlockBytes;

    /// <summary>Encodes all bytes.</summary>
    /// <param name="raw">The bytes.</param>
    /// <param name="packed">At least <see cref="RoomFor"/> bytes.</param>
    /// <returns>Bytes written.</returns>
    internal static int Encode(ReadOnlySpan<byte> raw, Span<byte> packed)
    {
        Span<int> table = stackalloc int[Lz4BlockEncoder.TableLength];
        int at = WriteHead(raw.Length, packed);
        for (; !raw.IsEmpty; raw = raw[int.Min(raw.Length, BlockBytes)..])
        {
            at += WriteBlock(raw[..int.Min(raw.Length, BlockBytes)], packed[at..], table);
        }

        BinaryPrimitives.WriteUInt32LittleEndian(packed[at..], 0);
        return at + LengthBytes;
    }

    private static long MostBytes(long rawBytes) => HeadBytes + rawBytes + (LengthBytes * (1 + (rawBytes / BlockBytes) + 1));

    private static int WriteHead(int rawBytes, Span<byte> packed)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(packed, Lz4FrameFormat.Magic);
        Span<byte> descriptor = packed.Slice(sizeof(uint), DescriptorBytes);
        descriptor[0] = Flags;
        descriptor[1] = BlockSizeByte;
        BinaryPrimitives.WriteUInt64LittleEndian(descriptor[2..], (ulong)rawBytes);
        packed[HeadBytes - 1] = Lz4FrameFormat.DescriptorCheck(descriptor);
        return HeadBytes;
    }

    private static int WriteBlock(ReadOnlySpan<byte> block, Span<byte> packed, Span<int> table)
    {
        int length = Lz4BlockEncoder.Encode(block, packed[LengthBytes..], table);
        bool isStored = length >= block.Length;
        if (isStored)
        {
            length = block.Length;
            block.CopyTo(packed[LengthBytes..]);
        }

        BinaryPrimitives.WriteUInt32LittleEndian(packed, (uint)length | (isStored ? Lz4FrameFormat.StoredBlock : 0));
        return LengthBytes + length;
    }
}
