using System;
using FactorGpu.Bars;
using FactorGpu.Errors;
using FactorGpu.Expressions;
using Xunit;

namespace FactorGpu.Tests.Engines;

public sealed class ReductionOperatorTests
{
    private const double NaN = double.NaN;

    [Theory, MemberData(nameof(EngineUnderTest.AllAndSingle), MemberType = typeof(EngineUnderTest))]
    public void Count_CountsNaN_ButNotAbsent(EngineUnderTest engine)
        => AssertScalar(engine, x => x.Count(), (3, [1, null, NaN, 4]), (0, [null, null]), (1, [7]));

    [Theory, MemberData(nameof(EngineUnderTest.AllAndSingle), MemberType = typeof(EngineUnderTest))]
    public void Sum_OfNothing_IsZero(EngineUnderTest engine)
        => AssertScalar(engine, x => x.Sum(), (0, [null, null]), (-1, [null, 2, -3]), (NaN, [1, NaN]));

    [Theory, MemberData(nameof(EngineUnderTest.AllAndSingle), MemberType = typeof(EngineUnderTest))]
    public void Product_OfNothing_IsOne(EngineUnderTest engine)
        => AssertScalar(engine, x => x.Product(), (1, [null]), (-6, [2, null, -3]), (NaN, [0, NaN]));

    [Theory, MemberData(nameof(EngineUnderTest.AllAndSingle), MemberType = typeof(EngineUnderTest))]
    public void Max_OfNothingOrWithANaN_IsNaN(EngineUnderTest engine)
        => AssertScalar(engine, x => x.Max(), (NaN, [null]), (-2, [-3, null, -2]), (NaN, [1, NaN, 3]), (NaN, [NaN, 1]));

    [Theory, MemberData(nameof(EngineUnderTest.AllAndSingle), MemberType = typeof(EngineUnderTest))]
    public void Min_OfNothingOrWithANaN_IsNaN(EngineUnderTest engine)
        => AssertScalar(engine, x => x.Min(), (NaN, [null]), (2, [3, null, 2]), (NaN, [1, NaN, 3]), (NaN, [NaN, 1]));

    [Theory, MemberData(nameof(EngineUnderTest.AllAndSingle), MemberType = typeof(EngineUnderTest))]
    public void First_IsTheEarliestPresentElement(EngineUnderTest engine)
        => AssertScalar(engine, x => x.First(), (NaN, [null]), (3, [null, 3, 2]), (NaN, [NaN, 3]));

    [Theory, MemberData(nameof(EngineUnderTest.AllAndSingle), MemberType = typeof(EngineUnderTest))]
    public void Last_IsTheLatestPresentElement(EngineUnderTest engine)
        => AssertScalar(engine, x => x.Last(), (NaN, [null]), (2, [3, 2, null]), (NaN, [3, NaN]));

    [Theory, MemberData(nameof(EngineUnderTest.All), MemberType = typeof(EngineUnderTest))]
    public void IsConstant_IsDecidedOnTheElements(EngineUnderTest engine)
    {
        AssertScalar(engine, x => x.Var(ddof: 0), (0, [0.1, 0.1, 0.1]), (0, [0.1, null, 0.1]), (0, [7]), (0, [0, -0.0]));
        SeriesAssert.SameBits(NaN, engine.Scalar(d => Sample.X(d).Skew(), Sample.Day([0.1, 0.1, 0.1])));
        Assert.True(engine.Scalar(d => d.Close.Var(ddof: 0), DayBuilder.Stock(close: [1, Math.BitIncrement(1)])) > 0);
    }

    [Theory, MemberData(nameof(EngineUnderTest.AllAndSingle), MemberType = typeof(EngineUnderTest))]
    public void Mean_OfNothing_IsNaN(EngineUnderTest engine)
        => AssertScalar(engine, x => x.Mean(), (NaN, [null]), (2.5, [1, null, 4]), (NaN, [1, NaN]));

    [Theory, MemberData(nameof(EngineUnderTest.AllWithDoubleScalars), MemberType = typeof(EngineUnderTest))]
    public void Var_DividesByNLessDdof_AndIsNaNWithoutEnough(EngineUnderTest engine)
    {
        AssertScalar(engine, x => x.Var(ddof: 0), (1.25, [1, 2, null, 3, 4]), (0, [5]), (NaN, [null]), (NaN, [1, NaN]));
        AssertScalar(engine, x => x.Var(ddof: 1), (5.0 / 3, [1, 2, 3, 4]), (NaN, [5]), (NaN, [null]), (0, [5, 5]));
        AssertScalar(engine, x => x.Var(ddof: 2), (2.5, [1, 2, 3, 4]), (NaN, [1, 2]));
    }

    [Theory, MemberData(nameof(EngineUnderTest.All), MemberType = typeof(EngineUnderTest))]
    public void Var_OfReturns_OneBarMissing_BridgesTheGap(EngineUnderTest engine)
    {
        DayTensor day = DayBuilder.Stock(close: [10.00, 10.10, NaN, 10.00]);

        double actual = engine.Scalar(d => d.Return.Var(ddof: 0), day);

        FactorAssert.Agree(9.90123517302218e-5, actual, 1e-9, "return_var");
    }

    [Theory, MemberData(nameof(EngineUnderTest.All), MemberType = typeof(EngineUnderTest))]
    public void Var_OfLargeNearlyEqualElements_KeepsItsDigits(EngineUnderTest engine)
        => AssertScalar(engine, x => x.Var(ddof: 0), (2.0 / 3, [1e9, 1e9 + 1, 1e9 + 2]));

