using System.Reflection;
using FactorGpu.Engines.Cpu.Kernels;

namespace FactorGpu.Engines.Cpu.Sweeps;

/// <summary>What emitted code does to sets other than bit by bit.</summary>
internal static unsafe class SweepSets
{
    internal const BindingFlags Members = BindingFlags.NonPublic | BindingFlags.Static;

    /// <summary>Bytes from a set to its words.</summary>
    internal static int WordsOffset
    {
        get
        {
            BarSet set;
            return (int)((byte*)set.Words - (byte*)&set);
        }
    }

    /// <summary>Empties a set whose bars will lie between two.</summary>
    internal static void Open(BarSet* set, int first, int end)
    {
        *set = default;
        set->First = first;
        set->End = end;
    }

    /// <summary>A number, NaN for an empty set.</summary>
    internal static double NaNIfEmpty(double x, BarSet* set) => set->IsEmpty ? double.NaN : x;
}
