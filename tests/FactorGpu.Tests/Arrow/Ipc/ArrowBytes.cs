using System;
using System.Buffers.Binary;

namespace FactorGpu.Tests.Arrow.Ipc;

/// <summary>Finds the places in the bytes of a good Arrow IPC file at which its footer and its first record batch state numbers.</summary>
internal static class ArrowBytes
{
    private const int TailBytes = 10;
    private const int PrefixBytes = 8;

    /// <summary>Metadata version in the footer, int16.</summary>
    internal static int FooterVersion(byte[] file) => Field(file, Footer(file), 0);

    /// <summary>Body length in the block of the first batch, int64.</summary>
    internal static int BlockBodyLength(byte[] file) => Block(file) + 16;

    /// <summary>Header type of the first batch's message, byte.</summary>
    internal static int HeaderType(byte[] file) => Field(file, Message(file), 1);

    /// <summary>Row count of the first batch, int64.</summary>
    internal static int BatchLength(byte[] file) => Field(file, Batch(file), 0);

    /// <summary>Row count of the first column in the first batch, int64.</summary>
    internal static int FirstNodeLength(byte[] file) => Follow(file, Field(file, Batch(file), 1)) + sizeof(int);

    /// <summary>Offset of the second buffer in the first batch, int64: the text offsets of the first column.</summary>
    internal static int SecondBufferOffset(byte[] file) => Follow(file, Field(file, Batch(file), 2)) + sizeof(int) + (2 * sizeof(long));

    /// <summary>Codec of the first batch's body compression, byte.</summary>
    internal static int BodyCodec(byte[] file) => Field(file, Follow(file, Field(file, Batch(file), 3)), 0);

    private static int Footer(byte[] file) => Follow(file, file.Length - TailBytes - Int32(file, file.Length - TailBytes));

    private static int Block(byte[] file) => Follow(file, Field(file, Footer(file), 3)) + sizeof(int);

    private static int Message(byte[] file) => Follow(file, Int32(file, Block(file)) + PrefixBytes);

    private static int Batch(byte[] file) => Follow(file, Field(file, Message(file), 2));

    private static int Field(byte[] file, int table, int field)
        => table + BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(table - Int32(file, table) + 4 + (2 * field)));

    private static int Follow(byte[] file, int at) => at + Int32(file, at);

    private static int Int32(byte[] file, int at) => BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(at));
}
