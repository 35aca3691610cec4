using System;
using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Errors;
using FactorGpu.Expressions;
using Xunit;

namespace FactorGpu.Tests.Engines;

/// <summary>Covariance, quantiles, fits, and choices between scalars.</summary>
public sealed class PairOperatorTests
{
    private const double NaN = double.NaN;

    [Theory, MemberData(nameof(EngineUnderTest.All), MemberType = typeof(EngineUnderTest))]
    public void Cov_TakesBarsWhereBothArePresent(EngineUnderTest engine)
    {
        DayTensor day = Sample.Day([1, 2, null, 3, 9], [2, 4, 7, 9, null]);

        Assert.Equal(3.5, engine.Scalar(d => Sample.X(d).Cov(Sample.Y(d), ddof: 1), day), 14);
        Assert.Equal(7.0 / 3, engine.Scalar(d => Sample.X(d).Cov(Sample.Y(d), ddof: 0), day), 14);
    }

    [Theory, MemberData(nameof(EngineUnderTest.All), MemberType = typeof(EngineUnderTest))]
    public void Cov_OfAConstant_IsExactlyZero_AndOfTooFewNaN(EngineUnderTest engine)
    {
        SeriesAssert.SameBits(0, engine.Scalar(d => Sample.X(d).Cov(Sample.Y(d), ddof: 1), Sample.Day([0.1, 0.1, 0.1], [1, 2, 5])));
        SeriesAssert.SameBits(0, engine.Scalar(d => Sample.Y(d).Cov(Sample.X(d), ddof: 1), Sample.Day([0.1, 0.1, 0.1], [1, 2, 5])));
        SeriesAssert.SameBits(NaN, engine.Scalar(d => Sample.X(d).Cov(Sample.Y(d), ddof: 1), Sample.Day([1], [1])));
        SeriesAssert.SameBits(0, engine.Scalar(d => Sample.X(d).Cov(Sample.Y(d), ddof: 0), Sample.Day([1], [1])));
        SeriesAssert.SameBits(NaN, engine.Scalar(d => Sample.X(d).Cov(Sample.Y(d), ddof: 0), Sample.Day([null, 1], [1, null])));
        SeriesAssert.SameBits(NaN, engine.Scalar(d => Sample.X(d).Cov(Sample.Y(d), ddof: 0), Sample.Day([1, NaN], [1, 2])));
    }

    [Theory, MemberData(nameof(EngineUnderTest.All), MemberType = typeof(EngineUnderTest))]
    public void Quantile_InterpolatesBetweenNeighbours(EngineUnderTest engine)
    {
        AssertQuantile(engine, 1, 2, (3, [5, null, 1, 3]), (2.5, [4, 1, 3, 2]), (7, [7]), (2, [2, 2, 2]));
        AssertQuantile(engine, 1, 4, (1.75, [4, 1, 3, 2]), (2, [1, 2, 3, 4, 5]));
        AssertQuantile(engine, 3, 4, (3.25, [4, 1, 3, 2]));
        AssertQuantile(engine, 0, 1, (1, [4, 1, 3]));
        AssertQuantile(engine, 1, 1, (4, [4, 1, 3]));
    }

    [Theory, MemberData(nameof(EngineUnderTest.All), MemberType = typeof(EngineUnderTest))]
    public void Quantile_OfNothingOrNaN_IsNaN(EngineUnderTest engine)
        => AssertQuantile(engine, 1, 2, (NaN, [null]), (NaN, [1, NaN, 3]));

    [Theory, MemberData(nameof(EngineUnderTest.All), MemberType = typeof(EngineUnderTest))]
    public void Quantile_OfAFullDay_FindsItsPlace(EngineUnderTest engine)
        => Assert.Equal(121.5, engine.Scalar(d => d.Close.Median(), DayBuilder.Stock(close: [.. Enumerable.Range(1, 242).Select(i => (double)i).Reverse()])));

    [Theory, InlineData(-1, 2), InlineData(3, 2), InlineData(0, 0)]
    public void Quantile_OutsideZeroToOne_IsRefusedWithTheFraction(int numerator, int denominator)
    {
        var thrown = Assert.Throws<FactorDefinitionException>(() => Day.Instance.Close.Quantile(numerator, denominator));

        Assert.Contains($"quantile was given the fraction {numerator}/{denominator}", thrown.Message, StringComparison.Ordinal);
    }

