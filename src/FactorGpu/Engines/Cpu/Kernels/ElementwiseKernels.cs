using System.Numerics;
using System.Runtime.CompilerServices;
using FactorGpu.Engines.Cpu.Lanes;

namespace FactorGpu.Engines.Cpu.Kernels;

/// <summary>Bar by bar, over the groups of bars that hold a bar of the set. The target may be an operand that is not shifted.</summary>
internal static unsafe class ElementwiseKernels<TLanes, T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Unary<TOp>(Frame* frame, CpuInstruction* at)
        where TOp : ElementwiseOps.IUnary
    {
        BarSet* set = frame->Sets + at->B;
        T* x = (T*)frame->Buffers + at->A;
        T* target = (T*)frame->Buffers + at->Target;
        nint end = set->End;
        for (nint i = set->First & -TLanes.Count; i < end; i += TLanes.Count)
        {
            TLanes.Store(TOp.Of<TLanes, T>(TLanes.Load(x + i)), target + i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Binary<TOp>(Frame* frame, CpuInstruction* at)
        where TOp : ElementwiseOps.IBinary
    {
        BarSet* set = frame->Sets + at->C;
        var a = new LaneOperand<TLanes, T>(frame, at->A, spread: 0);
        var b = new LaneOperand<TLanes, T>(frame, at->B, spread: 1);
        T* target = (T*)frame->Buffers + at->Target;
        nint end = set->End;
        for (nint i = set->First & -TLanes.Count; i < end; i += TLanes.Count)
        {
            TLanes.Store(TOp.Of<TLanes, T>(a.At(i), b.At(i)), target + i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void IfElse(Frame* frame, CpuInstruction* at)
    {
        BarSet* isTrue = frame->Sets + at->A;
        var a = new LaneOperand<TLanes, T>(frame, at->B, spread: 0);
        var b = new LaneOperand<TLanes, T>(frame, at->C, spread: 1);
        BarSet* set = frame->Sets + at->D;
        T* target = (T*)frame->Buffers + at->Target;
        for (int i = set->First & -TLanes.Count; i < set->End; i += TLanes.Count)
        {
            TLanes.Store(TLanes.Choose(isTrue->Bits(i, TLanes.Count), a.At(i), b.At(i)), target + i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Cummax(Frame* frame, CpuInstruction* at)
    {
        BarSet* set = frame->Sets + at->B;
        T* x = (T*)frame->Buffers + at->A;
        T* target = (T*)frame->Buffers + at->Target;
        TLanes lowest = TLanes.All(T.NegativeInfinity);
        TLanes largest = lowest;
        for (int i = set->First & -TLanes.Count; i < set->End; i += TLanes.Count)
        {
            TLanes prefix = TLanes.RunningMaximum(TLanes.Choose(set->Bits(i, TLanes.Count), TLanes.Load(x + i), lowest));
            prefix = TLanes.Maximum(prefix, largest);
            TLanes.Store(prefix, target + i);
            largest = TLanes.All(target[i + TLanes.Count - 1]);
        }
    }
}
