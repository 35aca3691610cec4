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
        Vector512<byte> c0 = Vector512.Load(codes);
        Vector512<byte> c1 = Vector512.Load(codes + 64);
        Vector512<byte> c2 = Vector512.Load(codes + 128);
        Vector512<byte> c3 = Vector512.Load(codes + 192);
        ulong w0 = open->Words[0];
        ulong w1 = open->Words[1];
        ulong w2 = open->Words[2];
        ulong w3 = open->Words[3];
        int code = 0;
        for (int bit = 1 << (KeyCodes.Bits - 1); bit > 0; bit >>= 1)
        {
            Vector512<byte> bound = Vector512.Create((byte)(code | bit));
            int count = BitOperations.PopCount(AtOrAbove(c0, bound) & w0) + BitOperations.PopCount(AtOrAbove(c1, bound) & w1)
                + BitOperations.PopCount(AtOrAbove(c2, bound) & w2) + BitOperations.PopCount(AtOrAbove(c3, bound) & w3);

            // Without a branch, which would be guessed wrong half the time: the bit stays where enough keys are left.
            code |= bit & ~((count - wanted) >> 31);
        }

        Vector512<byte> last = Vector512.Create((byte)code);
        return Move(c0, last, open->Words, target->Words) + Move(c1, last, open->Words + 1, target->Words + 1)
            + Move(c2, last, open->Words + 2, target->Words + 2) + Move(c3, last, open->Words + 3, target->Words + 3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong AtOrAbove(Vector512<byte> codes, Vector512<byte> bound) => Vector512.GreaterThanOrEqual(codes, bound).ExtractMostSignificantBits();

    /// <summary>Moves the keys of a word whose codes are above a bound, and leaves those whose codes are equal to it.</summary>
    /// <returns>Number of keys moved.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Move(Vector512<byte> codes, Vector512<byte> bound, ulong* open, ulong* target)
    {
        ulong above = Vector512.GreaterThan(codes, bound).ExtractMostSignificantBits() & *open;
        *target |= above;
        *open &= Vector512.Equals(codes, bound).ExtractMostSignificantBits();
        return BitOperations.PopCount(above);
    }
}
