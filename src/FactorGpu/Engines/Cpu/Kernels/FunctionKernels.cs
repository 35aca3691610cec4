using System.Numerics;
using System.Runtime.CompilerServices;

namespace FactorGpu.Engines.Cpu.Kernels;

/// <summary>Functions of one number at the bars of a set, one bar after the other, in float64: what they call is the same on every hardware, and so are the bits. The target may be the operand.</summary>
internal static unsafe class FunctionKernels<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Apply<TFunction>(Frame* frame, CpuInstruction* at)
        where TFunction : FunctionOps.IFunction
    {
        T* x = (T*)frame->Buffers + at->A;
        BarSet* set = frame->Sets + at->B;
        T* target = (T*)frame->Buffers + at->Target;
        for (int i = set->First; i < set->End; i++)
        {
            target[i] = set->Contains(i) ? T.CreateTruncating(TFunction.Of(double.CreateTruncating(x[i]))) : T.Zero;
        }
    }
}
