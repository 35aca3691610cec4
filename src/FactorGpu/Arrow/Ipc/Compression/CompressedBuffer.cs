using System;
using System.Buffers.Binary;
using System.Diagnostics;
using FactorGpu.Arrow.Ipc.Compression.Native;
using FactorGpu.Errors;

namespace FactorGpu.Arrow.Ipc.Compression;

/// <summary>A buffer of a compressed body (Message.fbs, BodyCompression): the raw length as int64, then what the codec made of it; -1 and the raw bytes where that is not smaller.</summary>
internal static class CompressedBuffer
{
    /// <summary>Bytes before what the codec made.</summary>
    internal const int PrefixBytes = sizeof(long);

    private const long StoredRaw = -1;

    // An LZ4 match grows by 255 bytes with each byte of its length; a ZSTD block of 4 bytes repeats one of them 128 Ki times.
    private const int MostLz4Growth = byte.MaxValue;
    private const int MostZstdGrowth = 1 << 15;

    /// <summary>Compresses and frames a buffer. Any number of threads may call it at once.</summary>
    /// <param name="codec">Lz4 or Zstd.</param>
    /// <param name="raw">The buffer without padding, at most 1.9 GiB.</param>
    /// <returns>What the file holds, without padding; empty for an empty buffer.</returns>
    /// <exception cref="FactorGpuException">Zstd, and libzstd is not there.</exception>
    internal static ReadOnlyMemory<byte> Compress(ArrowCompression codec, ReadOnlySpan<byte> raw)
    {
        Debug.Assert(codec != ArrowCompression.None, "A body that is not compressed has no framed buffers.");
        if (raw.IsEmpty)
        {
            return default;
        }

        if (codec == ArrowCompression.Zstd)
        {
            ZstdLibrary.Installed.DemandToWrite();
        }

        long room = codec == ArrowCompression.Lz4 ? Lz4FrameWriter.RoomFor(raw.Length) : ZstdCodec.RoomFor(raw.Length);
        byte[] framed = GC.AllocateUninitializedArray<byte>(checked((int)(PrefixBytes + room)));
        Span<byte> packed = framed.AsSpan(PrefixBytes);
        int length = codec == ArrowCompression.Lz4 ? Lz4FrameWriter.Encode(raw, packed) : ZstdCodec.Encode(raw, packed);
        bool isStored = length >= raw.Length;
        if (isStored)
        {
            length = raw.Length;
            raw.CopyTo(packed);
        }

        BinaryPrimitives.WriteInt64LittleEndian(framed, isStored ? StoredRaw : raw.Length);
        return framed.AsMemory(0, PrefixBytes + length);
    }

    /// <summary>Decompresses a buffer. Any number of threads may call it at once.</summary>
    /// <param name="codec">Lz4 or Zstd.</param>
    /// <param name="stored">What the file holds.</param>
    /// <param name="path">The file, for messages.</param>
    /// <param name="part">The part of the file that the buffer belongs to, for messages: "record batch 0".</param>
    /// <returns>The raw bytes; they share the memory of <paramref name="stored"/> where they are stored as they are.</returns>
    /// <exception cref="BarFormatException">The buffer is malformed, or of ZSTD and libzstd is not there.</exception>
    internal static ReadOnlyMemory<byte> Decompress(ArrowCompression codec, ReadOnlyMemory<byte> stored, string path, string part)
    {
        if (stored.IsEmpty)
        {
            return stored;
        }

        if (stored.Length < PrefixBytes)
        {
            Throw.ArrowBroken(path, $"a compressed buffer of its {part} has {stored.Length} bytes, too few to state its length");
        }

        ReadOnlyMemory<byte> packed = stored[PrefixBytes..];
        long stated = BinaryPrimitives.ReadInt64LittleEndian(stored.Span);
        if (stated is StoredRaw or 0)
        {
            return stated == 0 ? default : packed;
        }

        if (stated < 0 || stated > Array.MaxLength || stated > (long)packed.Length * (codec == ArrowCompression.Lz4 ? MostLz4Growth : MostZstdGrowth))
        {
            Throw.ArrowBroken(path, $"a buffer of its {part} is said to have {stated} bytes, compressed to {packed.Length}");
        }

        return codec == ArrowCompression.Lz4 ? DecompressLz4(packed.Span, (int)stated, path, part) : DecompressZstd(packed.Span, (int)stated, path, part);
    }

    private static byte[] DecompressLz4(ReadOnlySpan<byte> packed, int rawBytes, string path, string part)
    {
        byte[] raw = GC.AllocateUninitializedArray<byte>(rawBytes);
        Check(Lz4FrameReader.Decode(packed, raw), path, part);
        return raw;
    }

    private static byte[] DecompressZstd(ReadOnlySpan<byte> packed, int rawBytes, string path, string part)
    {
        ZstdLibrary.Installed.DemandToRead(path);
        Check(ZstdCodec.CheckSize(packed, rawBytes), path, part);
        byte[] raw = GC.AllocateUninitializedArray<byte>(rawBytes);
        Check(ZstdCodec.Decode(packed, raw), path, part);
        return raw;
    }

    private static void Check(string? fault, string path, string part)
    {
        if (fault is not null)
        {
            Throw.ArrowBroken(path, $"a compressed buffer of its {part} {fault}");
        }
    }
}
