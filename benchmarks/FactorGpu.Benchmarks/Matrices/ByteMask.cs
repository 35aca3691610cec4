using System;
using System.Buffers.Binary;
using System.Runtime.Intrinsics;

namespace FactorGpu.Benchmarks.Matrices;

/// <summary>Eight marks of 1 and 0 as the lanes of a vector, and back.</summary>
internal static class ByteMask
{
    internal const int Count = 8;

    private const ulong EveryByte = 0x0101010101010101;
    private const ulong OneBitEach = 0x8040201008040201;
    private const ulong CarryToTop = 0x7f7f7f7f7f7f7f7f;

    /// <summary>x in the marked lanes, <paramref name="otherwise"/> in the others.</summary>
    internal static Vector512<double> Select(ReadOnlySpan<byte> marks, Vector512<double> x, Vector512<double> otherwise)
    {
        Vector512<ulong> picked = Vector512.Create(BinaryPrimitives.ReadUInt64LittleEndian(marks))
            & Vector512.Create(0xffUL, 0xffUL << 8, 0xffUL << 16, 0xffUL << 24, 0xffUL << 32, 0xffUL << 40, 0xffUL << 48, 0xffUL << 56);
        return Vector512.ConditionalSelect(Vector512.Equals(picked, Vector512<ulong>.Zero).AsDouble(), otherwise, x);
    }

    /// <summary>Writes 1 for each lane whose bits are set.</summary>
    internal static void Store(Vector512<double> lanes, Span<byte> marks)
    {
        ulong bits = (Vector512.ExtractMostSignificantBits(lanes) * EveryByte) & OneBitEach;
        BinaryPrimitives.WriteUInt64LittleEndian(marks, ((bits + CarryToTop) >> 7) & EveryByte);
    }
}
