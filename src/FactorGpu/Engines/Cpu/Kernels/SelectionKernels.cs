using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using FactorGpu.Engines.Cpu.Lanes;

namespace FactorGpu.Engines.Cpu.Kernels;

/// <summary>The k largest keys of a set, exactly k, ties to the earlier bar, without a sort: bounds close in on the k-th key by counting, until few keys are left between them.</summary>
internal static unsafe partial class SelectionKernels<TLanes, T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Keys that can be ranked against each other in one group of lanes.</summary>
    private static int FewKeys => TLanes.Count;

    /// <summary>Steps after which bounds are keys. Sooner it takes more steps where all keys differ, later where many are equal.</summary>
    private const int QuickSteps = 5;

    private static uint AllLanes => (1U << TLanes.Count) - 1;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void TopFraction(Frame* frame, CpuInstruction* at)
    {
        T* key = (T*)frame->Buffers + at->A;
        BarSet* set = frame->Sets + at->B;
        BarSet* target = frame->Sets + at->Target;
        int m = set->Count;
        int k = (int)Math.Clamp((long)at->P * m / at->Q, 0, m);
        BarSet open = *set;
        *target = default;
        target->First = set->First;
        target->End = set->End;
        if (k > 0)
        {
            Bounds(key, &open, out T least, out T most);
            int numbers = open.Count;
            if (numbers <= k)
            {
                // NaN is below every number, and all NaN are equal.
                *target = open;
                AddEarliest(set, target, k - numbers);
            }
            else
            {
                Narrow(key, &open, target, k, Ordinal(least), Ordinal(most) + 1);
                AddLargest((T*)frame->Spread, key, &open, target, k - target->Count);
            }
        }
    }

    /// <summary>Moves keys from the open set: into the target those that are among the k largest for certain, out of both those that are not. Left open are few keys, equal keys, or none.</summary>
    /// <param name="key">Keys.</param>
    /// <param name="open">Keys of which all are numbers, more than k; in ordinals from low on and below high.</param>
    /// <param name="target">Empty.</param>
    /// <param name="k">Number of keys wanted.</param>
    /// <param name="low">Ordinal of the least key.</param>
    /// <param name="high">One above the ordinal of the largest key.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Narrow(T* key, BarSet* open, BarSet* target, int k, long low, long high)
    {
        int wanted = k;
        int left = open->Count;
        long pivot = low;
        BarSet above = *open;
        for (int step = 0; left > FewKeys; step++)
        {
            ulong width = (ulong)high - (ulong)low;
            if (width < 2)
            {
                return;
            }

            // A key, and what is next to it, so that keys equal to it are parted from all others.
            bool isNext = step > QuickSteps && pivot + 1 == high;
            pivot = step < QuickSteps || isNext ? pivot : Ordinal(key[MiddleBar(open, left)]);
            long bound = step < QuickSteps ? Guess(step, low, width, (double)(left - wanted) / left) : pivot + 1 < high ? pivot + 1 : pivot;
            int count = SplitAbove(key, open, OfOrdinal(bound), &above);
            if (count > wanted)
            {
                *open = above;
                left = count;
                low = bound;
                continue;
            }

            for (int w = 0; w < BarSet.WordCount; w++)
            {
                target->Words[w] |= above.Words[w];
                open->Words[w] &= ~above.Words[w];
            }

            high = bound;
            wanted -= count;
            left = wanted == 0 ? 0 : left - count;
        }
    }

    /// <summary>Where the wanted key lies if keys are spread evenly; once the middle, in case they are not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Guess(int step, long low, ulong width, double part)
        => (long)((ulong)low + Math.Clamp((ulong)(width * (step == 3 ? 0.5 : part)), 1, width - 1));

    /// <summary>A bar of a set with about as many before as behind it.</summary>
    private static int MiddleBar(BarSet* set, int count)
    {
        int w = 0;
        for (int below = BitOperations.PopCount(set->Words[0]); below <= count / 2; below += BitOperations.PopCount(set->Words[w]))
        {
            w++;
        }

        return (w * 64) + BitOperations.TrailingZeroCount(set->Words[w]);
    }

    /// <summary>Makes a set of those keys of another that are at or above a bound.</summary>
    /// <returns>Their number.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int SplitAbove(T* key, BarSet* set, T bound, BarSet* above)
    {
        TLanes bounds = TLanes.All(bound);
        int end = set->End;
        for (int i = set->First & -TLanes.Count; i < end;)
        {
            int word = i >> 6;
            int stop = Math.Min(end, (word + 1) * 64);
            ulong bits = 0;
            for (; i < stop; i += TLanes.Count)
            {
                bits |= (ulong)TLanes.LessOrEqual(bounds, TLanes.Load(key + i)) << (i & 63);
            }

            above->Words[word] = bits & set->Words[word];
        }

        return above->Count;
    }

    /// <summary>Drops the NaN from a set of keys, and finds the least and the largest of the others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Bounds(T* key, BarSet* set, out T least, out T most)
    {
        TLanes highest = TLanes.All(T.PositiveInfinity);
        TLanes lowest = TLanes.All(T.NegativeInfinity);
        TLanes lower = highest;
        TLanes higher = lowest;
        for (int i = set->First & -TLanes.Count; i < set->End; i += TLanes.Count)
        {
            TLanes x = TLanes.Load(key + i);
            uint numbers = set->Bits(i, TLanes.Count) & TLanes.Equal(x, x);
            if (numbers == AllLanes)
            {
                lower = TLanes.Lower(lower, x);
                higher = TLanes.Higher(higher, x);
                continue;
            }

            set->SetBits(i, TLanes.Count, numbers);
            lower = TLanes.Lower(lower, TLanes.Choose(numbers, x, highest));
            higher = TLanes.Higher(higher, TLanes.Choose(numbers, x, lowest));
        }

        least = LaneTree.Fold<TLanes, T, ReductionOps.Lower>(lower);
        most = LaneTree.Fold<TLanes, T, ReductionOps.Higher>(higher);
    }

    /// <summary>Whole numbers in the order of the keys; -0 and +0 are one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Ordinal(T x)
    {
        if (sizeof(T) == sizeof(float))
        {
            int half = Unsafe.BitCast<T, int>(x);
            return half >= 0 ? half : int.MinValue - half;
        }

        long bits = Unsafe.BitCast<T, long>(x);
        return bits >= 0 ? bits : long.MinValue - bits;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T OfOrdinal(long ordinal) => sizeof(T) == sizeof(float)
        ? Unsafe.BitCast<int, T>((int)(ordinal >= 0 ? ordinal : int.MinValue - ordinal))
        : Unsafe.BitCast<long, T>(ordinal >= 0 ? ordinal : long.MinValue - ordinal);
}
