using System.Runtime.CompilerServices;
using FactorGpu.Engines.Cpu.Lanes;

namespace FactorGpu.Engines.Cpu.Kernels;

/// <summary>Bar by bar, over the groups of 8 bars that hold a bar of the set. The target may be an operand that is not shifted.</summary>
internal static unsafe class ElementwiseKernels<TLanes>
    where TLanes : unmanaged, ILanes<TLanes>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Unary<TOp>(Frame* frame, CpuInstruction* at)
        where TOp : ElementwiseOps.IUnary
    {
        BarSet* set = frame->Sets + at->B;
        double* x = frame->Buffers + at->A;
        double* target = frame->Buffers + at->Target;
        nint end = set->End;
        for (nint i = set->First & ~7; i < end; i += 8)
        {
            TLanes.Store(TOp.Of(TLanes.Load(x + i)), target + i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Binary<TOp>(Frame* frame, CpuInstruction* at)
        where TOp : ElementwiseOps.IBinary
    {
        BarSet* set = frame->Sets + at->C;
        var a = new LaneOperand<TLanes>(frame, at->A, spread: 0);
        var b = new LaneOperand<TLanes>(frame, at->B, spread: 1);
        double* target = frame->Buffers + at->Target;
        nint end = set->End;
        for (nint i = set->First & ~7; i < end; i += 8)
        {
            TLanes.Store(TOp.Of(a.At(i), b.At(i)), target + i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void IfElse(Frame* frame, CpuInstruction* at)
    {
        BarSet* isTrue = frame->Sets + at->A;
        var a = new LaneOperand<TLanes>(frame, at->B, spread: 0);
        var b = new LaneOperand<TLanes>(frame, at->C, spread: 1);
        BarSet* set = frame->Sets + at->D;
        double* target = frame->Buffers + at->Target;
        for (int i = set->First & ~7; i < set->End; i += 8)
        {
            TLanes.Store(TLanes.Choose(isTrue->Bits(i), a.At(i), b.At(i)), target + i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Cummax(Frame* frame, CpuInstruction* at)
    {
        BarSet* set = frame->Sets + at->B;
        double* x = frame->Buffers + at->A;
        double* target = frame->Buffers + at->Target;
        TLanes lowest = TLanes.All(double.NegativeInfinity);
        TLanes largest = lowest;
        for (int i = set->First & ~7; i < set->End; i += 8)
        {
            TLanes prefix = TLanes.RunningMaximum(TLanes.Choose(set->Bits(i), TLanes.Load(x + i), lowest));
            prefix = TLanes.Maximum(prefix, largest);
            TLanes.Store(prefix, target + i);
            largest = TLanes.All(target[i + 7]);
        }
    }
}
