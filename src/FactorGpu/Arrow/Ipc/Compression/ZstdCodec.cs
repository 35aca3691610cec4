using System;
using FactorGpu.Arrow.Ipc.Compression.Native;
using FactorGpu.Errors;

namespace FactorGpu.Arrow.Ipc.Compression;

/// <summary>Zstandard frames through libzstd. Callers have demanded the library of <see cref="ZstdLibrary"/> first.</summary>
internal static class ZstdCodec
{
    // The fastest of the usual levels; benchmarks/results/codecs.md says what others gain.
    private const int Level = 1;

    private const ulong UnknownContentSize = ulong.MaxValue;
    private const ulong NoFrame = ulong.MaxValue - 1;

    /// <summary>Room that compressing needs.</summary>
    internal static long RoomFor(long rawBytes) => checked((long)ZstdNative.CompressBound((nuint)rawBytes));

    /// <summary>Compresses into one frame.</summary>
    /// <param name="raw">The bytes.</param>
    /// <param name="packed">At least <see cref="RoomFor"/> bytes.</param>
    /// <returns>Bytes written.</returns>
    /// <exception cref="FactorGpuException">The library failed.</exception>
    internal static int Encode(ReadOnlySpan<byte> raw, Span<byte> packed)
    {
        nuint bytes = ZstdNative.Compress(packed, (nuint)packed.Length, raw, (nuint)raw.Length, Level);
        if (ZstdNative.IsError(bytes) != 0)
        {
            Throw.ZstdFailed(raw.Length, ZstdNative.ErrorName(bytes));
        }

        return (int)bytes;
    }

    /// <summary>Tells from the head of a frame whether it can hold what is stated.</summary>
    /// <returns>Null, or what is wrong, as a clause: "holds ...".</returns>
    internal static string? CheckSize(ReadOnlySpan<byte> packed, long rawBytes)
    {
        // Writers that stream, Polars among them, do not state the size.
        ulong size = ZstdNative.GetFrameContentSize(packed, (nuint)packed.Length);
        return size switch
        {
            UnknownContentSize => null,
            NoFrame => "holds no ZSTD frame",
            _ => size == (ulong)rawBytes ? null : $"holds a ZSTD frame of {size} bytes where {rawBytes} are stated",
        };
    }

    /// <summary>Decompresses frames that must fill a buffer.</summary>
    /// <param name="packed">The frames and nothing else.</param>
    /// <param name="raw">Their output; undefined where there is a fault.</param>
    /// <returns>Null, or what is wrong, as a clause: "holds ...".</returns>
    internal static string? Decode(ReadOnlySpan<byte> packed, Span<byte> raw)
    {
        nuint bytes = ZstdNative.Decompress(raw, (nuint)raw.Length, packed, (nuint)packed.Length);
        if (ZstdNative.IsError(bytes) != 0)
        {
            return $"holds ZSTD frames that cannot be decompressed to the {raw.Length} bytes that are stated (ZSTD_decompress: {ZstdNative.ErrorName(bytes)})";
        }

        return bytes == (nuint)raw.Length ? null : $"holds {bytes} bytes of ZSTD output where {raw.Length} are stated";
    }
}
