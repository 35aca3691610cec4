using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using FactorGpu.Bars;

namespace FactorGpu.Engines.Cpu.Kernels;

/// <summary>The slots whose bars a sequence has on a stock-day: slot t at bit t % 64 of word t / 64.</summary>
internal unsafe struct BarSequence
{
    internal fixed ulong Words[SlotMask.WordCount];

    /// <summary>Number of bars, N.</summary>
    internal int N;

    /// <summary>Runs of neighbouring slots beyond which single bars are copied in less time.</summary>
    internal const int MostRuns = 16;

    /// <summary>First slot of each run of neighbouring slots, as far as there is room.</summary>
    internal fixed int RunStarts[MostRuns];

    /// <summary>Slot behind each run.</summary>
    internal fixed int RunEnds[MostRuns];

    /// <summary>Number of runs of neighbouring slots.</summary>
    internal int Runs;

    /// <summary>Becomes the slots of a mask that lie in a range.</summary>
    internal void Fill(SlotMask slots, SlotRange range)
    {
        Words[0] = slots.Word0;
        Words[1] = slots.Word1;
        Words[2] = slots.Word2;
        Words[3] = slots.Word3;
        for (int w = 0; w < SlotMask.WordCount; w++)
        {
            Words[w] &= BarSet.Below(range.Last + 1 - (w * 64)) & ~BarSet.Below(range.First - (w * 64));
        }

        Count();
    }

    /// <summary>Counts bars and finds runs when the words have changed.</summary>
    internal void Count()
    {
        N = 0;
        Runs = 0;
        for (int t = Next(0, flip: 0); t < SlotMask.WordCount * 64;)
        {
            int end = Next(t, flip: ulong.MaxValue);
            if (Runs < MostRuns)
            {
                RunStarts[Runs] = t;
                RunEnds[Runs] = end;
            }

            Runs++;
            N += end - t;
            t = Next(end, flip: 0);
        }
    }

    /// <summary>First slot at or behind t whose bit, after flipping, is 1; 256 when there is none.</summary>
    private readonly int Next(int t, ulong flip)
    {
        for (int w = t >> 6; w < SlotMask.WordCount; w++)
        {
            ulong word = (Words[w] ^ flip) & ~BarSet.Below(t - (w * 64));
            if (word != 0)
            {
                return (w * 64) + BitOperations.TrailingZeroCount(word);
            }
        }

        return SlotMask.WordCount * 64;
    }

    /// <summary>Number of bars at slots below t, 0..242.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal readonly int BarsBelow(int t)
    {
        int n = 0;
        for (int w = 0; w < SlotMask.WordCount; w++)
        {
            n += BitOperations.PopCount(Words[w] & BarSet.Below(t - (w * 64)));
        }

        return n;
    }

    /// <summary>Slot of bar i, 0..N-1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal readonly int SlotOf(int i)
    {
        for (int w = 0; ; w++)
        {
            int n = BitOperations.PopCount(Words[w]);
            if (i < n)
            {
                return (w * 64) + PositionOf(Words[w], i);
            }

            i -= n;
        }
    }

    /// <summary>Position of the 1 of a word that has n ones below it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int PositionOf(ulong word, int n)
    {
        if (Bmi2.X64.IsSupported)
        {
            return BitOperations.TrailingZeroCount(Bmi2.X64.ParallelBitDeposit(1UL << n, word));
        }

        for (int below = 0; below < n; below++)
        {
            word &= word - 1;
        }

        return BitOperations.TrailingZeroCount(word);
    }
}
