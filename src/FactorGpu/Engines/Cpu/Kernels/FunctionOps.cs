using System;

namespace FactorGpu.Engines.Cpu.Kernels;

/// <summary>The functions that <see cref="FunctionKernels{T}"/> are written over.</summary>
internal static class FunctionOps
{
    internal interface IFunction
    {
        static abstract double Of(double x);
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
