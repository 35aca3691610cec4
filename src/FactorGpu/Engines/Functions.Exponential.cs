using System;
using System.Runtime.CompilerServices;

namespace FactorGpu.Engines;

/// <content>Logarithm and exponential.</content>
internal static partial class Functions<TReal>
{
    private const double OneOverLog2 = 1.4426950408889634;

    /// <summary>ln 2 in two parts; the first times any exponent is exact.</summary>
    private const double Log2 = 0.6931467056274414;

    private const double RestOfLog2 = 4.7493250390316726e-07;

    private const double RootOfTwo = 1.4142135623730951;

    /// <summary>e to more is infinite, to less than <see cref="LeastExponent"/> 0.</summary>
    private const double MostExponent = 710;

    private const double LeastExponent = -746;

    /// <summary>Coefficients of ln((1 + s) / (1 - s)) - 2s over s^3 in powers of s^2: 2 / (2k + 3), enough for |s| up to (sqrt(2) - 1) / (sqrt(2) + 1).</summary>
    private static ReadOnlySpan<double> LogSeries =>
        [2.0 / 3, 2.0 / 5, 2.0 / 7, 2.0 / 9, 2.0 / 11, 2.0 / 13, 2.0 / 15, 2.0 / 17, 2.0 / 19, 2.0 / 21, 2.0 / 23];

    /// <summary>Coefficients of (e^r - 1 - r) / r^2: 1 / (k + 2)!, enough for |r| up to ln(2) / 2.</summary>
    private static ReadOnlySpan<double> ExpSeries =>
    [
        1.0 / 2, 1.0 / 6, 1.0 / 24, 1.0 / 120, 1.0 / 720, 1.0 / 5040, 1.0 / 40320, 1.0 / 362880, 1.0 / 3628800, 1.0 / 39916800, 1.0 / 479001600,
        1.0 / 6227020800,
    ];

    /// <summary>ln x: of a number between sqrt(1/2) and sqrt(2) by its series, with the exponent's share.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TReal Log(TReal x)
    {
        uint isSmall = TReal.Less(x, TReal.All(SmallestNormal));
        TReal mantissa = Mantissa(TReal.Choose(isSmall, x * TReal.All(TwoToTheLift), x), out TReal exponent);
        exponent = TReal.Choose(isSmall, exponent - TReal.All(Lift), exponent);
        uint isLarge = TReal.Less(TReal.All(RootOfTwo), mantissa);
        TReal f = TReal.Choose(isLarge, mantissa * TReal.All(0.5), mantissa) - One;
        exponent = TReal.Choose(isLarge, exponent + One, exponent);

        // ln(1 + f) = 2s + s^3 (...) with s = f / (2 + f), and 2s = f - f^2/2 + s f^2/2: so what is rounded is small beside f.
        TReal s = f / (TReal.All(2) + f);
        TReal square = s * s;
        TReal half = TReal.All(0.5) * f * f;
        TReal rest = s * (half + (square * Polynomial(LogSeries, square)));
        TReal log = (exponent * TReal.All(Log2)) - ((half - (rest + (exponent * TReal.All(RestOfLog2)))) - f);
        log = TReal.Choose(TReal.Less(Zero, x) & TReal.Less(x, Infinity), log, NaN);
        return TReal.Choose(TReal.Equal(x, Zero), TReal.All(double.NegativeInfinity), TReal.Choose(TReal.Equal(x, Infinity), x, log));
    }

    /// <summary>ln(1 + x): what rounding took from 1 + x is given back as a factor.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TReal Log1p(TReal x)
    {
        TReal u = One + x;
        TReal log = Log(u);
        TReal corrected = log * x / (u - One);
        uint isPlain = TReal.Equal(u, Zero) | TReal.Equal(u, Infinity);
        return TReal.Choose(TReal.Equal(u, One), x, TReal.Choose(isPlain, log, corrected));
    }

    /// <summary>e^x: 2^k e^r with |r| up to ln(2) / 2, the latter by its series; the power in two factors, for results that are not normal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TReal Exp(TReal x)
    {
        TReal bounded = TReal.Choose(TReal.Less(TReal.All(MostExponent), x), TReal.All(MostExponent), x);
        bounded = TReal.Choose(TReal.Less(bounded, TReal.All(LeastExponent)), TReal.All(LeastExponent), bounded);
        TReal k = Nearest(bounded * TReal.All(OneOverLog2));
        TReal r = bounded - (k * TReal.All(Log2)) - (k * TReal.All(RestOfLog2));
        TReal power = One + (r + (r * r * Polynomial(ExpSeries, r)));
        TReal halfOfK = Nearest(k * TReal.All(0.5));
        return power * PowerOfTwo(halfOfK) * PowerOfTwo(k - halfOfK);
    }

    /// <summary>e^x - 1: what rounding took from e^x is given back as a factor.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TReal Expm1(TReal x)
    {
        TReal u = Exp(x);
        TReal difference = u - One;
        TReal corrected = difference * x / Log(u);
        uint isPlain = TReal.Equal(difference, TReal.All(-1)) | TReal.Equal(u, Infinity);
        return TReal.Choose(TReal.Equal(u, One), x, TReal.Choose(isPlain, difference, corrected));
    }
}
