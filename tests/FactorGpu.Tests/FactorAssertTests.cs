using System;
using Xunit;
using Xunit.Sdk;

namespace FactorGpu.Tests;

public sealed class FactorAssertTests
{
    // 1e-12 * max(|x|, |y|, S) with values whose difference is exact: 2^-40 is 0.909e-12, 2^-39 is 1.819e-12.
    private const double JustInside = 1.0 / (1L << 40);
    private const double JustOutside = 1.0 / (1L << 39);

    [Theory]
    [InlineData(1, 1 + JustInside, 0)]
    [InlineData(-1, -1 - JustInside, 0)]
    [InlineData(0, JustInside, 1)]
    [InlineData(0, 1e-21, 1e-9)]
    [InlineData(1e-300, 1e-300, 0)]
    [InlineData(0, 0, 0)]
    [InlineData(0, -0.0, 0)]
    [InlineData(double.NaN, double.NaN, 0)]
    [InlineData(double.NaN, double.NaN, 1)]
    public void Agree_AtMostOneToleranceAway_Passes(double expected, double actual, double scale)
    {
        FactorAssert.Agree(expected, actual, scale, "here");

        Assert.True(FactorAssert.ErrorInTolerances(expected, actual, scale) <= 1);
    }

    [Theory]
    [InlineData(1, 1 + JustOutside, 0)]
    [InlineData(1, 1 + JustOutside, 1)]
    [InlineData(0, JustOutside, 1)]
    [InlineData(0, 1.01e-21, 1e-9)]
    [InlineData(0, 1e-300, 0)]
    [InlineData(1e-9, -1e-9, 1)]
    [InlineData(double.NaN, 0, 1)]
    [InlineData(0, double.NaN, 1)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity, 1)]
    [InlineData(double.NegativeInfinity, double.NegativeInfinity, 1)]
    [InlineData(double.PositiveInfinity, double.MaxValue, 1)]
    [InlineData(1, double.NegativeInfinity, 1)]
    [InlineData(double.NaN, double.PositiveInfinity, 1)]
    [InlineData(double.MaxValue, double.MinValue, 1)]
    public void Agree_MoreThanOneToleranceAway_Fails(double expected, double actual, double scale)
    {
        Assert.Throws<FailException>(() => FactorAssert.Agree(expected, actual, scale, "here"));

        Assert.True(FactorAssert.ErrorInTolerances(expected, actual, scale) > 1);
    }

    [Fact]
    public void Agree_OfSmallValuesUnderALargeScale_AllowsWhatARelativeTestWouldNot()
    {
        const double Off = 2e-13;

        Assert.True(FactorAssert.AreEqual(0, Off, toleranceScale: 1));
        Assert.False(FactorAssert.AreEqual(0, Off, toleranceScale: 0));
    }

    [Theory]
    [InlineData(2, 2, 0, 0)]
    [InlineData(0, 5e-13, 1, 0.5)]
    [InlineData(0, 5e-12, 1, 5)]
    [InlineData(0, 3, 0, 1e12)]
    [InlineData(double.NaN, double.NaN, 1, 0)]
    [InlineData(double.NaN, 1, 1, double.PositiveInfinity)]
    public void ErrorInTolerances_OfTwoValues_IsTheirDifferenceOverTheTolerance(double x, double y, double scale, double expected)
    {
        double error = FactorAssert.ErrorInTolerances(x, y, scale);

        Assert.Equal(expected, error, tolerance: Math.Max(1e-12, expected * 1e-12));
    }

    [Fact]
    public void Agree_ThatFails_NamesThePlaceTheValuesAndTheError()
    {
        var error = Assert.Throws<FailException>(() => FactorAssert.Agree(0, 5e-12, toleranceScale: 1, "normal0, return_var"));

        Assert.StartsWith("normal0, return_var: expected 0, got 5E-12, which is 5 tolerances away", error.Message, StringComparison.Ordinal);
    }
}
