using System.Runtime.CompilerServices;
using FactorGpu.Engines.Cpu.Lanes;

namespace FactorGpu.Engines.Cpu.Kernels;

/// <summary>The one order in which eight lanes become one number, on every hardware width (design 7).</summary>
internal static class LaneTree
{
    /// <summary>((0 . 4) . (2 . 6)) . ((1 . 5) . (3 . 7)), where . is the fold.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double Fold<TLanes, TFold>(TLanes lanes)
        where TLanes : unmanaged, ILanes<TLanes>
        where TFold : ReductionOps.IFold
    {
        lanes = TFold.Of(lanes, TLanes.Swap(lanes, 4));
        lanes = TFold.Of(lanes, TLanes.Swap(lanes, 2));
        return TLanes.First(TFold.Of(lanes, TLanes.Swap(lanes, 1)));
    }
}
