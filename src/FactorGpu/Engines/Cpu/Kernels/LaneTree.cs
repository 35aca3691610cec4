using System.Runtime.CompilerServices;
using FactorGpu.Engines.Cpu.Lanes;

namespace FactorGpu.Engines.Cpu.Kernels;

/// <summary>The one order in which the lanes of a group become one number, on every hardware width (design 7).</summary>
internal static class LaneTree
{
    /// <summary>Each half with the other, again and again: ((0 . 4) . (2 . 6)) . ((1 . 5) . (3 . 7)) for eight lanes, where . is the fold.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static unsafe T Fold<TLanes, T, TFold>(TLanes lanes)
        where TLanes : unmanaged, ILanes<TLanes, T>
        where T : unmanaged
        where TFold : ReductionOps.IFold
    {
        lanes = TFold.Of<TLanes, T>(lanes, TLanes.Swap(lanes, 32));
        lanes = TFold.Of<TLanes, T>(lanes, TLanes.Swap(lanes, 16));
        lanes = TFold.Of<TLanes, T>(lanes, TLanes.Swap(lanes, 8));
        return TLanes.First(sizeof(T) == sizeof(double) ? lanes : TFold.Of<TLanes, T>(lanes, TLanes.Swap(lanes, 4)));
    }
}
