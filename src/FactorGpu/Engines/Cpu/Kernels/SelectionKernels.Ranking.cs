using System.Numerics;
using System.Runtime.CompilerServices;
using FactorGpu.Engines.Cpu.Lanes;

namespace FactorGpu.Engines.Cpu.Kernels;

/// <content>The last step: few keys, or equal ones.</content>
internal static unsafe partial class SelectionKernels<TLanes, T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Adds the largest of some open keys, which are few or equal; ties to the earlier bar.</summary>
    [SkipLocalsInit, MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddLargest(T* scratch, T* key, BarSet* open, BarSet* target, int many)
    {
        if (many == 0)
        {
            return;
        }

        if (open->Count == many)
        {
            AddAll(open, target);
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
            // The sign of a difference instead of a branch, which would be guessed wrong half the time.
            target->Words[bars[j] >> 6] |= (ulong)((uint)(Rank(scratch, j) - many) >> 31) << (bars[j] & 63);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddAll(BarSet* open, BarSet* target)
    {
        for (int w = 0; w < BarSet.WordCount; w++)
        {
            target->Words[w] |= open->Words[w];
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
}
