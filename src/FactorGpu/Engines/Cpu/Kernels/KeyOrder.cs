using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace FactorGpu.Engines.Cpu.Kernels;

/// <summary>The bars of a set in ascending order of a key, ties to the earlier bar.</summary>
internal unsafe struct KeyOrder<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int MostBars = BarSet.WordCount * 64;
    private const int Digits = sizeof(ulong);
    private const int Radix = 256;

    /// <summary>Number of bars, m.</summary>
    internal int Count;

    /// <summary>The bars [m].</summary>
    internal fixed int Bars[MostBars];

    /// <summary>Sorts by the digits of the keys' ordinals, the lowest first, which keeps equal keys in time order. Digits that all keys share cost nothing.</summary>
    /// <returns>False if a key is NaN; then there is no order.</returns>
    [SkipLocalsInit, MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal bool Sort(T* key, BarSet* set)
    {
        ulong* keys = stackalloc ulong[2 * MostBars];
        int* bars = stackalloc int[2 * MostBars];
        int* counts = stackalloc int[Digits * Radix];
        new Span<int>(counts, Digits * Radix).Clear();
        if (!Read(key, set, keys, bars, counts))
        {
            return false;
        }

        int from = 0;
        for (int digit = 0; digit < Digits; digit++)
        {
            if (Starts(counts + (digit * Radix), (byte)(keys[from] >> (8 * digit))))
            {
                int to = MostBars - from;
                Scatter(keys + from, bars + from, keys + to, bars + to, counts + (digit * Radix), 8 * digit);
                from = to;
            }
        }

        for (int k = 0; k < Count; k++)
        {
            Bars[k] = bars[from + k];
        }

        return true;
    }

    /// <summary>The order that a rank came from.</summary>
    /// <returns>False if the rank is NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal bool Restore(T* rank)
    {
        Count = 0;
        for (int i = 0; i < MostBars; i++)
        {
            if (T.IsNaN(rank[i]))
            {
                return false;
            }

            if (rank[i] > T.Zero)
            {
                Bars[int.CreateTruncating(rank[i]) - 1] = i;
                Count++;
            }
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Read(T* key, BarSet* set, ulong* keys, int* bars, int* counts)
    {
        Count = 0;
        for (int w = 0; w < BarSet.WordCount; w++)
        {
            for (ulong open = set->Words[w]; open != 0; open &= open - 1)
            {
                int bar = (w * 64) + BitOperations.TrailingZeroCount(open);
                if (T.IsNaN(key[bar]))
                {
                    return false;
                }

                ulong ordinal = Ordinal(key[bar]);
                bars[Count] = bar;
                keys[Count++] = ordinal;
                for (int digit = 0; digit < Digits; digit++)
                {
                    counts[(digit * Radix) + (byte)(ordinal >> (8 * digit))]++;
                }
            }
        }

        return true;
    }

    /// <summary>Makes counts of a digit the places where its values start.</summary>
    /// <returns>False if all keys have the given digit, or there is none: nothing is to do.</returns>
    private readonly bool Starts(int* counts, byte any)
    {
        if (Count == 0 || counts[any] == Count)
        {
            return false;
        }

        int start = 0;
        for (int value = 0; value < Radix; value++)
        {
            (counts[value], start) = (start, start + counts[value]);
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void Scatter(ulong* keys, int* bars, ulong* toKeys, int* toBars, int* starts, int shift)
    {
        for (int k = 0; k < Count; k++)
        {
            int place = starts[(byte)(keys[k] >> shift)]++;
            toKeys[place] = keys[k];
            toBars[place] = bars[k];
        }
    }

    /// <summary>Whole numbers from 0 on in the order of float64, to which float32 is widened; -0 and +0 are one.</summary>
    private static ulong Ordinal(T x)
    {
        long bits = BitConverter.DoubleToInt64Bits(double.CreateTruncating(x) + 0.0);
        return (ulong)bits ^ (ulong)((bits >> 63) | long.MinValue);
    }
}
