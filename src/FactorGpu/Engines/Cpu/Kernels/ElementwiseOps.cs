using System.Runtime.CompilerServices;
using FactorGpu.Engines.Cpu.Lanes;

namespace FactorGpu.Engines.Cpu.Kernels;

/// <summary>The operations of <see cref="ElementwiseKernels{TLanes, T}"/> and <see cref="ComparisonKernels{TLanes, T}"/>, as types that a kernel is compiled for.</summary>
internal static class ElementwiseOps
{
    internal interface IUnary
    {
        static abstract TLanes Of<TLanes, T>(TLanes a)
            where TLanes : unmanaged, ILanes<TLanes, T>
            where T : unmanaged;
    }

    internal interface IBinary
    {
        static abstract TLanes Of<TLanes, T>(TLanes a, TLanes b)
            where TLanes : unmanaged, ILanes<TLanes, T>
            where T : unmanaged;
    }

    internal interface IComparison
    {
        static abstract uint Of<TLanes, T>(TLanes a, TLanes b)
            where TLanes : unmanaged, ILanes<TLanes, T>
            where T : unmanaged;
    }

    internal readonly struct Add : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Of<TLanes, T>(TLanes a, TLanes b)
            where TLanes : unmanaged, ILanes<TLanes, T>
            where T : unmanaged
            => a + b;
    }

    internal readonly struct Subtract : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Of<TLanes, T>(TLanes a, TLanes b)
            where TLanes : unmanaged, ILanes<TLanes, T>
            where T : unmanaged
            => a - b;
    }

    internal readonly struct Multiply : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Of<TLanes, T>(TLanes a, TLanes b)
            where TLanes : unmanaged, ILanes<TLanes, T>
            where T : unmanaged
            => a * b;
    }

    internal readonly struct Divide : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Of<TLanes, T>(TLanes a, TLanes b)
            where TLanes : unmanaged, ILanes<TLanes, T>
            where T : unmanaged
            => TLanes.Divide(a, b);
    }

    internal readonly struct Minimum : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Of<TLanes, T>(TLanes a, TLanes b)
            where TLanes : unmanaged, ILanes<TLanes, T>
            where T : unmanaged
            => TLanes.Minimum(a, b);
    }

    internal readonly struct Maximum : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Of<TLanes, T>(TLanes a, TLanes b)
            where TLanes : unmanaged, ILanes<TLanes, T>
            where T : unmanaged
            => TLanes.Maximum(a, b);
    }

    internal readonly struct Negate : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Of<TLanes, T>(TLanes a)
            where TLanes : unmanaged, ILanes<TLanes, T>
            where T : unmanaged
            => TLanes.Negate(a);
    }

    internal readonly struct Abs : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Of<TLanes, T>(TLanes a)
            where TLanes : unmanaged, ILanes<TLanes, T>
            where T : unmanaged
            => TLanes.Abs(a);
    }

    internal readonly struct Sqrt : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Of<TLanes, T>(TLanes a)
            where TLanes : unmanaged, ILanes<TLanes, T>
            where T : unmanaged
            => TLanes.Sqrt(a);
    }

    internal readonly struct Finite : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Of<TLanes, T>(TLanes a)
            where TLanes : unmanaged, ILanes<TLanes, T>
            where T : unmanaged
            => TLanes.Finite(a);
    }

    internal readonly struct Less : IComparison
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static uint Of<TLanes, T>(TLanes a, TLanes b)
            where TLanes : unmanaged, ILanes<TLanes, T>
            where T : unmanaged
            => TLanes.Less(a, b);
    }

    internal readonly struct LessOrEqual : IComparison
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static uint Of<TLanes, T>(TLanes a, TLanes b)
            where TLanes : unmanaged, ILanes<TLanes, T>
            where T : unmanaged
            => TLanes.LessOrEqual(a, b);
    }

    internal readonly struct Equal : IComparison
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static uint Of<TLanes, T>(TLanes a, TLanes b)
            where TLanes : unmanaged, ILanes<TLanes, T>
            where T : unmanaged
            => TLanes.Equal(a, b);
    }

    internal readonly struct NotEqual : IComparison
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static uint Of<TLanes, T>(TLanes a, TLanes b)
            where TLanes : unmanaged, ILanes<TLanes, T>
            where T : unmanaged
            => TLanes.Equal(a, b) ^ ((1U << TLanes.Count) - 1);
    }
}
