using System.Numerics;
using System.Runtime.CompilerServices;
using FactorGpu.Engines.Cpu.Lanes;

namespace FactorGpu.Engines.Cpu.Kernels;

/// <summary>Functions of one number, over the groups of bars that hold a bar of the set, in float64 in every precision. The target may be the operand.</summary>
internal static unsafe class FunctionKernels<T, TWide>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TWide : unmanaged, ILanes<TWide, double>
{
    [SkipLocalsInit, MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Apply<TFunction>(Frame* frame, CpuInstruction* at)
        where TFunction : FunctionOps.IFunction
    {
        BarSet* set = frame->Sets + at->B;
        T* target = (T*)frame->Buffers + at->Target;
        double* memory = stackalloc double[Frame.BufferStride];
        int first = set->First & -TWide.Count;
        int end = (set->End + TWide.Count - 1) & -TWide.Count;
        double* x = WideElements<T>.Read((T*)frame->Buffers + at->A, first, end, memory);
        double* wide = sizeof(T) == sizeof(double) ? (double*)target : x;
        for (int i = first; i < end; i += TWide.Count)
        {
            TWide.Store(TFunction.Of(new LaneReal<TWide>(TWide.Load(x + i))).Value, wide + i);
        }

        WideElements<T>.Write(wide, target, first, end);
    }
}
