using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using FactorGpu.Engines.Cpu.Lanes;

namespace FactorGpu.Engines.Cpu.Kernels;

/// <summary>The bars of a set where a comparison holds.</summary>
internal static unsafe class ComparisonKernels<TLanes, T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Compare<TOp>(Frame* frame, CpuInstruction* at)
        where TOp : ElementwiseOps.IComparison
    {
        var a = new LaneOperand<TLanes, T>(frame, at->A, spread: 0);
        var b = new LaneOperand<TLanes, T>(frame, at->B, spread: 1);
        BarSet* set = frame->Sets + at->C;
        BarSet* target = frame->Sets + at->Target;
        int end = set->End;
        *target = default;
        target->First = set->First;
        target->End = end;
        for (int i = set->First & -TLanes.Count; i < end;)
        {
            int word = i >> 6;
            int stop = Math.Min(end, (word + 1) * 64);
            ulong bits = 0;
            for (; i < stop; i += TLanes.Count)
            {
                bits |= (ulong)TOp.Of<TLanes, T>(a.At(i), b.At(i)) << (i & 63);
            }

            target->Words[word] = bits & set->Words[word];
        }
    }
}
