using System;
using System.Globalization;
using Xunit;

namespace FactorGpu.Tests;

/// <summary>The comparison rule of factor values (catalogue 1.8): both NaN, or |x - y| &lt;= 1e-12 * max(|x|, |y|, S).</summary>
internal static class FactorAssert
{
    private const double Relative = 1e-12;

    /// <summary>Asserts that two values of one factor agree.</summary>
    /// <param name="expected">The value of the golden day or of the reference.</param>
    /// <param name="actual">The value under test.</param>
    /// <param name="toleranceScale">S of the factor; 0 is a pure relative test.</param>
    /// <param name="where">Stock, day and factor, for the message.</param>
    internal static void Agree(double expected, double actual, double toleranceScale, string where)
    {
        if (!AreEqual(expected, actual, toleranceScale))
        {
            string error = ErrorInTolerances(expected, actual, toleranceScale).ToString("G4", CultureInfo.InvariantCulture);
            Assert.Fail(string.Create(
                CultureInfo.InvariantCulture,
                $"{where}: expected {expected:R}, got {actual:R}, which is {error} tolerances away (S = {toleranceScale:R}, catalogue 1.8)."));
        }
    }

    /// <summary>The rule itself. An infinity agrees with nothing, itself included: none may leave a factor.</summary>
    internal static bool AreEqual(double x, double y, double toleranceScale)
    {
        if (double.IsNaN(x) || double.IsNaN(y))
        {
            return double.IsNaN(x) && double.IsNaN(y);
        }

        return double.IsFinite(x) && double.IsFinite(y) && Math.Abs(x - y) <= Tolerance(x, y, toleranceScale);
    }

    /// <summary>|x - y| over the tolerance: at most 1 (but for its own rounding) where the values agree, infinite where no tolerance could help.</summary>
    internal static double ErrorInTolerances(double x, double y, double toleranceScale)
    {
        bool isEitherNaN = double.IsNaN(x) || double.IsNaN(y);
        if (isEitherNaN || !double.IsFinite(x) || !double.IsFinite(y))
        {
            return double.IsNaN(x) && double.IsNaN(y) ? 0 : double.PositiveInfinity;
        }

        return x == y ? 0 : Math.Abs(x - y) / Tolerance(x, y, toleranceScale);
    }

    private static double Tolerance(double x, double y, double toleranceScale)
        => Relative * Math.Max(Math.Max(Math.Abs(x), Math.Abs(y)), toleranceScale);
}
