using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace FactorGpu.Engines.Cpu.Kernels;

/// <summary>Sorts keys, equal ones in the order in which they come.</summary>
/// <remarks>
/// Keys are first placed by 14 bits of where they lie between the least and the largest, two digits of 7, which hardly ever leaves two out of order;
/// insertion puts those right. Keys so uneven that it would move many are placed by all their bits instead.
/// </remarks>
internal static unsafe class KeySort
{
    /// <summary>Numbers behind the keys that the sort may write and read.</summary>
    internal const int Room = 64;

    private const int DigitBits = 7;
    private const int Radix = 1 << DigitBits;
    private const int PlaceDigits = 2;
    private const int OrdinalDigits = 10;
    private const double MostPlace = (1 << (PlaceDigits * DigitBits)) - 1;

    /// <summary>A float64 from here to twice as much has its whole part in its lowest bits.</summary>
    private const double WholeNumbers = 1L << 52;

    /// <summary>Moves by insertion that cost as much as placing by all bits.</summary>
    private const int MostMoves = 2000;

    /// <summary>Sorts the bars of an order by keys [m], none of them NaN, behind which there is <see cref="Room"/>.</summary>
    [SkipLocalsInit, MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Sort(KeyOrder* order, double* keys)
    {
        int count = order->Count;
        if (count == 0 || IsSorted(keys, count, out double least, out double most))
        {
            return;
        }

        ulong* digits = stackalloc ulong[KeyOrder.MostBars + Room];
        double scale = MostPlace / (most - least);
        if (scale > 0 && double.IsFinite(scale))
        {
            for (int k = 0; k < count; k += Vector<double>.Count)
            {
                Vector<double> place = (Vector.Load(keys + k) - new Vector<double>(least)) * new Vector<double>(scale);
                Vector.Store((place + new Vector<double>(WholeNumbers)).As<double, ulong>(), digits + k);
            }

            if (Place(order, keys, digits, PlaceDigits))
            {
                return;
            }
        }

        for (int k = 0; k < count; k++)
        {
            digits[k] = Ordinal(keys[k]);
        }

        Place(order, keys, digits, OrdinalDigits);
    }

    /// <summary>Finds the least and the largest key, and fills what is behind the last with it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsSorted(double* keys, int count, out double least, out double most)
    {
        new Span<double>(keys + count, Room).Fill(keys[count - 1]);
        bool isSorted = true;
        Vector<double> lower = new(double.PositiveInfinity);
        Vector<double> higher = new(double.NegativeInfinity);
        for (int k = 0; k < count; k += Vector<double>.Count)
        {
            Vector<double> x = Vector.Load(keys + k);
            isSorted &= Vector.LessThanOrEqualAll(x, Vector.Load(keys + k + 1));
            lower = Vector.MinNative(lower, x);
            higher = Vector.MaxNative(higher, x);
        }

        least = double.PositiveInfinity;
        most = double.NegativeInfinity;
        for (int lane = 0; lane < Vector<double>.Count; lane++)
        {
            least = double.MinNative(least, lower[lane]);
            most = double.MaxNative(most, higher[lane]);
        }

        return isSorted;
    }

    /// <summary>Places bars by their digits, the lowest first, and then by insertion.</summary>
    /// <returns>False if that would move too many; nothing is changed then.</returns>
    [SkipLocalsInit, MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool Place(KeyOrder* order, double* keys, ulong* digits, int digitCount)
    {
        int count = order->Count;
        byte* from = stackalloc byte[KeyOrder.MostBars];
        byte* to = stackalloc byte[KeyOrder.MostBars];
        for (int k = 0; k < count; k++)
        {
            from[k] = (byte)k;
        }

        for (int digit = 0; digit < digitCount; digit++)
        {
            if (Scatter(digits, DigitBits * digit, count, from, to))
            {
                byte* placed = to;
                to = from;
                from = placed;
            }
        }

        if (!Insert(keys, from, count))
        {
            return false;
        }

        new Span<byte>(order->Bars, count).CopyTo(new Span<byte>(to, count));
        for (int k = 0; k < count; k++)
        {
            order->Bars[k] = to[from[k]];
        }

        return true;
    }

    /// <summary>Places by one digit.</summary>
    /// <returns>False if all have the same; nothing is to do then.</returns>
    [SkipLocalsInit, MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool Scatter(ulong* digits, int shift, int count, byte* from, byte* to)
    {
        const uint Mask = Radix - 1;
        int* starts = stackalloc int[Radix];
        new Span<int>(starts, Radix).Clear();
        for (int k = 0; k < count; k++)
        {
            starts[(uint)(digits[k] >> shift) & Mask]++;
        }

        if (starts[(uint)(digits[0] >> shift) & Mask] == count)
        {
            return false;
        }

        int start = 0;
        for (int value = 0; value < Radix; value++)
        {
            int own = starts[value];
            starts[value] = start;
            start += own;
        }

        for (int k = 0; k < count; k++)
        {
            to[starts[(uint)(digits[from[k]] >> shift) & Mask]++] = from[k];
        }

        return true;
    }

    /// <summary>Moves each before the larger keys on its left.</summary>
    /// <returns>False once that has moved too many.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Insert(double* keys, byte* places, int count)
    {
        int moves = 0;
        double before = keys[places[0]];
        for (int k = 1; k < count && moves <= MostMoves; k++)
        {
            byte place = places[k];
            double own = keys[place];
            if (before <= own)
            {
                before = own;
                continue;
            }

            int at = k;
            for (; at > 0 && keys[places[at - 1]] > own; at--)
            {
                places[at] = places[at - 1];
            }

            places[at] = place;
            moves += k - at;
        }

        return moves <= MostMoves;
    }

    /// <summary>Whole numbers from 0 on in the order of float64; -0 and +0 are one.</summary>
    private static ulong Ordinal(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x + 0.0);
        return (ulong)bits ^ (ulong)((bits >> 63) | long.MinValue);
    }
}
