using System;
using System.Runtime.CompilerServices;

namespace FactorGpu.Engines.Cpu.Kernels;

/// <summary>Sets of bars from sequences and other sets: a few words each.</summary>
internal static unsafe class SetKernels
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void AllBars(Frame* frame, CpuInstruction* at) => frame->Sets[at->Target].MakeRange(0, frame->Sequences[at->A].N);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Slots(Frame* frame, CpuInstruction* at)
    {
        BarSequence* sequence = frame->Sequences + at->A;
        frame->Sets[at->Target].MakeRange(sequence->BarsBelow(at->P), sequence->BarsBelow(at->Q + 1));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void ShiftSet(Frame* frame, CpuInstruction* at)
    {
        BarSet* from = frame->Sets + at->A;
        BarSet* all = frame->Sets + at->B;
        BarSet* target = frame->Sets + at->Target;
        int by = Math.Clamp(at->P, -BarSet.WordCount * 64, BarSet.WordCount * 64);
        Bound(target, Math.Max(from->First + by, 0), Math.Min(from->End + by, all->End));
        for (int w = 0; w < BarSet.WordCount; w++)
        {
            // Bits (w * 64) - by and on: the upper part of one word below the lower part of the next.
            int start = (w * 64) - by;
            int low = start >> 6;
            int bit = start & 63;
            ulong shifted = Word(from, low) >> bit;
            shifted |= bit == 0 ? 0 : Word(from, low + 1) << (64 - bit);
            target->Words[w] = shifted & all->Words[w];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Both(Frame* frame, CpuInstruction* at)
    {
        BarSet* a = frame->Sets + at->A;
        BarSet* b = frame->Sets + at->B;
        BarSet* target = frame->Sets + at->Target;
        Bound(target, Math.Max(a->First, b->First), Math.Min(a->End, b->End));
        for (int w = 0; w < BarSet.WordCount; w++)
        {
            target->Words[w] = a->Words[w] & b->Words[w];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Either(Frame* frame, CpuInstruction* at)
    {
        BarSet* a = frame->Sets + at->A;
        BarSet* b = frame->Sets + at->B;
        BarSet* target = frame->Sets + at->Target;
        Bound(target, Math.Min(a->First, b->First), Math.Max(a->End, b->End));
        for (int w = 0; w < BarSet.WordCount; w++)
        {
            target->Words[w] = a->Words[w] | b->Words[w];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Without(Frame* frame, CpuInstruction* at)
    {
        BarSet* a = frame->Sets + at->A;
        BarSet* b = frame->Sets + at->B;
        BarSet* target = frame->Sets + at->Target;
        Bound(target, a->First, a->End);
        for (int w = 0; w < BarSet.WordCount; w++)
        {
            target->Words[w] = a->Words[w] & ~b->Words[w];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Gate(Frame* frame, CpuInstruction* at)
        => frame->Sets[at->Target] = frame->Scalars[~at->A] == ScalarKernels.True ? frame->Sets[at->B] : default;

    private static void Bound(BarSet* set, int first, int end)
    {
        set->First = first;
        set->End = Math.Max(end, first);
    }

    private static ulong Word(BarSet* set, int w) => (uint)w < BarSet.WordCount ? set->Words[w] : 0;
}
