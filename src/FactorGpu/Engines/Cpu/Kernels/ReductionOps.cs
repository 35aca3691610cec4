using System.Runtime.CompilerServices;
using FactorGpu.Engines.Cpu.Lanes;

namespace FactorGpu.Engines.Cpu.Kernels;

/// <summary>What <see cref="ReductionKernels{TLanes, T}"/> fold with, as types that a kernel is compiled for.</summary>
internal static class ReductionOps
{
    internal interface IFold
    {
        /// <summary>What changes no bit when folded in.</summary>
        static abstract double Neutral { get; }

        /// <summary>The value for no element.</summary>
        static abstract double Empty { get; }

        static abstract TLanes Of<TLanes, T>(TLanes a, TLanes b)
            where TLanes : unmanaged, ILanes<TLanes, T>
            where T : unmanaged;
    }

    internal readonly struct Sum : IFold
    {
        public static double Neutral => 0;

        public static double Empty => 0;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Of<TLanes, T>(TLanes a, TLanes b)
            where TLanes : unmanaged, ILanes<TLanes, T>
            where T : unmanaged
            => a + b;
    }

    internal readonly struct Product : IFold
    {
        public static double Neutral => 1;

        public static double Empty => 1;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Of<TLanes, T>(TLanes a, TLanes b)
            where TLanes : unmanaged, ILanes<TLanes, T>
            where T : unmanaged
            => a * b;
    }

    internal readonly struct Max : IFold
    {
        public static double Neutral => double.NegativeInfinity;

        public static double Empty => double.NaN;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Of<TLanes, T>(TLanes a, TLanes b)
            where TLanes : unmanaged, ILanes<TLanes, T>
            where T : unmanaged
            => TLanes.Maximum(a, b);
    }

    internal readonly struct Min : IFold
    {
        public static double Neutral => double.PositiveInfinity;

        public static double Empty => double.NaN;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Of<TLanes, T>(TLanes a, TLanes b)
            where TLanes : unmanaged, ILanes<TLanes, T>
            where T : unmanaged
            => TLanes.Minimum(a, b);
    }

    /// <summary>Min of numbers, where the sign of a zero is of no interest.</summary>
    internal readonly struct Lower : IFold
    {
        public static double Neutral => double.PositiveInfinity;

        public static double Empty => double.PositiveInfinity;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Of<TLanes, T>(TLanes a, TLanes b)
            where TLanes : unmanaged, ILanes<TLanes, T>
            where T : unmanaged
            => TLanes.Lower(a, b);
    }

    /// <summary>Max of numbers, where the sign of a zero is of no interest.</summary>
    internal readonly struct Higher : IFold
    {
        public static double Neutral => double.NegativeInfinity;

        public static double Empty => double.NegativeInfinity;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Of<TLanes, T>(TLanes a, TLanes b)
            where TLanes : unmanaged, ILanes<TLanes, T>
            where T : unmanaged
            => TLanes.Higher(a, b);
    }
}
