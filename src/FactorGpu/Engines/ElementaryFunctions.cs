using System;
using System.Collections.Immutable;

namespace FactorGpu.Engines;

/// <summary>The functions that are no IEEE operation, good to a few units in the last place in relative terms wherever the result is a normal number (catalogue 1.8).</summary>
/// <remarks>What the runtime has accurately is taken from there; its LogP1 and ExpM1 are not, and it has no erfc.</remarks>
internal static class ElementaryFunctions
{
    /// <summary>Arguments below have an erfc near enough to 1 for 1 - erf.</summary>
    private const double SeriesEnd = 0.5;

    /// <summary>Arguments above have an erfc below the smallest number.</summary>
    private const double Vanishing = 30;

    /// <summary>Where the variable (x - k) / (x + k) of <see cref="s_scaledErfc"/> is 0.</summary>
    private const double Middle = 3.75;

    private const double TwoOverRootPi = 1.1283791670955126;

    /// <summary>Coefficients of erf(x) = 2 / sqrt(pi) x sum (-1)^k x^2k / (k! (2k + 1)), enough for x below <see cref="SeriesEnd"/>.</summary>
    private static readonly ImmutableArray<double> s_erfSeries =
    [
        1, -1.0 / 3, 1.0 / 10, -1.0 / 42, 1.0 / 216, -1.0 / 1320, 1.0 / 9360, -1.0 / 75600, 1.0 / 685440, -1.0 / 6894720, 1.0 / 76204800, -1.0 / 918086400,
    ];

    /// <summary>
    /// Chebyshev coefficients of (1 + 2x) exp(x^2) erfc(x) for x from 1/2 on, in (x - k) / (x + k) stretched to -1..1; the first counts half.
    /// Fitted in 113-bit arithmetic at 200 nodes; the first one left out is 5e-19.
    /// </summary>
    private static readonly ImmutableArray<double> s_scaledErfc =
    [
        2.4191070683728761, -0.074499953010097347, -0.019898431610118519, 0.019905393893364882, -0.0090023313933809274, 0.0029421334073096391,
        -0.00075087782304313294, 0.00014982479112138588, -2.2031234655936493e-05, 1.8855545928961662e-06, 6.0607295596739985e-08, -4.5635383886497739e-08,
        5.162357979173963e-09, 3.4722196625432901e-10, -1.5752684361293961e-10, 7.1292012085287813e-12, 3.3790897880065413e-12, -4.4406526024697608e-13,
        -6.4362545910983104e-14, 1.6260780477370676e-14, 1.1690084467834413e-15, -5.4155588855192681e-16, -2.184987852077841e-17, 1.8089668415515608e-17,
    ];

    /// <summary>ln x.</summary>
    internal static double Log(double x) => Math.Log(x);

    /// <summary>ln(1 + x): what rounding took from 1 + x is given back as a factor.</summary>
    internal static double Log1p(double x)
    {
        double u = 1 + x;
        if (u == 1)
        {
            return x;
        }

        return double.IsFinite(u) && u != 0 ? Math.Log(u) * x / (u - 1) : Math.Log(u);
    }

    /// <summary>e^x.</summary>
    internal static double Exp(double x) => Math.Exp(x);

    /// <summary>e^x - 1: what rounding took from e^x is given back as a factor.</summary>
    internal static double Expm1(double x)
    {
        double u = Math.Exp(x);
        if (u == 1)
        {
            return x;
        }

        double difference = u - 1;
        return difference == -1 || double.IsInfinity(u) ? difference : difference * x / Math.Log(u);
    }

    /// <summary>Arc tangent of x, radians.</summary>
    internal static double Atan(double x) => Math.Atan(x);

    /// <summary>Cube root of x.</summary>
    internal static double Cbrt(double x) => Math.Cbrt(x);

    /// <summary>1 - erf(x).</summary>
    internal static double Erfc(double x)
    {
        if (Math.Abs(x) < SeriesEnd)
        {
            return 1 - (TwoOverRootPi * x * Horner(s_erfSeries, x * x));
        }

        return x < 0 ? 2 - ErfcAbove(-x) : ErfcAbove(x);
    }

    /// <summary>erfc from 1/2 on: exp(-x^2) times a smooth function. x^2 is taken in two parts, the first exact, so that exp keeps its digits.</summary>
    private static double ErfcAbove(double x)
    {
        if (x > Vanishing)
        {
            return 0;
        }

        double head = (float)x;
        double decay = Math.Exp(-head * head) * Math.Exp(-(x - head) * (x + head));
        double t = (x - Middle) / (x + Middle);
        double start = (SeriesEnd - Middle) / (SeriesEnd + Middle);
        return decay * Chebyshev(s_scaledErfc, ((2 * t) - start - 1) / (1 - start)) / (1 + (2 * x));
    }

    private static double Horner(ImmutableArray<double> coefficients, double x)
    {
        double sum = 0;
        for (int k = coefficients.Length - 1; k >= 0; k--)
        {
            sum = (sum * x) + coefficients[k];
        }

        return sum;
    }

    /// <summary>Sum of Chebyshev polynomials at u in -1..1, by Clenshaw's recurrence; the first coefficient counts half.</summary>
    private static double Chebyshev(ImmutableArray<double> coefficients, double u)
    {
        double next = 0;
        double last = 0;
        for (int k = coefficients.Length - 1; k > 0; k--)
        {
            (next, last) = ((2 * u * next) - last + coefficients[k], next);
        }

        return (u * next) - last + (0.5 * coefficients[0]);
    }
}
