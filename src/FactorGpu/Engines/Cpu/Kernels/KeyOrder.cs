using System.Numerics;
using System.Runtime.CompilerServices;

namespace FactorGpu.Engines.Cpu.Kernels;

/// <summary>The bars of a set in ascending order of a key, ties to the earlier bar. It lies in a buffer, where it takes less room than elements do.</summary>
internal unsafe struct KeyOrder
{
    internal const int MostBars = BarSet.WordCount * 64;

    /// <summary>Number of bars, m.</summary>
    internal int Count;

    /// <summary>True if a key is NaN: there is no order then, and <see cref="Bars"/> are in time order.</summary>
    internal bool HasNaN;

    /// <summary>The bars [m].</summary>
    internal fixed byte Bars[MostBars];

    /// <summary>Takes the bars of a set and their keys [m], in float64, and notes whether one is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Read<T>(T* key, BarSet* set, double* keys)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int count = set->Count;
        Count = count;
        if (count == set->End - set->First)
        {
            ReadRun(key, set->First, keys);
            return;
        }

        count = 0;
        bool hasNaN = false;
        for (int w = 0; w < BarSet.WordCount; w++)
        {
            for (ulong open = set->Words[w]; open != 0; open &= open - 1)
            {
                int bar = (w * 64) + BitOperations.TrailingZeroCount(open);
                double x = double.CreateTruncating(key[bar]);
                hasNaN |= double.IsNaN(x);
                Bars[count] = (byte)bar;
                keys[count++] = x;
            }
        }

        HasNaN = hasNaN;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void ReadRun<T>(T* key, int first, double* keys)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        bool hasNaN = false;
        for (int k = 0; k < Count; k++)
        {
            double x = double.CreateTruncating(key[first + k]);
            hasNaN |= double.IsNaN(x);
            Bars[k] = (byte)(first + k);
            keys[k] = x;
        }

        HasNaN = hasNaN;
    }
}
