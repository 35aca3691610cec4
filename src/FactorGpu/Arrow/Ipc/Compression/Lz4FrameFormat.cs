using System;

namespace FactorGpu.Arrow.Ipc.Compression;

/// <summary>Numbers of the LZ4 frame format, version 1 (lz4_Frame_format.md): magic, descriptor (flags, block sizes, lengths, a checksum byte), blocks, end mark, checksum.</summary>
internal static class Lz4FrameFormat
{
    internal const uint Magic = 0x184D2204;
    internal const uint LegacyMagic = 0x184C2102;
    internal const uint SkippableMagic = 0x184D2A50;
    internal const uint SkippableMask = 0xFFFFFFF0;

    internal const int VersionMask = 0xC0;
    internal const int Version1 = 0x40;
    internal const int IndependentBlocks = 0x20;
    internal const int BlockChecksums = 0x10;
    internal const int ContentSize = 0x08;
    internal const int ContentChecksum = 0x04;
    internal const int ReservedFlag = 0x02;
    internal const int DictionaryId = 0x01;

    /// <summary>Bits of the second byte that are 0; the other three tell the most bytes of a block.</summary>
    internal const int ReservedSizeBits = 0x8F;

    /// <summary>Set in the length of a block that is stored as it is.</summary>
    internal const uint StoredBlock = 0x80000000;

    private const int SizeShift = 4;
    private const int SmallestSize = 4;

    /// <summary>The most bytes a block may hold, in it and in its output, or 0: there is no such size.</summary>
    internal static int MostBlockBytes(int sizeByte)
        => (sizeByte & ReservedSizeBits) == 0 && sizeByte >> SizeShift >= SmallestSize ? 1 << (2 * (sizeByte >> SizeShift) + 8) : 0;

    /// <summary>The byte that checks a descriptor.</summary>
    internal static byte DescriptorCheck(ReadOnlySpan<byte> descriptor) => (byte)(XxHash32.Of(descriptor) >> 8);
}
