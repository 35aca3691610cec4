using System.Runtime.CompilerServices;
using FactorGpu.Engines.Cpu.Lanes;

namespace FactorGpu.Engines.Cpu.Kernels;

/// <summary>The operations of <see cref="ElementwiseKernels{TLanes}"/> and <see cref="ComparisonKernels{TLanes}"/>, as types that a kernel is compiled for.</summary>
internal static class ElementwiseOps
{
    internal interface IUnary
    {
        static abstract T Of<T>(T a)
            where T : unmanaged, ILanes<T>;
    }

    internal interface IBinary
    {
        static abstract T Of<T>(T a, T b)
            where T : unmanaged, ILanes<T>;
    }

    internal interface IComparison
    {
        static abstract uint Of<T>(T a, T b)
            where T : unmanaged, ILanes<T>;
    }

    internal readonly struct Add : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a, T b)
            where T : unmanaged, ILanes<T>
            => a + b;
    }

    internal readonly struct Subtract : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a, T b)
            where T : unmanaged, ILanes<T>
            => a - b;
    }

    internal readonly struct Multiply : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a, T b)
            where T : unmanaged, ILanes<T>
            => a * b;
    }

    internal readonly struct Divide : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a, T b)
            where T : unmanaged, ILanes<T>
            => T.Divide(a, b);
    }

    internal readonly struct Minimum : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a, T b)
            where T : unmanaged, ILanes<T>
            => T.Minimum(a, b);
    }

    internal readonly struct Maximum : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a, T b)
            where T : unmanaged, ILanes<T>
            => T.Maximum(a, b);
    }

    internal readonly struct Negate : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a)
            where T : unmanaged, ILanes<T>
            => T.Negate(a);
    }

    internal readonly struct Abs : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a)
            where T : unmanaged, ILanes<T>
            => T.Abs(a);
    }

    internal readonly struct Sqrt : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a)
            where T : unmanaged, ILanes<T>
            => T.Sqrt(a);
    }

    internal readonly struct Finite : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a)
            where T : unmanaged, ILanes<T>
            => T.Finite(a);
    }

    internal readonly struct Less : IComparison
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static uint Of<T>(T a, T b)
            where T : unmanaged, ILanes<T>
            => T.Less(a, b);
    }

    internal readonly struct LessOrEqual : IComparison
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static uint Of<T>(T a, T b)
            where T : unmanaged, ILanes<T>
            => T.LessOrEqual(a, b);
    }

    internal readonly struct Equal : IComparison
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static uint Of<T>(T a, T b)
            where T : unmanaged, ILanes<T>
            => T.Equal(a, b);
    }

    internal readonly struct NotEqual : IComparison
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static uint Of<T>(T a, T b)
            where T : unmanaged, ILanes<T>
            => ~T.Equal(a, b) & 0xFF;
    }
}
