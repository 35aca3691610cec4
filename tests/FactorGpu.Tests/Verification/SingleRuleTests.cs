using FactorGpu.Verification;
using Xunit;

namespace FactorGpu.Tests.Verification;

public sealed class SingleRuleTests
{
    [Theory]
    [InlineData(new[] { 1.0, 2, 3, 4, 5 }, 2)]
    [InlineData(new[] { 5.0, 1, 4, 2, 3 }, 2)]
    [InlineData(new[] { 1.0, 2, 3, 4 }, 1.5)]
    [InlineData(new[] { 1.0, 2, double.NaN, 3, double.PositiveInfinity, 4 }, 1.5)]
    [InlineData(new[] { 0.0, 10 }, 5)]
    [InlineData(new[] { 7.0 }, 0)]
    [InlineData(new double[0], 0)]
    public void InterquartileRange_IsInterpolatedBetweenNeighbours(double[] values, double expected)
        => Assert.Equal(expected, SingleRule.InterquartileRange(values), tolerance: 1e-15);

    [Theory]
    [InlineData(2, 1, 2e-4)]
    [InlineData(-2, 1, 2e-4)]
    [InlineData(1e-9, 1, 1e-4)]
    [InlineData(0, 0, 0)]
    public void Allowed_IsOfTheLargerOfValueAndSpread(double reference, double range, double expected)
        => Assert.Equal(expected, SingleRule.Allowed(reference, range), tolerance: 1e-19);
}
