using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace FactorGpu.Engines.Cpu.Kernels;

/// <summary>Places of bars by a key, and what follows from them. A rank is 1..m at the bars of its set and 0 at the others; NaN at the bars of the set if a key is.</summary>
/// <remarks>Sums are float64 in every precision, and rounded when they are written. Everything is read before it is written, bar i before bar i: the target may be an operand that is not shifted.</remarks>
internal static unsafe class OrderingKernels<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int MostBars = BarSet.WordCount * 64;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Rank(Frame* frame, CpuInstruction* at)
    {
        T* key = (T*)frame->Buffers + at->A;
        BarSet* set = frame->Sets + at->B;
        T* target = (T*)frame->Buffers + at->Target;
        Unsafe.SkipInit(out KeyOrder<T> order);
        bool hasNaN = !order.Sort(key, set);
        for (int i = 0; i < MostBars; i++)
        {
            target[i] = hasNaN && set->Contains(i) ? T.NaN : T.Zero;
        }

        for (int k = 0; !hasNaN && k < order.Count; k++)
        {
            target[order.Bars[k]] = T.CreateTruncating(k + 1);
        }
    }

    /// <summary>x cumulated in the order of a rank, read at a bound of the key.</summary>
    [SkipLocalsInit, MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void CumsumBy(Frame* frame, CpuInstruction* at)
    {
        T* x = (T*)frame->Buffers + at->A;
        T* key = (T*)frame->Buffers + at->B;
        T* bound = (T*)frame->Buffers + at->C;
        BarSet* set = frame->Sets + at->E;
        T* target = (T*)frame->Buffers + at->Target;
        Unsafe.SkipInit(out KeyOrder<T> order);
        bool hasNaN = !order.Restore((T*)frame->Buffers + at->D);
        T* sorted = stackalloc T[MostBars];
        double* total = stackalloc double[MostBars + 1];
        total[0] = 0;
        for (int k = 0; !hasNaN && k < order.Count; k++)
        {
            sorted[k] = key[order.Bars[k]];
            total[k + 1] = total[k] + double.CreateTruncating(x[order.Bars[k]]);
        }

        for (int i = set->First; i < set->End; i++)
        {
            bool isUndefined = hasNaN || T.IsNaN(bound[i]);
            target[i] = isUndefined || !set->Contains(i) ? T.NaN : T.CreateTruncating(total[CountUpTo(sorted, order.Count, bound[i])]);
        }
    }

    /// <summary>Sum of x over the bars of each key, at the first of them.</summary>
    [SkipLocalsInit, MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void GroupSum(Frame* frame, CpuInstruction* at)
    {
        T* x = (T*)frame->Buffers + at->A;
        T* rank = (T*)frame->Buffers + at->C;
        T* target = (T*)frame->Buffers + at->Target;
        int* leader = stackalloc int[MostBars];
        bool hasNaN = !Leaders((T*)frame->Buffers + at->B, rank, leader);
        double* total = stackalloc double[MostBars];
        new Span<double>(total, MostBars).Clear();
        for (int i = 0; i < MostBars; i++)
        {
            if (leader[i] >= 0)
            {
                total[leader[i]] += double.CreateTruncating(x[i]);
            }
        }

        for (int i = 0; i < MostBars; i++)
        {
            target[i] = hasNaN ? T.NaN : T.CreateTruncating(total[i]);
        }
    }

    /// <summary>The first bar of each key.</summary>
    [SkipLocalsInit, MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void FirstOfGroup(Frame* frame, CpuInstruction* at)
    {
        int* leader = stackalloc int[MostBars];
        Leaders((T*)frame->Buffers + at->A, (T*)frame->Buffers + at->B, leader);
        BarSet* target = frame->Sets + at->Target;
        *target = default;
        target->End = MostBars;
        for (int i = 0; i < MostBars; i++)
        {
            target->Words[i >> 6] |= leader[i] == i ? 1UL << (i & 63) : 0;
        }
    }

    /// <summary>For each bar the first bar of the same key; -1 for those without a rank.</summary>
    /// <returns>False if a key is NaN, which leads itself alone.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool Leaders(T* key, T* rank, int* leader)
    {
        new Span<int>(leader, MostBars).Fill(-1);
        Unsafe.SkipInit(out KeyOrder<T> order);
        if (order.Restore(rank))
        {
            for (int k = 0; k < order.Count; k++)
            {
                int bar = order.Bars[k];
                bool isLed = k > 0 && key[bar] == key[order.Bars[k - 1]];
                leader[bar] = isLed ? leader[order.Bars[k - 1]] : bar;
            }

            return true;
        }

        for (int i = 0; i < MostBars; i++)
        {
            for (int j = 0; rank[i] != T.Zero && j <= i && leader[i] < 0; j++)
            {
                leader[i] = j == i || (rank[j] != T.Zero && key[j] == key[i]) ? j : -1;
            }
        }

        return false;
    }

    /// <summary>Number of sorted keys that are at most a bound: halves without a branch.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int CountUpTo(T* sorted, int count, T bound)
    {
        int below = 0;
        for (int step = MostBars / 2; step > 0; step >>= 1)
        {
            int next = below + step;
            below = next <= count && sorted[next - 1] <= bound ? next : below;
        }

        return below;
    }
}