    /// <summary>Expected values are from exact rational arithmetic (normal equations over Python's fractions).</summary>
    [Theory, MemberData(nameof(EngineUnderTest.All), MemberType = typeof(EngineUnderTest))]
    public void LeastSquares_OfAParabola_GivesSlopesAndStatistics(EngineUnderTest engine)
    {
        DayTensor day = Sample.Day([1, 2, 3, null, 4, 5, 6, 7, 8, 100], [2, 4.5, 5, 3, 9, 9.5, 14, 15, 20.5, null]);

        double At(Func<LeastSquares, Scalar> value) => engine.Scalar(d => value(LeastSquares.Fit(Sample.Y(d), Sample.X(d), Sample.X(d) * Sample.X(d))), day);

        Assert.Equal(8, At(fit => fit.Count));
        Assert.Equal(1.0208333333333333, At(fit => fit.Slope(0)), 12);
        Assert.Equal(0.16369047619047619, At(fit => fit.Slope(1)), 12);
        Assert.Equal(0.76751283718741938, At(fit => fit.InterceptT), 12);
        Assert.Equal(1.3138676852252089, At(fit => fit.T(0)), 12);
        Assert.Equal(1.9423597213451518, At(fit => fit.T(1)), 12);
        Assert.Equal(111.36567722624096, At(fit => fit.F), 10);
    }

    [Theory, MemberData(nameof(EngineUnderTest.All), MemberType = typeof(EngineUnderTest))]
    public void LeastSquares_WithoutASolution_IsNaN(EngineUnderTest engine)
    {
        DayTensor day = Sample.Day([1, 2, 3, 4, 5], [2, 4, 6, 9, 3]);
        DayTensor line = Sample.Day([1, 2, 3, 4, 5], [2, 4, 6, 8, 10]);

        SeriesAssert.SameBits(NaN, engine.Scalar(d => LeastSquares.Fit(Sample.Y(d), Sample.X(d), 3 * Sample.X(d)).F, day));
        SeriesAssert.SameBits(NaN, engine.Scalar(d => LeastSquares.Fit(Sample.Y(d), 0 * Sample.X(d)).T(0), day));
        SeriesAssert.SameBits(NaN, engine.Scalar(d => LeastSquares.Fit(0 * Sample.Y(d), Sample.X(d)).InterceptT, day));
        SeriesAssert.SameBits(NaN, engine.Scalar(d => LeastSquares.Fit(Sample.Y(d), Sample.X(d)).F, line));
        Assert.False(double.IsNaN(engine.Scalar(d => LeastSquares.Fit(Sample.Y(d), Sample.X(d)).F, day)));
    }

    [Fact]
    public void LeastSquares_OfTooManyRegressors_IsRefusedWithTheMost()
    {
        Series x = Day.Instance.Close;

        Assert.Equal("A least-squares fit was given 0 regressors; it needs 1 to 8. Change their number.", Assert.Throws<FactorDefinitionException>(() => LeastSquares.Fit(x)).Message);
        Assert.Throws<FactorDefinitionException>(() => LeastSquares.Fit(x, [.. Enumerable.Repeat(x, 9)]));
    }

    [Theory, MemberData(nameof(EngineUnderTest.All), MemberType = typeof(EngineUnderTest))]
    public void ScalarConditions_ChooseOneOfTwo_AndNaNIsFalse(EngineUnderTest engine)
    {
        DayTensor day = DayBuilder.Stock(close: [10, 11]);

        Assert.Equal(1, engine.Scalar(d => (d.Close.First() < d.Close.Last()).IfElse(1, NaN), day));
        Assert.Equal(2, engine.Scalar(d => (d.Close.First() >= d.Close.Last()).IfElse(NaN, 2), day));
        Assert.Equal(2, engine.Scalar(d => (d.PreClose > 0 | d.PreClose <= 0).IfElse(1, 2), day));
        Assert.Equal(1, engine.Scalar(d => (!d.PreClose.IsNumber() & d.Close.First().EqualTo(10)).IfElse(1, 2), day));
        Assert.Equal(1, engine.Scalar(d => (d.Close.Lag().IsConstant() & !d.Close.IsConstant()).IfElse(1, 2), day));
        SeriesAssert.SameBits([7, 11], engine.Elements(d => (d.Close < 11).IfElse(7, d.Close), day));
        SeriesAssert.SameBits([10, 7], engine.Elements(d => (d.Close < 11).IfElse(d.Close, 7), day));
        SeriesAssert.SameBits([1, 0], engine.Elements(d => (d.Close < 11).IfElse(1, 0), day));
    }

    private static void AssertQuantile(EngineUnderTest engine, int numerator, int denominator, params (double Expected, double?[] X)[] cases)
    {
        foreach ((double expected, double?[] x) in cases)
        {
            SeriesAssert.SameBits(expected, engine.Scalar(d => Sample.X(d).Quantile(numerator, denominator) + (0 * d.Close.Count()), Sample.Day([.. x, null])));
        }
    }
}
