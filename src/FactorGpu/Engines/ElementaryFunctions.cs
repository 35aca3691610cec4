using System.Runtime.CompilerServices;

namespace FactorGpu.Engines;

/// <summary>The functions that are no IEEE operation, good to a few units in the last place in relative terms wherever the result is a normal number (catalogue 1.8).</summary>
/// <remarks>
/// Made of IEEE operations alone, so that they give the same bits on every machine, one by one and in lanes; those of the runtime differ with the machine's.
/// Compiled at their best at once: until the runtime does so by itself, each of their operations is a call.
/// </remarks>
internal static class ElementaryFunctions
{
    /// <summary>ln x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static double Log(double x) => Functions<Real>.Log(new(x)).Value;

    /// <summary>ln(1 + x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static double Log1p(double x) => Functions<Real>.Log1p(new(x)).Value;

    /// <summary>e^x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static double Exp(double x) => Functions<Real>.Exp(new(x)).Value;

    /// <summary>e^x - 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static double Expm1(double x) => Functions<Real>.Expm1(new(x)).Value;

    /// <summary>Arc tangent of x, radians.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static double Atan(double x) => Functions<Real>.Atan(new(x)).Value;

    /// <summary>Cube root of x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static double Cbrt(double x) => Functions<Real>.Cbrt(new(x)).Value;

    /// <summary>1 - erf(x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static double Erfc(double x) => Functions<Real>.Erfc(new(x)).Value;
}
