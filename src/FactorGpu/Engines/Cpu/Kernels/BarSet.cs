using System;
using System.Runtime.CompilerServices;

namespace FactorGpu.Engines.Cpu.Kernels;

/// <summary>Some bars of a sequence: bit i % 64 of word i / 64 for bar i. None lies outside First..End-1; a contiguous set has all of them.</summary>
internal unsafe struct BarSet
{
    internal const int WordCount = 4;

    /// <summary>No bar lies before it.</summary>
    internal int First;

    /// <summary>No bar lies at it or behind; equal to <see cref="First"/> for a set known to be empty.</summary>
    internal int End;

    internal fixed ulong Words[WordCount];

    /// <summary>Number of bars.</summary>
    internal readonly int Count
        => (int)(ulong.PopCount(Words[0]) + ulong.PopCount(Words[1]) + ulong.PopCount(Words[2]) + ulong.PopCount(Words[3]));

    internal readonly bool IsEmpty
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (Words[0] | Words[1] | Words[2] | Words[3]) == 0;
    }

    /// <summary>The bits of the <paramref name="count"/> bars from i on, a multiple of it: a group.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal readonly uint Bits(int i, int count) => (uint)(Words[i >> 6] >> (i & 63)) & ((1U << count) - 1);

    /// <summary>True for a bar 0..255 of the set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal readonly bool Contains(int i) => (Words[i >> 6] >> (i & 63) & 1) != 0;

    /// <summary>Becomes the bars first..end-1; empty unless end is above first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void MakeRange(int first, int end)
    {
        First = first;
        End = end > first ? end : first;
        for (int w = 0; w < WordCount; w++)
        {
            Words[w] = Below(End - (w * 64)) & ~Below(First - (w * 64));
        }
    }

    /// <summary>The word whose bits 0..n-1 are 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Below(int n) => n <= 0 ? 0 : ulong.MaxValue >> (64 - Math.Min(n, 64));
}
