using System.Runtime.CompilerServices;

namespace FactorGpu.Engines.Cpu.Kernels;

/// <summary>The functions that <see cref="FunctionKernels{T, TWide}"/> are written over.</summary>
internal static class FunctionOps
{
    internal interface IFunction
    {
        static abstract TReal Of<TReal>(TReal x)
            where TReal : unmanaged, IReal<TReal>;
    }

    internal readonly struct Floor : IFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TReal Of<TReal>(TReal x)
            where TReal : unmanaged, IReal<TReal>
            => Functions<TReal>.Floor(x);
    }

    internal readonly struct Log : IFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TReal Of<TReal>(TReal x)
            where TReal : unmanaged, IReal<TReal>
            => Functions<TReal>.Log(x);
    }

    internal readonly struct Log1p : IFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TReal Of<TReal>(TReal x)
            where TReal : unmanaged, IReal<TReal>
            => Functions<TReal>.Log1p(x);
    }

    internal readonly struct Exp : IFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TReal Of<TReal>(TReal x)
            where TReal : unmanaged, IReal<TReal>
            => Functions<TReal>.Exp(x);
    }

    internal readonly struct Expm1 : IFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TReal Of<TReal>(TReal x)
            where TReal : unmanaged, IReal<TReal>
            => Functions<TReal>.Expm1(x);
    }

    internal readonly struct Atan : IFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TReal Of<TReal>(TReal x)
            where TReal : unmanaged, IReal<TReal>
            => Functions<TReal>.Atan(x);
    }

    internal readonly struct Erfc : IFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TReal Of<TReal>(TReal x)
            where TReal : unmanaged, IReal<TReal>
            => Functions<TReal>.Erfc(x);
    }

    internal readonly struct Cbrt : IFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TReal Of<TReal>(TReal x)
            where TReal : unmanaged, IReal<TReal>
            => Functions<TReal>.Cbrt(x);
    }
}
