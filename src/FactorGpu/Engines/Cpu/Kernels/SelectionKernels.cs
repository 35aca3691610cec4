using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using FactorGpu.Engines.Cpu.Lanes;

namespace FactorGpu.Engines.Cpu.Kernels;

/// <summary>The k largest keys of a set, exactly k, ties to the earlier bar, without a sort: keys become bytes in their order, counting finds the byte of the k-th, and the few keys that share it are ranked.</summary>
internal static unsafe partial class SelectionKernels<TLanes, T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Keys that can be ranked against each other in one group of lanes.</summary>
    private static int FewKeys => TLanes.Count;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void TopFraction(Frame* frame, CpuInstruction* at)
    {
        int m = frame->Sets[at->C].Count;
        Select(frame, at, (int)Math.Clamp((long)at->P * m / at->Q, 0, m));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void TopCount(Frame* frame, CpuInstruction* at)
    {
        T k = T.Floor(T.CreateTruncating(frame->Scalars[~at->D]));
        int m = frame->Sets[at->C].Count;
        Select(frame, at, k >= T.One ? int.CreateSaturating(T.Min(k, T.CreateTruncating(m))) : 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Select(Frame* frame, CpuInstruction* at, int k)
    {
        T* key = (T*)frame->Buffers + at->A;
        var codes = (KeyCodes*)((T*)frame->Buffers + at->B);
        BarSet* set = frame->Sets + at->C;
        BarSet* target = frame->Sets + at->Target;
        BarSet open = *set;
        for (int w = 0; w < BarSet.WordCount; w++)
        {
            open.Words[w] &= codes->Numbers[w];
        }

        *target = default;
        target->First = set->First;
        target->End = set->End;
        int numbers = open.Count;
        if (numbers <= k)
        {
            // NaN is below every number, and all NaN are equal.
            *target = open;
            AddEarliest(set, target, k - numbers);
        }
        else if (k > 0)
        {
            AddNumbers((T*)frame->Spread, key, codes, &open, target, k);
        }
    }

    /// <summary>Adds the largest keys to a set.</summary>
    /// <param name="scratch">Room for a group.</param>
    /// <param name="key">Keys.</param>
    /// <param name="codes">Their codes.</param>
    /// <param name="open">Keys of which all are numbers, more than are wanted. Overwritten.</param>
    /// <param name="target">The set.</param>
    /// <param name="wanted">Number of keys wanted, above 0.</param>
    [SkipLocalsInit, MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddNumbers(T* scratch, T* key, KeyCodes* codes, BarSet* open, BarSet* target, int wanted)
    {
        wanted -= Split(codes->Codes, open, target, wanted);
        int shift = codes->Shift;
        Unsafe.SkipInit(out KeyCodes closer);
        while (shift > 0 && open->Count > FewKeys)
        {
            Encode(key, open, &closer);
            wanted -= Split(closer.Codes, open, target, wanted);
            shift = closer.Shift;
        }

        AddLargest(scratch, key, open, target, wanted);
    }

    /// <summary>Moves the keys with the largest codes from one set to another, as long as no more than wanted are moved; leaves open those with the code after theirs, out of both all others.</summary>
    /// <returns>Number of keys moved.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Split(byte* codes, BarSet* open, BarSet* target, int wanted)
    {
        int code = 0;
        for (int bit = KeyCodes.Bits - 2; bit >= 0; bit -= 2)
        {
            // Without a branch, which would be guessed wrong half the time: 1 for each of three bounds that leaves enough keys. Two bits at a time, because counting waits more than it works.
            int one = CountAtOrAbove(codes, open->Words, code | (1 << bit)) - wanted;
            int two = CountAtOrAbove(codes, open->Words, code | (2 << bit)) - wanted;
            int three = CountAtOrAbove(codes, open->Words, code | (3 << bit)) - wanted;
            code |= (3 + (one >> 31) + (two >> 31) + (three >> 31)) << bit;
        }

        int moved = 0;
        for (int w = 0; w < BarSet.WordCount; w++)
        {
            Vector512<byte> own = Vector512.Load(codes + (w * 64));
            ulong above = Vector512.GreaterThan(own, Vector512.Create((byte)code)).ExtractMostSignificantBits() & open->Words[w];
            target->Words[w] |= above;
            open->Words[w] &= Vector512.Equals(own, Vector512.Create((byte)code)).ExtractMostSignificantBits();
            moved += BitOperations.PopCount(above);
        }

        return moved;
    }

    /// <summary>Number of keys of a set whose codes are at or above a bound.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int CountAtOrAbove(byte* codes, ulong* words, int bound)
    {
        Vector512<byte> bounds = Vector512.Create((byte)bound);
        return BitOperations.PopCount(Vector512.GreaterThanOrEqual(Vector512.Load(codes), bounds).ExtractMostSignificantBits() & words[0])
            + BitOperations.PopCount(Vector512.GreaterThanOrEqual(Vector512.Load(codes + 64), bounds).ExtractMostSignificantBits() & words[1])
            + BitOperations.PopCount(Vector512.GreaterThanOrEqual(Vector512.Load(codes + 128), bounds).ExtractMostSignificantBits() & words[2])
            + BitOperations.PopCount(Vector512.GreaterThanOrEqual(Vector512.Load(codes + 192), bounds).ExtractMostSignificantBits() & words[3]);
    }
}
