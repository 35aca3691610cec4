using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using FactorGpu.Engines.Cpu.Lanes;

namespace FactorGpu.Engines.Cpu.Kernels;

/// <summary>The k largest keys of a set, exactly k, ties to the earlier bar, without a sort: bounds close in on the k-th key by counting, until few keys are left between them.</summary>
internal static unsafe class SelectionKernels<TLanes, T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Keys that can be ranked against each other in one group of lanes.</summary>
    private static int FewKeys => TLanes.Count;

    /// <summary>Steps after which the bounds are moved to keys. Sooner it costs more than it gains, later many equal keys take up to 64 steps.</summary>
    private const int QuickSteps = 8;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void TopFraction(Frame* frame, CpuInstruction* at)
    {
        int m = frame->Sets[at->B].Count;
        Select(frame, at, (int)Math.Clamp((long)at->P * m / at->Q, 0, m));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void TopCount(Frame* frame, CpuInstruction* at)
    {
        T k = T.Floor(T.CreateTruncating(frame->Scalars[~at->C]));
        int m = frame->Sets[at->B].Count;
        Select(frame, at, k >= T.One ? int.CreateSaturating(T.Min(k, T.CreateTruncating(m))) : 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Select(Frame* frame, CpuInstruction* at, int k)
    {
        T* key = (T*)frame->Buffers + at->A;
        BarSet* set = frame->Sets + at->B;
        BarSet* target = frame->Sets + at->Target;
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
        BarSet above = *open;
        for (int step = 0; left > FewKeys; step++)
        {
            if (step >= QuickSteps)
            {
                Bounds(key, open, out T least, out T most);
                low = Ordinal(least);
                high = Ordinal(most) + 1;
            }

            ulong width = (ulong)high - (ulong)low;
            if (width < 2)
            {
                return;
            }

            // Where the wanted key lies if keys are spread evenly; every other time the middle, which bounds the number of steps.
            double part = step % 2 == 0 ? (double)(left - wanted) / left : 0.5;
            long bound = (long)((ulong)low + Math.Clamp((ulong)(width * part), 1, width - 1));
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
            set->SetBits(i, TLanes.Count, numbers);
            lower = TLanes.Lower(lower, TLanes.Choose(numbers, x, highest));
            higher = TLanes.Higher(higher, TLanes.Choose(numbers, x, lowest));
        }

        least = LaneTree.Fold<TLanes, T, ReductionOps.Lower>(lower);
        most = LaneTree.Fold<TLanes, T, ReductionOps.Higher>(higher);
    }

    /// <summary>Adds the largest of some open keys, which are few or equal; ties to the earlier bar.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddLargest(T* scratch, T* key, BarSet* open, BarSet* target, int many)
    {
        if (many == 0)
        {
            return;
        }

        if (open->Count > FewKeys)
        {
            AddEarliest(open, target, many);
            return;
        }

        TLanes.Store(TLanes.All(T.NaN), scratch);
        int* bars = stackalloc int[FewKeys];
        int n = 0;
        for (int w = 0; w < BarSet.WordCount; w++)
        {
            for (ulong bits = open->Words[w]; bits != 0; bits &= bits - 1)
            {
                bars[n] = (w * 64) + BitOperations.TrailingZeroCount(bits);
                scratch[n] = key[bars[n]];
                n++;
            }
        }

        for (int j = 0; j < n; j++)
        {
            ulong bit = Rank(scratch, j) < many ? 1UL << (bars[j] & 63) : 0;
            target->Words[bars[j] >> 6] |= bit;
        }
    }

    /// <summary>Number of the keys of a group that go before key j: the larger ones, and the equal ones that are earlier. NaN fills what is not used.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Rank(T* keys, int j)
    {
        TLanes all = TLanes.Load(keys);
        TLanes own = TLanes.All(keys[j]);
        return BitOperations.PopCount(TLanes.Less(own, all) | (TLanes.Equal(own, all) & ((1U << j) - 1)));
    }

    /// <summary>Adds the earliest bars of a set that the target lacks.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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
