using System;
using System.Runtime.CompilerServices;
using FactorGpu.Engines.Cpu.Kernels;
using FactorGpu.Engines.Cpu.Plans;

namespace FactorGpu.Engines.Cpu.Sweeps;

/// <summary>Operations on scalars that are no instruction of their own, by the names of their steps.</summary>
internal static class SweepScalars
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double Divide(double a, double b) => b == 0 ? double.NaN : a / b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double Abs(double a) => Math.Abs(a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double Sqrt(double a) => Math.Sqrt(a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double Minimum(double a, double b) => Math.Min(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double Maximum(double a, double b) => Math.Max(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double Finite(double a) => double.IsFinite(a) ? a : double.NaN;

    /// <summary>Any other operation, as the interpreter does it.</summary>
    internal static double Of(double a, double b, double c, CpuOp op) => ScalarKernels.Of(op, a, b, c);
}
