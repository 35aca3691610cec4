using System;

namespace FactorGpu.Verification;

/// <summary>When two values of one factor agree (catalogue 1.8): both NaN, or |x - y| &lt;= 1e-12 max(|x|, |y|, S).</summary>
internal static class ComparisonRule
{
    /// <summary>The rule in words; S is the factor's own tolerance scale.</summary>
    internal const string Text = "|x - y| <= 1e-12 max(|x|, |y|, S); NaN agrees with NaN alone, an infinity with nothing (catalogue 1.8)";

    private const double Relative = 1e-12;

    /// <summary>The rule itself. An infinity agrees with nothing, itself included: none may leave a factor.</summary>
    internal static bool Agree(double x, double y, double toleranceScale) => AgreeWithin(x, y, Allowed(x, y, toleranceScale));

    /// <summary>|x - y| over what the rule allows: at most 1, but for its own rounding, where the values agree; infinite where no tolerance could help.</summary>
    internal static double ErrorInTolerances(double x, double y, double toleranceScale) => ErrorIn(x, y, Allowed(x, y, toleranceScale));

    /// <summary>The largest |x - y| of two numbers that agree.</summary>
    internal static double Allowed(double x, double y, double toleranceScale)
        => Relative * Math.Max(Math.Max(Math.Abs(x), Math.Abs(y)), toleranceScale);

    /// <summary>True for NaN and NaN, and for two numbers that differ by at most <paramref name="allowed"/>.</summary>
    internal static bool AgreeWithin(double x, double y, double allowed)
    {
        if (double.IsNaN(x) || double.IsNaN(y))
        {
            return double.IsNaN(x) && double.IsNaN(y);
        }

        return double.IsFinite(x) && double.IsFinite(y) && Math.Abs(x - y) <= allowed;
    }

    /// <summary>|x - y| over what is allowed.</summary>
    internal static double ErrorIn(double x, double y, double allowed)
    {
        if (double.IsFinite(x) && double.IsFinite(y))
        {
            return x == y ? 0 : Math.Abs(x - y) / allowed;
        }

        return double.IsNaN(x) && double.IsNaN(y) ? 0 : double.PositiveInfinity;
    }
}
