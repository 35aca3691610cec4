using System;
using System.Runtime.CompilerServices;

namespace FactorGpu.Engines;

/// <summary>The functions of <see cref="ElementaryFunctions"/>, for one number or several.</summary>
internal static partial class Functions<TReal>
    where TReal : unmanaged, IReal<TReal>
{
    /// <summary>A float64 from here to twice as much has its whole part in its lowest bits.</summary>
    private const double WholeNumbers = 1L << 52;

    private const int MantissaBits = 52;
    private const double Bias = 1023;
    private const double SmallestNormal = 2.2250738585072014e-308;

    /// <summary>Makes normal what is not.</summary>
    private const int Lift = 54;

    private const double TwoToTheLift = 1L << Lift;

    private static TReal Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TReal.All(0);
    }

    private static TReal One
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TReal.All(1);
    }

    private static TReal NaN
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TReal.All(double.NaN);
    }

    private static TReal Infinity
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TReal.All(double.PositiveInfinity);
    }

    private static TReal SignBit
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TReal.All(-0.0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TReal Abs(TReal x) => x & TReal.All(BitConverter.Int64BitsToDouble(long.MaxValue));

    /// <summary>Whole number nearest to x, for |x| far below 2^51; of two the even one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TReal Nearest(TReal x) => x + TReal.All(1.5 * WholeNumbers) - TReal.All(1.5 * WholeNumbers);

    /// <summary>Largest whole number that is at most x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TReal Floor(TReal x)
    {
        TReal size = Abs(x);
        TReal nearest = (size + TReal.All(WholeNumbers) - TReal.All(WholeNumbers)) | (x & SignBit);
        TReal floor = TReal.Choose(TReal.Less(x, nearest), nearest - One, nearest);
        return TReal.Choose(TReal.Less(size, TReal.All(WholeNumbers)), floor, x);
    }

    /// <summary>2^k for whole k in -1022..1023.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TReal PowerOfTwo(TReal k) => (k + TReal.All(Bias + WholeNumbers)) << MantissaBits;

    /// <summary>Takes a normal number above 0 apart: 2^exponent times what is in 1..2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TReal Mantissa(TReal x, out TReal exponent)
    {
        exponent = ((x >>> MantissaBits) | TReal.All(WholeNumbers)) - TReal.All(WholeNumbers + Bias);
        return (x & TReal.All(BitConverter.Int64BitsToDouble((1L << MantissaBits) - 1))) | One;
    }

    /// <summary>Sum of coefficients times powers of x, the first without.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TReal Polynomial(ReadOnlySpan<double> coefficients, TReal x)
    {
        TReal sum = TReal.All(coefficients[^1]);
        for (int k = coefficients.Length - 2; k >= 0; k--)
        {
            sum = (sum * x) + TReal.All(coefficients[k]);
        }

        return sum;
    }
}