    [Fact]
    public void Var_OfANegativeDdof_IsRefusedWithIt()
    {
        var thrown = Assert.Throws<FactorDefinitionException>(() => Day.Instance.Close.Var(-1));

        Assert.Equal("var was given ddof = -1; it needs 0 or more. Use 0 to divide by n, 1 to divide by n - 1.", thrown.Message);
    }

    [Theory, MemberData(nameof(EngineUnderTest.AllWithDoubleScalars), MemberType = typeof(EngineUnderTest))]
    public void Std_IsTheRootOfTheVariance(EngineUnderTest engine)
    {
        AssertScalar(engine, x => x.Std(ddof: 1), (Math.Sqrt(5.0 / 3), [1, 2, 3, 4]), (NaN, [5]), (0, [5, 5]));
        AssertScalar(engine, x => x.Std(ddof: 0), (2, [2, 4, 4, 4, 5, 5, 7, 9]), (NaN, [null]));
    }

    [Theory, MemberData(nameof(EngineUnderTest.AllWithDoubleScalars), MemberType = typeof(EngineUnderTest))]
    public void Skew_IsThePopulationMoment_NaNForConstants(EngineUnderTest engine)
        => AssertScalar(
            engine, x => x.Skew(), (2 / Math.Sqrt(3), [0, 0, null, 0, 1]), (-2 / Math.Sqrt(3), [1, 1, 1, 0]), (0, [1, 2, 3]), (NaN, [3, 3]), (NaN, [null]), (NaN, [1, NaN]));

    [Theory, MemberData(nameof(EngineUnderTest.All), MemberType = typeof(EngineUnderTest))]
    public void Skew_OfLargeNearlyEqualElements_KeepsItsDigits(EngineUnderTest engine)
        => AssertScalar(engine, x => x.Skew(), (2 / Math.Sqrt(3), [1e9, 1e9, 1e9, 1e9 + 1]));

    [Theory, MemberData(nameof(EngineUnderTest.AllWithDoubleScalars), MemberType = typeof(EngineUnderTest))]
    public void Kurt_IsTheExcessOfThePopulationMoment_NaNForConstants(EngineUnderTest engine)
        => AssertScalar(engine, x => x.Kurt(), (-2.0 / 3, [0, 0, null, 0, 1]), (-2, [1, -1]), (NaN, [3, 3]), (NaN, [null]), (NaN, [1, NaN]));

    [Theory, MemberData(nameof(EngineUnderTest.All), MemberType = typeof(EngineUnderTest))]
    public void Corr_TakesPairsWhereBothArePresent(EngineUnderTest engine)
    {
        AssertCorr(engine, 0.8, [1, 2, 3, 4], [1, 3, 2, 4]);
        AssertCorr(engine, 1, [1, 2, null, 3, 9], [2, 4, 100, 6, null]);
        AssertCorr(engine, -1, [1, 2, 3], [3, 2, 1]);
        AssertCorr(engine, 0.8, [1e9 + 1, 1e9 + 2, 1e9 + 3, 1e9 + 4], [1, 3, 2, 4]);
    }

    [Theory, MemberData(nameof(EngineUnderTest.AllAndSingle), MemberType = typeof(EngineUnderTest))]
    public void Corr_OfAConstantOverThePairs_IsNaN(EngineUnderTest engine)
    {
        AssertCorr(engine, NaN, [0.1, 0.1, 0.1], [1, 2, 4]);
        AssertCorr(engine, NaN, [1, 2, 4], [0.5, 0.5, 0.5]);
        AssertCorr(engine, NaN, [0.1, 0.1, 0.1, 9], [1, 2, 4, null]);
        AssertCorr(engine, NaN, [1], [2]);
        AssertCorr(engine, NaN, [null, 1], [1, null]);
        AssertCorr(engine, NaN, [1, NaN, 3], [1, 2, 3]);
    }

    [Theory, MemberData(nameof(EngineUnderTest.All), MemberType = typeof(EngineUnderTest))]
    public void Corr_OfAStraightLine_NeverLeavesMinusOneToOne(EngineUnderTest engine)
    {
        DayTensor day = Sample.Day([0.1, 0.2, 0.3, 0.7, 1.1], [1, 2, 3, 7, 11]);

        double up = engine.Scalar(d => Sample.X(d).Corr(Sample.Y(d)), day);
        double down = engine.Scalar(d => Sample.X(d).Corr(-Sample.Y(d)), day);

        Assert.InRange(up, 1 - 1e-12, 1);
        Assert.InRange(down, -1, -1 + 1e-12);
    }

    private static void AssertScalar(EngineUnderTest engine, Func<Series, Scalar> reduce, params (double Expected, double?[] X)[] cases)
    {
        foreach ((double expected, double?[] x) in cases)
        {
            double actual = engine.Scalar(d => reduce(Sample.X(d)), Sample.Day([.. x, null], [.. new double?[x.Length + 1]]));

            FactorAssert.Agree(expected, actual, 1, $"[{string.Join(", ", x)}]");
        }
    }

    private static void AssertCorr(EngineUnderTest engine, double expected, double?[] x, double?[] y)
    {
        FactorAssert.Agree(expected, engine.Scalar(d => Sample.X(d).Corr(Sample.Y(d)), Sample.Day(x, y)), 1, "corr(x, y)");
        FactorAssert.Agree(expected, engine.Scalar(d => Sample.Y(d).Corr(Sample.X(d)), Sample.Day(x, y)), 1, "corr(y, x)");
    }
}
