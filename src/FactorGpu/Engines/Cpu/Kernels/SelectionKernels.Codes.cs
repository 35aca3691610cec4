using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using FactorGpu.Engines.Cpu.Lanes;

namespace FactorGpu.Engines.Cpu.Kernels;

/// <content>Keys as bytes: once for all selections by them.</content>
internal static unsafe partial class SelectionKernels<TLanes, T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Ordinals between a power of two and the 256-fold: codes below are 0, so that a few small keys, such as zeros among volumes, do not take the codes from all others.</summary>
    private static long MostWidth => (sizeof(T) == sizeof(double) ? 1L << 55 : 1L << 26) - 1;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Encode(Frame* frame, CpuInstruction* at)
        => Encode((T*)frame->Buffers + at->A, frame->Sets + at->B, (KeyCodes*)((T*)frame->Buffers + at->Target));

    /// <summary>Writes the codes of the keys of a set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Encode(T* key, BarSet* set, KeyCodes* codes)
    {
        Bounds(key, set, codes, out T least, out T most);
        long low = LanesScalar<T>.Ordinal(least);
        long high = LanesScalar<T>.Ordinal(most);
        ulong width = (ulong)high - (ulong)low;
        if (width > (ulong)MostWidth)
        {
            width = (ulong)MostWidth;
            low = high - MostWidth;
        }

        codes->Shift = Math.Max(0, 64 - KeyCodes.Bits - BitOperations.LeadingZeroCount(width));
        byte* code = codes->Codes;
        int shift = codes->Shift;
        int end = set->End;
        for (int i = set->First & -TLanes.Count; i < end; i += TLanes.Count)
        {
            TLanes.StoreCodes(TLanes.Load(key + i), low, shift, code + i);
        }
    }

    /// <summary>Finds the keys of a set that are numbers, and the least and the largest of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Bounds(T* key, BarSet* set, KeyCodes* codes, out T least, out T most)
    {
        TLanes highest = TLanes.All(T.PositiveInfinity);
        TLanes lowest = TLanes.All(T.NegativeInfinity);
        TLanes lower = highest;
        TLanes higher = lowest;
        uint all = (1U << TLanes.Count) - 1;
        for (int w = 0; w < BarSet.WordCount; w++)
        {
            ulong numbers = 0;
            T* x = key + (w * 64);
            int i = 0;
            for (ulong open = set->Words[w]; open != 0; open >>= TLanes.Count)
            {
                TLanes keys = TLanes.Load(x + i);
                uint bits = (uint)open & TLanes.Equal(keys, keys);
                numbers |= (ulong)bits << i;
                i += TLanes.Count;
                if (bits == all)
                {
                    lower = TLanes.Lower(lower, keys);
                    higher = TLanes.Higher(higher, keys);
                    continue;
                }

                lower = TLanes.Lower(lower, TLanes.Choose(bits, keys, highest));
                higher = TLanes.Higher(higher, TLanes.Choose(bits, keys, lowest));
            }

            codes->Numbers[w] = numbers;
        }

        least = LaneTree.Fold<TLanes, T, ReductionOps.Lower>(lower);
        most = LaneTree.Fold<TLanes, T, ReductionOps.Higher>(higher);
    }
}
