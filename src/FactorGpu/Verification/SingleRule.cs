using System;
using System.Linq;

namespace FactorGpu.Verification;

/// <summary>How far a value x in single precision may lie from the reference y, which is float64: |x - y| &lt;= 1e-4 max(|y|, IQR of the factor over that day).</summary>
/// <remarks>
/// The spread over the day is what a factor is ranked and regressed on; below it a relative error would ask digits of a value that is near 0 by cancellation.
/// The bound was written down before any error was measured.
/// </remarks>
internal static class SingleRule
{
    /// <summary>The rule in words.</summary>
    internal const string Text = "|x - y| <= 1e-4 max(|y|, IQR of the factor over that day), y in float64; NaN agrees with NaN alone, an infinity with nothing";

    private const double Relative = 1e-4;

    /// <summary>The largest |x - y| that is within the bound.</summary>
    /// <param name="reference">y.</param>
    /// <param name="interquartileRange">Of the day, from <see cref="InterquartileRange"/>.</param>
    internal static double Allowed(double reference, double interquartileRange) => Relative * Math.Max(Math.Abs(reference), interquartileRange);

    /// <summary>Third quartile less the first of the values that are numbers, interpolated between neighbours; 0 for fewer than two.</summary>
    /// <param name="reference">The factor's values of a day [S].</param>
    internal static double InterquartileRange(ReadOnlySpan<double> reference)
    {
        double[] sorted = [.. reference.ToArray().Where(double.IsFinite).Order()];
        return sorted.Length < 2 ? 0 : Quantile(sorted, 0.75) - Quantile(sorted, 0.25);
    }

    private static double Quantile(double[] sorted, double p)
    {
        double at = p * (sorted.Length - 1);
        int below = (int)at;
        double above = sorted[Math.Min(below + 1, sorted.Length - 1)];
        return sorted[below] + ((at - below) * (above - sorted[below]));
    }
}
