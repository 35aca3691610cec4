using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using FactorGpu.Bars;

namespace FactorGpu.Engines.Cpu.Kernels;

/// <summary>Sequences, and what is read from the day's rows by them.</summary>
internal static unsafe class SequenceKernels<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int BytesOfALine = 64;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Keep(Frame* frame, CpuInstruction* at)
    {
        BarSequence* parent = frame->Sequences + at->A;
        BarSet* kept = frame->Sets + at->B;
        BarSequence* target = frame->Sequences + at->Target;
        int i = 0;
        for (int w = 0; w < BarSet.WordCount; w++)
        {
            ulong slots = 0;
            for (ulong open = parent->Words[w]; open != 0; open &= open - 1)
            {
                slots |= kept->Contains(i++) ? open & (~open + 1) : 0;
            }

            target->Words[w] = slots;
        }

        target->Count();
    }

    /// <summary>Copies a row's elements at the slots of a sequence to neighbouring bars.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Load(Frame* frame, CpuInstruction* at)
    {
        Copy(frame, at);
        Prefetch((T*)frame->Rows[at->P] + BarAxis.SlotCount);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Copy(Frame* frame, CpuInstruction* at)
    {
        BarSequence* sequence = frame->Sequences + at->A;
        T* row = (T*)frame->Rows[at->P];
        T* target = (T*)frame->Buffers + at->Target;
        if (sequence->Runs > BarSequence.MostRuns)
        {
            LoadBars(sequence, row, target);
        }
        else
        {
            LoadRuns(sequence, row, target);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void SlotNumbers(Frame* frame, CpuInstruction* at)
    {
        BarSequence* sequence = frame->Sequences + at->A;
        T* target = (T*)frame->Buffers + at->Target;
        for (int w = 0; w < BarSet.WordCount; w++)
        {
            for (ulong open = sequence->Words[w]; open != 0; open &= open - 1)
            {
                *target++ = T.CreateTruncating((w * 64) + BitOperations.TrailingZeroCount(open));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void BarNumbers(Frame* frame, CpuInstruction* at)
    {
        int N = frame->Sequences[at->A].N;
        T* target = (T*)frame->Buffers + at->Target;
        for (int i = 0; i < N; i++)
        {
            target[i] = T.CreateTruncating(i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void PickBar(Frame* frame, CpuInstruction* at)
    {
        int i = BarAtEnd(frame->Sets + at->B, at->P);
        frame->Scalars[at->Target] = i < 0 ? double.NaN : double.CreateTruncating(((T*)frame->Buffers)[at->A + i]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void PickField(Frame* frame, CpuInstruction* at)
    {
        int slot = SlotAtEnd(frame, at);
        frame->Scalars[at->Target] = slot < 0 ? double.NaN : double.CreateTruncating(((T*)frame->Rows[at->Q])[slot]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void PickSlot(Frame* frame, CpuInstruction* at) => ((long*)frame->Scalars)[at->Target] = SlotAtEnd(frame, at);

    /// <summary>Run by run: a stock without gaps has one or two.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void LoadRuns(BarSequence* sequence, T* row, T* target)
    {
        for (int run = 0; run < sequence->Runs; run++)
        {
            int t = sequence->RunStarts[run];
            int length = sequence->RunEnds[run] - t;
            Copy(row + t, target, length);
            target += length;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Copy(T* from, T* to, int length)
    {
        int i = 0;
        for (; i <= length - Vector512<T>.Count; i += Vector512<T>.Count)
        {
            Vector512.Load(from + i).Store(to + i);
        }

        for (; i < length; i++)
        {
            to[i] = from[i];
        }
    }

    /// <summary>Bar by bar, for a stock with many gaps.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void LoadBars(BarSequence* sequence, T* row, T* target)
    {
        for (int w = 0; w < BarSet.WordCount; w++)
        {
            for (ulong open = sequence->Words[w]; open != 0; open &= open - 1)
            {
                *target++ = row[(w * 64) + BitOperations.TrailingZeroCount(open)];
            }
        }
    }

    /// <summary>Asks for the row of the next stock, which is then there when its turn comes. Asking behind the last row is harmless: nothing is read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Prefetch(T* row)
    {
        if (Sse.IsSupported)
        {
            for (int t = 0; t < BarAxis.SlotCount; t += BytesOfALine / sizeof(T))
            {
                Sse.Prefetch0(row + t);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int SlotAtEnd(Frame* frame, CpuInstruction* at)
    {
        int i = BarAtEnd(frame->Sets + at->B, at->P);
        return i < 0 ? i : frame->Sequences[at->A].SlotOf(i + at->R);
    }

    /// <summary>First (end 0) or last bar of a set; -1 for none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int BarAtEnd(BarSet* set, int end)
    {
        for (int w = 0; w < BarSet.WordCount; w++)
        {
            int at = end == 0 ? w : BarSet.WordCount - 1 - w;
            ulong word = set->Words[at];
            if (word != 0)
            {
                return (at * 64) + (end == 0 ? BitOperations.TrailingZeroCount(word) : BitOperations.Log2(word));
            }
        }

        return -1;
    }
}
