using System;
using System.Runtime.CompilerServices;

namespace FactorGpu.Engines;

/// <content>Arc tangent, cube root, error function.</content>
internal static partial class Functions<TReal>
{
    private const double RightAngle = Math.PI / 2;
    private const double RestOfRightAngle = 6.123233995736766e-17;

    /// <summary>The arc tangents of larger numbers are right angles.</summary>
    private const double FarOut = 1e300;

    /// <summary>Arguments below have an erfc near enough to 1 for 1 - erf.</summary>
    private const double SeriesEnd = 0.5;

    /// <summary>Arguments above have an erfc below the smallest number.</summary>
    private const double Vanishing = 30;

    /// <summary>Where the variable (x - k) / (x + k) of <see cref="ScaledErfc"/> is 0.</summary>
    private const double Middle = 3.75;

    private const double TwoOverRootPi = 1.1283791670955126;

    /// <summary>A number times this, less what that differs from the number by, is its upper 24 bits.</summary>
    private const double Splitter = (1 << 29) + 1;

    /// <summary>Coefficients of atan(y) / y in powers of y^2: (-1)^k / (2k + 1), enough for |y| up to 1/8.</summary>
    private static ReadOnlySpan<double> AtanSeries => [1, -1.0 / 3, 1.0 / 5, -1.0 / 7, 1.0 / 9, -1.0 / 11, 1.0 / 13, -1.0 / 15, 1.0 / 17, -1.0 / 19];

    /// <summary>A parabola within 2 % of the cube root between 1 and 8.</summary>
    private static ReadOnlySpan<double> CbrtGuess => [0.7643390863719206, 0.26591282495404245, -0.014427713287611277];

    /// <summary>Coefficients of e^x, enough for what x^2 differs by from the square of its upper bits.</summary>
    private static ReadOnlySpan<double> SmallExpSeries => [1, 1, 1.0 / 2, 1.0 / 6];

    /// <summary>Coefficients of erf(x) = 2 / sqrt(pi) x sum (-1)^k x^2k / (k! (2k + 1)), enough for x below <see cref="SeriesEnd"/>.</summary>
    private static ReadOnlySpan<double> ErfSeries =>
    [
        1, -1.0 / 3, 1.0 / 10, -1.0 / 42, 1.0 / 216, -1.0 / 1320, 1.0 / 9360, -1.0 / 75600, 1.0 / 685440, -1.0 / 6894720, 1.0 / 76204800, -1.0 / 918086400,
    ];

    /// <summary>
    /// Chebyshev coefficients of (1 + 2x) exp(x^2) erfc(x) for x from 1/2 on, in (x - k) / (x + k) stretched to -1..1; the first counts half.
    /// Fitted in 113-bit arithmetic at 200 nodes; the first one left out is 5e-19.
    /// </summary>
    private static ReadOnlySpan<double> ScaledErfc =>
    [
        2.4191070683728761, -0.074499953010097347, -0.019898431610118519, 0.019905393893364882, -0.0090023313933809274, 0.0029421334073096391,
        -0.00075087782304313294, 0.00014982479112138588, -2.2031234655936493e-05, 1.8855545928961662e-06, 6.0607295596739985e-08, -4.5635383886497739e-08,
        5.162357979173963e-09, 3.4722196625432901e-10, -1.5752684361293961e-10, 7.1292012085287813e-12, 3.3790897880065413e-12, -4.4406526024697608e-13,
        -6.4362545910983104e-14, 1.6260780477370676e-14, 1.1690084467834413e-15, -5.4155588855192681e-16, -2.184987852077841e-17, 1.8089668415515608e-17,
    ];

    /// <summary>Arc tangent: of x or 1/x, which is near one of the quarters c = 0..1, as atan c + atan((x - c) / (1 + cx)).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TReal Atan(TReal x)
    {
        TReal size = Abs(x);
        size = TReal.Choose(TReal.Less(TReal.All(FarOut), size), TReal.All(FarOut), size);
        uint isSteep = TReal.Less(One, size);
        TReal flat = TReal.Choose(isSteep, One / size, size);
        TReal quarters = Nearest(flat * TReal.All(4));
        TReal c = quarters * TReal.All(0.25);
        TReal above = TReal.Choose(isSteep, One - (c * size), size - c);
        TReal y = above / TReal.Choose(isSteep, size + c, One + (c * size));
        TReal small = y * Polynomial(AtanSeries, y * y);
        TReal angle = AtanOfQuarters(quarters, out TReal rest);
        TReal gentle = angle + (small + rest);
        TReal steep = TReal.All(RightAngle) - (angle + (small + (rest - TReal.All(RestOfRightAngle))));
        return TReal.Choose(isSteep, steep, gentle) | (x & SignBit);
    }

