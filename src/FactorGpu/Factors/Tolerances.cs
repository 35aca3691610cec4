using FactorGpu.Expressions;

namespace FactorGpu.Factors;

/// <summary>Comparisons with computed statistics, wide enough that ties do not depend on rounding (catalogue 1.5).</summary>
internal static class Tolerances
{
    private const double Relative = 1e-10;

    /// <summary>GT: x &gt; T + 1e-10 |T|.</summary>
    internal static Condition IsAbove(Series x, Scalar threshold) => x > threshold + (Relative * threshold.Abs());

    /// <summary>GE: x &gt;= T - 1e-10 |T|.</summary>
    internal static Condition IsAtLeast(Series x, Scalar threshold) => x >= threshold - (Relative * threshold.Abs());

    /// <summary>CONSTC: max x - min x &lt;= 1e-10 max |x|.</summary>
    internal static ScalarCondition IsConstant(Series x) => x.Max() - x.Min() <= Relative * x.Abs().Max();
}
