using System.Numerics;
using System.Runtime.CompilerServices;
using FactorGpu.Engines.Cpu.Lanes;

namespace FactorGpu.Engines.Cpu.Kernels;

/// <summary>One scalar from the elements at the bars of a set. Bar i is folded into lane i mod 8 in time order; lanes end in <see cref="LaneTree"/>. Bars outside the set fold in what changes nothing, so runs and scattered sets give the same bits.</summary>
internal static unsafe class ReductionKernels<TLanes>
    where TLanes : unmanaged, ILanes<TLanes>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Count(Frame* frame, CpuInstruction* at) => frame->Scalars[at->Target] = frame->Sets[at->A].Count;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Reduce<TFold>(Frame* frame, CpuInstruction* at)
        where TFold : ReductionOps.IFold
    {
        double* x = frame->Buffers + at->A;
        BarSet* set = frame->Sets + at->B;
        TLanes neutral = TLanes.All(TFold.Neutral);
        TLanes folded = neutral;
        int i = set->First & ~7;
        if (at->P != 0)
        {
            if (i < set->First && i < set->End)
            {
                folded = TFold.Of(folded, TLanes.Choose(set->Bits(i), TLanes.Load(x + i), neutral));
                i += 8;
            }

            for (int whole = set->End - 8; i <= whole; i += 8)
            {
                folded = TFold.Of(folded, TLanes.Load(x + i));
            }
        }

        for (; i < set->End; i += 8)
        {
            folded = TFold.Of(folded, TLanes.Choose(set->Bits(i), TLanes.Load(x + i), neutral));
        }

        frame->Scalars[at->Target] = set->IsEmpty ? TFold.Empty : LaneTree.Fold<TLanes, TFold>(folded);
    }

    /// <summary>Compares with the first element, and stops at the first group that differs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void IsConstant(Frame* frame, CpuInstruction* at)
        => frame->Scalars[at->Target] = IsConstant(frame->Buffers + at->A, frame->Sets + at->B);

    /// <summary>The truth value of all elements of a series at the bars of a set being one number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static double IsConstant(double* x, BarSet* set)
    {
        int i = set->First & ~7;
        while (i < set->End && set->Bits(i) == 0)
        {
            i += 8;
        }

        bool isConstant = i < set->End;
        TLanes first = isConstant ? TLanes.All(x[i + BitOperations.TrailingZeroCount(set->Bits(i))]) : default;
        for (; isConstant && i < set->End; i += 8)
        {
            isConstant = (set->Bits(i) & ~TLanes.Equal(TLanes.Load(x + i), first)) == 0;
        }

        return isConstant ? ScalarKernels.True : 0;
    }
}
