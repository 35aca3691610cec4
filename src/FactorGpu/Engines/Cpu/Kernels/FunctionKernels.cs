using System;
using System.Runtime.CompilerServices;

namespace FactorGpu.Engines.Cpu.Kernels;

/// <summary>Functions of one number at the bars of a set, one bar after the other: what they call is the same on every hardware, and so are the bits. The target may be the operand.</summary>
internal static unsafe class FunctionKernels
{
    internal interface IFunction
    {
        static abstract double Of(double x);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Apply<TFunction>(Frame* frame, CpuInstruction* at)
        where TFunction : IFunction
    {
        double* x = frame->Buffers + at->A;
        BarSet* set = frame->Sets + at->B;
        double* target = frame->Buffers + at->Target;
        for (int i = set->First; i < set->End; i++)
        {
            target[i] = set->Contains(i) ? TFunction.Of(x[i]) : 0;
        }
    }

    internal readonly struct Floor : IFunction
    {
        public static double Of(double x) => Math.Floor(x);
    }

    internal readonly struct Log : IFunction
    {
        public static double Of(double x) => ElementaryFunctions.Log(x);
    }

    internal readonly struct Log1p : IFunction
    {
        public static double Of(double x) => ElementaryFunctions.Log1p(x);
    }

    internal readonly struct Exp : IFunction
    {
        public static double Of(double x) => ElementaryFunctions.Exp(x);
    }

    internal readonly struct Expm1 : IFunction
    {
        public static double Of(double x) => ElementaryFunctions.Expm1(x);
    }

    internal readonly struct Atan : IFunction
    {
        public static double Of(double x) => ElementaryFunctions.Atan(x);
    }

    internal readonly struct Erfc : IFunction
    {
        public static double Of(double x) => ElementaryFunctions.Erfc(x);
    }

    internal readonly struct Cbrt : IFunction
    {
        public static double Of(double x) => ElementaryFunctions.Cbrt(x);
    }
}
