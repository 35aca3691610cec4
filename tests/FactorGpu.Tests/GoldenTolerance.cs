using System;
using FactorGpu.Expressions;

namespace FactorGpu.Tests;

/// <summary>S of catalogue 1.8 for a golden stock-day, from the expected values alone.</summary>
internal static class GoldenTolerance
{
    /// <summary>A number, the expected rv_log, or for a ratio with a denominator that may be near 0 what the catalogue says under <c>special</c>.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="expected">The expected value of a factor on the stock-day, by id.</param>
    internal static double Scale(FactorDefinition factor, Func<string, double> expected)
    {
        double scale = factor.ToleranceScaleFactor?.Id switch
        {
            null => factor.ToleranceScale,
            "special" => Math.Max(1, (1 + Math.Abs(expected(factor.Id))) / Math.Abs(expected(factor.Id.Replace("skratio", "kurt", StringComparison.Ordinal)))),
            { } id => expected(id),
        };
        return double.IsNaN(scale) ? 0 : scale;
    }
}
