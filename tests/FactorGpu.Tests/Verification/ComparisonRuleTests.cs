using System;
using FactorGpu.Verification;
using Xunit;

namespace FactorGpu.Tests.Verification;

public sealed class ComparisonRuleTests
{
    [Theory]
    [InlineData(1, 1 + 0.99e-12, 0, true)]
    [InlineData(1, 1 + 1.01e-12, 0, false)]
    [InlineData(1e-6, 1e-6 + 0.99e-12, 1, true)]
    [InlineData(1e-6, 1e-6 + 0.99e-12, 1e-3, false)]
    [InlineData(100, 100 + 0.99e-10, 1, true)]
    [InlineData(-1, 1, 1, false)]
    [InlineData(0, 0, 0, true)]
    [InlineData(0, 1e-300, 0, false)]
    [InlineData(double.NaN, double.NaN, 1, true)]
    [InlineData(double.NaN, 0, 1, false)]
    [InlineData(0, double.NaN, 1, false)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity, 1, false)]
    public void Agree_FollowsCatalogue18(double x, double y, double scale, bool expected)
        => Assert.Equal(expected, ComparisonRule.Agree(x, y, scale));

    [Theory]
    [InlineData(1, 1, 0, 0)]
    [InlineData(2, 2 + 6e-12, 0, 3)]
    [InlineData(0, 3e-21, 1e-9, 3)]
    [InlineData(double.NaN, double.NaN, 1, 0)]
    [InlineData(double.NaN, 1, 1, double.PositiveInfinity)]
    [InlineData(1, double.NegativeInfinity, 1, double.PositiveInfinity)]
    public void ErrorInTolerances_IsTheDifferenceOverWhatTheRuleAllows(double x, double y, double scale, double expected)
        => Assert.Equal(expected, ComparisonRule.ErrorInTolerances(x, y, scale), tolerance: 1e-3);

    [Fact]
    public void Rule_OfTheLibrary_IsTheOneOfTheTests()
    {
        var random = new Random(20240102);
        for (int trial = 0; trial < 10_000; trial++)
        {
            double x = (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-12, 6));
            double y = x + ((random.NextDouble() - 0.5) * 4e-12 * Math.Max(Math.Abs(x), 1e-9));
            double scale = random.Next(3) * 1e-9;

            Assert.True(FactorAssert.AreEqual(x, y, scale) == ComparisonRule.Agree(x, y, scale), $"{x:R} and {y:R}, S = {scale:R}, seed 20240102");
        }
    }
}
