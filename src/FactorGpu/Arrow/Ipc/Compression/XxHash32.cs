using System;
using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace FactorGpu.Arrow.Ipc.Compression;

/// <summary>The 32-bit xxHash with seed 0, the checksum of LZ4 frames. Fed with whole stripes as they come, then with the rest.</summary>
internal struct XxHash32
{
    internal const int StripeBytes = 4 * sizeof(uint);

    private const uint Prime1 = 0x9E3779B1;
    private const uint Prime2 = 0x85EBCA77;
    private const uint Prime3 = 0xC2B2AE3D;
    private const uint Prime4 = 0x27D4EB2F;
    private const uint Prime5 = 0x165667B1;

    private uint _a = unchecked(Prime1 + Prime2);
    private uint _b = Prime2;
    private uint _c = 0;
    private uint _d = unchecked(0 - Prime1);
    private uint _bytes = 0;

    public XxHash32()
    {
    }

    /// <summary>The hash of some bytes.</summary>
    internal static uint Of(ReadOnlySpan<byte> bytes)
    {
        var hash = new XxHash32();
        int stripes = hash.Append(bytes);
        return hash.Finish(bytes[stripes..]);
    }

    /// <summary>Takes as many whole stripes as there are.</summary>
    /// <returns>Bytes taken, a multiple of <see cref="StripeBytes"/>.</returns>
    internal int Append(ReadOnlySpan<byte> bytes)
    {
        int taken = bytes.Length & -StripeBytes;
        ReadOnlySpan<uint> words = MemoryMarshal.Cast<byte, uint>(bytes[..taken]);
        (uint a, uint b, uint c, uint d) = (_a, _b, _c, _d);
        for (; words.Length >= 4; words = words[4..])
        {
            a = Round(a, words[0]);
            b = Round(b, words[1]);
            c = Round(c, words[2]);
            d = Round(d, words[3]);
        }

        (_a, _b, _c, _d) = (a, b, c, d);
        _bytes += (uint)taken;
        return taken;
    }

    /// <summary>Ends with the bytes after the last whole stripe.</summary>
    /// <param name="rest">Fewer than <see cref="StripeBytes"/>.</param>
    internal readonly uint Finish(ReadOnlySpan<byte> rest)
    {
        uint hash = _bytes == 0
            ? Prime5
            : BitOperations.RotateLeft(_a, 1) + BitOperations.RotateLeft(_b, 7) + BitOperations.RotateLeft(_c, 12) + BitOperations.RotateLeft(_d, 18);
        hash += _bytes + (uint)rest.Length;
        for (; rest.Length >= sizeof(uint); rest = rest[sizeof(uint)..])
        {
            hash = BitOperations.RotateLeft(hash + (BinaryPrimitives.ReadUInt32LittleEndian(rest) * Prime3), 17) * Prime4;
        }

        foreach (byte b in rest)
        {
            hash = BitOperations.RotateLeft(hash + (b * Prime5), 11) * Prime1;
        }

        hash = (hash ^ (hash >> 15)) * Prime2;
        hash = (hash ^ (hash >> 13)) * Prime3;
        return hash ^ (hash >> 16);
    }

    private static uint Round(uint lane, uint word) => BitOperations.RotateLeft(lane + (word * Prime2), 13) * Prime1;
}
