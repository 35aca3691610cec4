using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using FactorGpu.Engines.Cpu.Lanes;

namespace FactorGpu.Engines.Cpu.Kernels;

/// <summary>The order of bars by a key, and what follows from it. Sums are float64 in every precision, and rounded when they are written.</summary>
/// <remarks>The target may lie where an operand that is not shifted lay, the order too: the order is copied, and elements are read before those that they might lie under are written.</remarks>
internal static unsafe class OrderingKernels<TLanes, T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int MostBars = KeyOrder.MostBars;

    /// <summary>Keys in a block of <see cref="CountUpTo"/>, and blocks.</summary>
    private const int Block = 16;

    [SkipLocalsInit, MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Order(Frame* frame, CpuInstruction* at)
    {
        double* keys = stackalloc double[MostBars + KeySort.Room];
        Unsafe.SkipInit(out KeyOrder order);
        order.Read((T*)frame->Buffers + at->A, frame->Sets + at->B, keys);
        if (!order.HasNaN)
        {
            KeySort.Sort(&order, keys);
        }

        *OrderAt(frame, at->Target) = order;
    }

    /// <summary>The order by a negated key, of the order by the key: from the last to the first, equal keys as they are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void OrderDown(Frame* frame, CpuInstruction* at)
    {
        KeyOrder order = *OrderAt(frame, at->A);
        T* key = (T*)frame->Buffers + at->B;
        KeyOrder down = order;
        for (int end = order.HasNaN ? 0 : order.Count; end > 0;)
        {
            int first = end - 1;
            while (first > 0 && key[order.Bars[first - 1]] == key[order.Bars[end - 1]])
            {
                first--;
            }

            for (int k = first; k < end; k++)
            {
                down.Bars[order.Count - end + k - first] = order.Bars[k];
            }

            end = first;
        }

        *OrderAt(frame, at->Target) = down;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Rank(Frame* frame, CpuInstruction* at)
    {
        KeyOrder order = *OrderAt(frame, at->A);
        T* target = (T*)frame->Buffers + at->Target;
        for (int k = 0; k < order.Count; k++)
        {
            target[order.Bars[k]] = order.HasNaN ? T.NaN : T.CreateTruncating(k + 1);
        }
    }

    /// <summary>x cumulated in the order of a key, read at a bound of the key.</summary>
    [SkipLocalsInit, MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void CumsumBy(Frame* frame, CpuInstruction* at)
    {
        KeyOrder order = *OrderAt(frame, at->D);
        T* x = (T*)frame->Buffers + at->A;
        T* key = (T*)frame->Buffers + at->B;
        T* bound = (T*)frame->Buffers + at->C;
        BarSet* set = frame->Sets + at->E;
        T* target = (T*)frame->Buffers + at->Target;
        T* sorted = stackalloc T[MostBars + Block];
        T* total = stackalloc T[MostBars + 1];
        Cumulate(&order, x, key, sorted, total);
        if (order.HasNaN)
        {
            new Span<T>(target, MostBars).Fill(T.NaN);
        }
        else if (bound == key && order.Count == set->Count)
        {
            WriteAtOwnKeys(&order, sorted, total, target);
        }
        else
        {
            WriteAtBounds(order.Count, sorted, total, bound, set, target);
        }
    }

    /// <summary>Sum of x over the bars of each key, in time order, at the first of them.</summary>
    [SkipLocalsInit, MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void GroupSum(Frame* frame, CpuInstruction* at)
    {
        KeyOrder order = *OrderAt(frame, at->C);
        T* x = (T*)frame->Buffers + at->A;
        T* key = (T*)frame->Buffers + at->B;
        T* target = (T*)frame->Buffers + at->Target;
        if (order.HasNaN)
        {
            new Span<T>(target, MostBars).Fill(T.NaN);
            return;
        }

        for (int k = 0; k < order.Count;)
        {
            int first = order.Bars[k];
            T own = key[first];
            double total = 0;
            for (; k < order.Count && key[order.Bars[k]] == own; k++)
            {
                total += double.CreateTruncating(x[order.Bars[k]]);
            }

            target[first] = T.CreateTruncating(total);
        }
    }

    /// <summary>The first bar of each key; NaN equals none, and so each is one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void FirstOfGroup(Frame* frame, CpuInstruction* at)
    {
        T* key = (T*)frame->Buffers + at->A;
        KeyOrder* order = OrderAt(frame, at->B);
        BarSet* target = frame->Sets + at->Target;
        *target = default;
        target->End = MostBars;
        for (int k = 0; k < order->Count; k++)
        {
            int bar = order->Bars[k];
            bool isLed = order->HasNaN ? IsLed(order, key, k) : k > 0 && key[bar] == key[order->Bars[k - 1]];
            target->Words[bar >> 6] |= (isLed ? 0UL : 1UL) << (bar & 63);
        }
    }

    /// <summary>Keys in order, the rest NaN, and x summed up to each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Cumulate(KeyOrder* order, T* x, T* key, T* sorted, T* total)
    {
        double sum = 0;
        total[0] = T.Zero;
        for (int k = 0; k < order->Count; k++)
        {
            int bar = order->Bars[k];
            sorted[k] = key[bar];
            sum += double.CreateTruncating(x[bar]);
            total[k + 1] = T.CreateTruncating(sum);
        }

        new Span<T>(sorted + order->Count, MostBars + Block - order->Count).Fill(T.NaN);
    }

    /// <summary>Where the bound is the key itself, equal keys have what is summed up to the last of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WriteAtOwnKeys(KeyOrder* order, T* sorted, T* total, T* target)
    {
        T last = T.NaN;
        for (int k = order->Count - 1; k >= 0; k--)
        {
            // Behind the last key stands NaN.
            last = sorted[k] == sorted[k + 1] ? last : total[k + 1];
            target[order->Bars[k]] = last;
        }
    }

    [SkipLocalsInit, MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WriteAtBounds(int count, T* sorted, T* total, T* bound, BarSet* set, T* target)
    {
        T* lastOfBlocks = stackalloc T[Block];
        for (int block = 0; block < Block; block++)
        {
            lastOfBlocks[block] = sorted[(block * Block) + Block - 1];
        }

        for (int i = set->First; i < set->End; i++)
        {
            TLanes own = TLanes.All(bound[i]);
            int upTo = Block * CountUpTo(own, lastOfBlocks);
            upTo += CountUpTo(own, sorted + upTo);
            target[i] = T.IsNaN(bound[i]) ? T.NaN : total[upTo];
        }
    }

    /// <summary>How many of 16 keys are at most a bound; none if it is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int CountUpTo(TLanes bound, T* keys)
    {
        int count = 0;
        for (int k = 0; k < Block; k += TLanes.Count)
        {
            count += BitOperations.PopCount(TLanes.LessOrEqual(TLanes.Load(keys + k), bound));
        }

        return count;
    }

    /// <summary>True if an earlier bar in time order has the key of the k-th.</summary>
    private static bool IsLed(KeyOrder* order, T* key, int k)
    {
        bool isLed = false;
        for (int j = 0; j < k && !isLed; j++)
        {
            isLed = key[order->Bars[j]] == key[order->Bars[k]];
        }

        return isLed;
    }

    private static KeyOrder* OrderAt(Frame* frame, int place) => (KeyOrder*)((T*)frame->Buffers + place);
}
