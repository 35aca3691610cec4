using System.Numerics;
using System.Runtime.CompilerServices;
using FactorGpu.Engines.Cpu.Lanes;

namespace FactorGpu.Engines.Cpu.Kernels;

/// <summary>One scalar from the elements at the bars of a set. Bar i is folded into its lane in time order; lanes end in <see cref="LaneTree"/>. Bars outside the set fold in what changes nothing, so runs and scattered sets give the same bits.</summary>
internal static unsafe class ReductionKernels<TLanes, T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Count(Frame* frame, CpuInstruction* at) => frame->Scalars[at->Target] = frame->Sets[at->A].Count;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Reduce<TFold>(Frame* frame, CpuInstruction* at)
        where TFold : ReductionOps.IFold
    {
        T* x = (T*)frame->Buffers + at->A;
        BarSet* set = frame->Sets + at->B;
        TLanes neutral = TLanes.All(T.CreateTruncating(TFold.Neutral));
        TLanes folded = neutral;
        int i = set->First & -TLanes.Count;
        if (at->P != 0)
        {
            if (i < set->First && i < set->End)
            {
                folded = TFold.Of<TLanes, T>(folded, TLanes.Choose(set->Bits(i, TLanes.Count), TLanes.Load(x + i), neutral));
                i += TLanes.Count;
            }

            for (int whole = set->End - TLanes.Count; i <= whole; i += TLanes.Count)
            {
                folded = TFold.Of<TLanes, T>(folded, TLanes.Load(x + i));
            }
        }

        for (; i < set->End; i += TLanes.Count)
        {
            folded = TFold.Of<TLanes, T>(folded, TLanes.Choose(set->Bits(i, TLanes.Count), TLanes.Load(x + i), neutral));
        }

        frame->Scalars[at->Target] = set->IsEmpty ? TFold.Empty : double.CreateTruncating(LaneTree.Fold<TLanes, T, TFold>(folded));
    }

    /// <summary>Compares with the first element, and stops at the first group that differs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void IsConstant(Frame* frame, CpuInstruction* at)
    {
        T* x = (T*)frame->Buffers + at->A;
        BarSet* set = frame->Sets + at->B;
        int i = set->First & -TLanes.Count;
        while (i < set->End && set->Bits(i, TLanes.Count) == 0)
        {
            i += TLanes.Count;
        }

        bool isConstant = i < set->End;
        TLanes first = isConstant ? TLanes.All(x[i + BitOperations.TrailingZeroCount(set->Bits(i, TLanes.Count))]) : default;
        for (; isConstant && i < set->End; i += TLanes.Count)
        {
            isConstant = (set->Bits(i, TLanes.Count) & ~TLanes.Equal(TLanes.Load(x + i), first)) == 0;
        }

        frame->Scalars[at->Target] = isConstant ? ScalarKernels.True : 0;
    }
}
