using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using FactorGpu.Engines.Cpu.Lanes;

namespace FactorGpu.Engines.Cpu.Kernels;

/// <summary>The k largest keys of a set, exactly k, ties to the earlier bar: by a threshold and a count of ties, without a sort.</summary>
internal static unsafe class SelectionKernels<TLanes>
    where TLanes : unmanaged, ILanes<TLanes>
{
    internal static void TopFraction(Frame* frame, CpuInstruction* at)
    {
        double* key = frame->Buffers + at->A;
        BarSet* set = frame->Sets + at->B;
        BarSet* target = frame->Sets + at->Target;
        int m = set->Count;
        int k = (int)Math.Clamp((long)at->P * m / at->Q, 0, m);
        *target = default;
        target->First = set->First;
        target->End = set->End;
        if (k == 0)
        {
            return;
        }

        // NaN is below every number; a count of keys >= something never has it.
        int numbers = Above(key, set, double.NegativeInfinity, target, out double least, out _);
        if (numbers <= k)
        {
            AddEarliest(set, target, k - numbers);
            return;
        }

        double threshold = Search(key, set, target, k, least);
        if (!double.IsNaN(threshold))
        {
            AddTies(key, set, target, threshold, k);
        }
    }

    /// <summary>Halves the ordinals between a key known to be low enough and one known to be too high, moving each bound to the nearest key.</summary>
    /// <returns>NaN when the target holds exactly the k largest; else the k-th largest key, which has ties.</returns>
    private static double Search(double* key, BarSet* set, BarSet* target, int k, double least)
    {
        long low = Ordinal(least);
        long high = Ordinal(double.PositiveInfinity) + 1;
        while (true)
        {
            // The mean, rounded up, of two numbers whose difference need not fit.
            long middle = (low | high) - ((low ^ high) >> 1);
            if (middle >= high)
            {
                return OfOrdinal(low);
            }

            int above = Above(key, set, OfOrdinal(middle), target, out double leastAbove, out double mostBelow);
            if (above == k)
            {
                return double.NaN;
            }

            if (above > k)
            {
                low = Ordinal(leastAbove);
            }
            else
            {
                high = Ordinal(mostBelow) + 1;
            }
        }
    }

    /// <summary>Makes the target the bars with keys from a bound up.</summary>
    /// <returns>Their number, the least key among them, the largest of the others.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Above(double* key, BarSet* set, double bound, BarSet* target, out double leastAbove, out double mostBelow)
    {
        TLanes bounds = TLanes.All(bound);
        TLanes highest = TLanes.All(double.PositiveInfinity);
        TLanes lowest = TLanes.All(double.NegativeInfinity);
        TLanes least = highest;
        TLanes most = lowest;
        for (int i = set->First & ~7; i < set->End;)
        {
            int word = i >> 6;
            int stop = Math.Min(set->End, (word + 1) * 64);
            ulong bits = 0;
            for (; i < stop; i += 8)
            {
                TLanes x = TLanes.Load(key + i);
                uint own = set->Bits(i);
                uint above = own & TLanes.LessOrEqual(bounds, x);
                uint below = own & TLanes.Less(x, bounds);
                least = TLanes.Minimum(least, TLanes.Choose(above, x, highest));
                most = TLanes.Maximum(most, TLanes.Choose(below, x, lowest));
                bits |= (ulong)above << (i & 63);
            }

            target->Words[word] = bits;
        }

        leastAbove = LaneTree.Fold<TLanes, ReductionOps.Min>(least);
        mostBelow = LaneTree.Fold<TLanes, ReductionOps.Max>(most);
        return target->Count;
    }

    /// <summary>Makes the target the bars with keys above a threshold and the earliest of those at it, k in all.</summary>
    private static void AddTies(double* key, BarSet* set, BarSet* target, double threshold, int k)
    {
        BarSet ties = *target;
        for (int i = set->First & ~7; i < set->End; i += 8)
        {
            uint equal = set->Bits(i) & TLanes.Equal(TLanes.Load(key + i), TLanes.All(threshold));
            uint above = set->Bits(i) & TLanes.Less(TLanes.All(threshold), TLanes.Load(key + i));
            ties.SetBits(i, equal);
            target->SetBits(i, above);
        }

        AddEarliest(&ties, target, k - target->Count);
    }

    /// <summary>Adds the earliest bars of a set that the target lacks, some many.</summary>
    private static void AddEarliest(BarSet* set, BarSet* target, int many)
    {
        for (int w = 0; w < BarSet.WordCount; w++)
        {
            for (ulong open = set->Words[w] & ~target->Words[w]; open != 0 && many > 0; open &= open - 1)
            {
                target->Words[w] |= 1UL << BitOperations.TrailingZeroCount(open);
                many--;
            }
        }
    }

    /// <summary>Whole numbers in the order of float64; -0 and +0 are one.</summary>
    private static long Ordinal(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        return bits >= 0 ? bits : long.MinValue - bits;
    }

    private static double OfOrdinal(long ordinal) => BitConverter.Int64BitsToDouble(ordinal >= 0 ? ordinal : long.MinValue - ordinal);
}