    /// <summary>Cube root: a guess made better twice by Halley's rule, and once by Newton's, which rounds little.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TReal Cbrt(TReal x)
    {
        TReal size = Abs(x);
        uint isSmall = TReal.Less(size, TReal.All(SmallestNormal));
        TReal mantissa = Mantissa(TReal.Choose(isSmall, size * TReal.All(TwoToTheLift), size), out TReal exponent);
        exponent = TReal.Choose(isSmall, exponent - TReal.All(Lift), exponent);
        TReal third = Nearest((exponent - One) * TReal.All(1.0 / 3));
        TReal m = mantissa * PowerOfTwo(exponent - (TReal.All(3) * third));
        TReal root = Halley(Halley(Polynomial(CbrtGuess, m), m), m);
        TReal square = root * root;
        root -= ((square * root) - m) / (TReal.All(3) * square);
        root = (root * PowerOfTwo(third)) | (x & SignBit);
        return TReal.Choose(TReal.Less(Zero, size) & TReal.Less(size, Infinity), root, x);
    }

    /// <summary>1 - erf(x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TReal Erfc(TReal x)
    {
        TReal size = Abs(x);
        TReal near = One - (TReal.All(TwoOverRootPi) * x * Polynomial(ErfSeries, x * x));
        TReal far = ErfcAbove(size);
        far = TReal.Choose(TReal.Less(x, Zero), TReal.All(2) - far, far);
        return TReal.Choose(TReal.Less(size, TReal.All(SeriesEnd)), near, far);
    }

    /// <summary>erfc from 1/2 on: exp(-x^2) times a smooth function. x^2 is taken in two parts, the first exact, so that exp keeps its digits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TReal ErfcAbove(TReal size)
    {
        uint isVanishing = TReal.Less(TReal.All(Vanishing), size);
        TReal x = TReal.Choose(isVanishing, TReal.All(Vanishing), size);
        TReal split = x * TReal.All(Splitter);
        TReal head = split - (split - x);
        TReal rest = (head - x) * (x + head);
        TReal decay = Exp(Zero - (head * head)) * Polynomial(SmallExpSeries, rest);
        TReal t = (x - TReal.All(Middle)) / (x + TReal.All(Middle));
        const double Start = (SeriesEnd - Middle) / (SeriesEnd + Middle);
        TReal u = ((TReal.All(2) * t) - TReal.All(Start + 1)) * TReal.All(1 / (1 - Start));
        TReal value = decay * Chebyshev(ScaledErfc, u) / (One + (TReal.All(2) * x));
        return TReal.Choose(isVanishing, Zero, value);
    }

    /// <summary>Arc tangent of 0, 1/4, 1/2, 3/4 or 1 in two parts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TReal AtanOfQuarters(TReal quarters, out TReal rest)
    {
        uint isOne = TReal.Equal(quarters, One);
        uint isTwo = TReal.Equal(quarters, TReal.All(2));
        uint isThree = TReal.Equal(quarters, TReal.All(3));
        uint isFour = TReal.Equal(quarters, TReal.All(4));
        rest = TReal.Choose(isOne, TReal.All(1.0698755618734451e-17), Zero);
        rest = TReal.Choose(isTwo, TReal.All(2.2698777452961687e-17), rest);
        rest = TReal.Choose(isThree, TReal.All(1.5834785051444286e-17), rest);
        rest = TReal.Choose(isFour, TReal.All(3.061616997868383e-17), rest);
        TReal angle = TReal.Choose(isOne, TReal.All(0.24497866312686414), Zero);
        angle = TReal.Choose(isTwo, TReal.All(0.4636476090008061), angle);
        angle = TReal.Choose(isThree, TReal.All(0.6435011087932844), angle);
        return TReal.Choose(isFour, TReal.All(0.7853981633974483), angle);
    }

    /// <summary>A root of m that is as wrong as the cube of how wrong the given one is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TReal Halley(TReal root, TReal m)
    {
        TReal cube = root * root * root;
        return root * (cube + (m + m)) / (cube + cube + m);
    }

    /// <summary>Sum of Chebyshev polynomials at u in -1..1, by Clenshaw's recurrence; the first coefficient counts half.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TReal Chebyshev(ReadOnlySpan<double> coefficients, TReal u)
    {
        TReal twice = u + u;
        TReal next = Zero;
        TReal last = Zero;
        for (int k = coefficients.Length - 1; k > 0; k--)
        {
            TReal now = (twice * next) - last + TReal.All(coefficients[k]);
            last = next;
            next = now;
        }

        return (u * next) - last + TReal.All(0.5 * coefficients[0]);
    }
}
