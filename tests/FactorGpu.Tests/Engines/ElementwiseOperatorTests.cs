using System;
using FactorGpu.Bars;
using FactorGpu.Expressions;
using Xunit;

namespace FactorGpu.Tests.Engines;

public sealed class ElementwiseOperatorTests
{
    private const double NaN = double.NaN;

    [Theory, MemberData(nameof(EngineUnderTest.All), MemberType = typeof(EngineUnderTest))]
    public void Add_OfTwoSeries_IsAbsentWhereEitherIs(EngineUnderTest engine)
    {
        DayTensor day = Sample.Day([1, 0.1, NaN, null, 5, null], [2, 0.25, 1, 1, null, null]);

        double?[] sum = engine.Elements(d => Sample.X(d) + Sample.Y(d), day);

        SeriesAssert.SameBits([3, 0.1 + 0.25, NaN, null, null, null], sum);
    }

    [Theory, MemberData(nameof(EngineUnderTest.AllAndSingle), MemberType = typeof(EngineUnderTest))]
    public void Add_OfAScalar_StandsAtEveryBar(EngineUnderTest engine)
    {
        DayTensor day = Sample.Day([1, null, 3]);

        SeriesAssert.SameBits([1.5, null, 3.5], engine.Elements(d => Sample.X(d) + 0.5, day));
        SeriesAssert.SameBits([1.5, null, 3.5], engine.Elements(d => 0.5 + Sample.X(d), day));
        SeriesAssert.SameBits(4.0, engine.Scalar(d => Sample.X(d).Sum() + 0, day));
    }

    [Theory, MemberData(nameof(EngineUnderTest.AllAndSingle), MemberType = typeof(EngineUnderTest))]
    public void Subtract_KeepsTheOrderOfItsOperands(EngineUnderTest engine)
    {
        DayTensor day = Sample.Day([5, NaN, null], [2, 2, 2]);

        SeriesAssert.SameBits([3, NaN, null], engine.Elements(d => Sample.X(d) - Sample.Y(d), day));
        SeriesAssert.SameBits([-4, NaN, null], engine.Elements(d => 1 - Sample.X(d), day));
    }

    [Theory, MemberData(nameof(EngineUnderTest.All), MemberType = typeof(EngineUnderTest))]
    public void Multiply_OfTwoSeries_IsTheirProductBarByBar(EngineUnderTest engine)
    {
        DayTensor day = Sample.Day([0.1, -2, NaN, null], [3, 4, 0, 1]);

        SeriesAssert.SameBits([0.1 * 3, -8, NaN, null], engine.Elements(d => Sample.X(d) * Sample.Y(d), day));
    }

    [Theory, MemberData(nameof(EngineUnderTest.All), MemberType = typeof(EngineUnderTest))]
    public void Divide_ByZeroOfEitherSign_IsNaN(EngineUnderTest engine)
    {
        DayTensor day = Sample.Day([1, -1, 0, 1, null], [3, 0, 0, 0, 2]);

        SeriesAssert.SameBits([1.0 / 3, NaN, NaN, NaN, null], engine.Elements(d => Sample.X(d) / Sample.Y(d), day));
        SeriesAssert.SameBits([1.0 / 3, NaN, NaN, NaN, null], engine.Elements(d => -Sample.X(d) / -Sample.Y(d), day));
        SeriesAssert.SameBits([3, NaN, NaN, NaN, null], engine.Elements(d => 1 / (Sample.X(d) / Sample.Y(d)), day));
        SeriesAssert.SameBits(NaN, engine.Scalar(d => 1 / (1 / (Sample.X(d).Count() - 4)), day));
    }

    [Theory, MemberData(nameof(EngineUnderTest.All), MemberType = typeof(EngineUnderTest))]
    public void Divide_OfAOneTickMove_IsTheDifferenceFormOfTheReturn(EngineUnderTest engine)
    {
        DayTensor day = DayBuilder.Stock(close: [10.00, 10.01]);

        double?[] ret = engine.Elements(d => d.Return, day);

        SeriesAssert.SameBits([null, (10.01 - 10.00) / 10.00], ret);
        SeriesAssert.SameBits([0, (10.01 - 10.00) / 10.00], engine.Elements(d => d.Close.ChangeFrom(d.Close.First()), day));
        SeriesAssert.SameBits((10.01 - 10.00) / 10.00, engine.Scalar(d => d.Close.Last().ChangeFrom(d.Close.First()), day));
        Assert.NotEqual((10.01 / 10.00) - 1, ret[1]);
    }

    [Theory, MemberData(nameof(EngineUnderTest.AllAndSingle), MemberType = typeof(EngineUnderTest))]
    public void Negate_TurnsTheSign_AlsoOfZero(EngineUnderTest engine)
    {
        DayTensor day = Sample.Day([2, -3, 0, NaN, null]);

        SeriesAssert.SameBits([-2, 3, -0.0, NaN, null], engine.Elements(d => -Sample.X(d), day));
        SeriesAssert.SameBits(-5.0, engine.Scalar(d => -d.Close.Count(), day));
    }

    [Theory, MemberData(nameof(EngineUnderTest.AllAndSingle), MemberType = typeof(EngineUnderTest))]
    public void Abs_IsTheMagnitude(EngineUnderTest engine)
    {
        DayTensor day = Sample.Day([2, -3, NaN, null]);

        SeriesAssert.SameBits([2, 3, NaN, null], engine.Elements(d => Sample.X(d).Abs(), day));
        SeriesAssert.SameBits(1.0, engine.Scalar(d => (3 - d.Close.Count()).Abs(), day));
    }

    [Theory, MemberData(nameof(EngineUnderTest.All), MemberType = typeof(EngineUnderTest))]
    public void Sqrt_BelowZero_IsNaN(EngineUnderTest engine)
    {
        DayTensor day = Sample.Day([9, 2, 0, -1, NaN, null]);

        SeriesAssert.SameBits([3, Math.Sqrt(2), 0, NaN, NaN, null], engine.Elements(d => Sample.X(d).Sqrt(), day));
        SeriesAssert.SameBits(Math.Sqrt(6), engine.Scalar(d => d.Close.Count().Sqrt(), day));
    }

    [Theory, MemberData(nameof(EngineUnderTest.AllAndSingle), MemberType = typeof(EngineUnderTest))]
    public void Minimum_OfANaN_IsNaN(EngineUnderTest engine)
    {
        DayTensor day = Sample.Day([1, 5, NaN, null], [2, 2, 2, 2]);

        SeriesAssert.SameBits([1, 2, NaN, null], engine.Elements(d => Series.Minimum(Sample.X(d), Sample.Y(d)), day));
        SeriesAssert.SameBits([1, 2, NaN, null], engine.Elements(d => Series.Minimum(Sample.Y(d), Sample.X(d)), day));
        SeriesAssert.SameBits(3.0, engine.Scalar(d => Scalar.Minimum(d.Close.Count(), 3), day));
    }

    [Theory, MemberData(nameof(EngineUnderTest.AllAndSingle), MemberType = typeof(EngineUnderTest))]
    public void Maximum_OfANaN_IsNaN(EngineUnderTest engine)
    {
        DayTensor day = Sample.Day([1, 5, NaN, null], [2, 2, 2, 2]);

        SeriesAssert.SameBits([2, 5, NaN, null], engine.Elements(d => Series.Maximum(Sample.X(d), Sample.Y(d)), day));
        SeriesAssert.SameBits([2, 5, NaN, null], engine.Elements(d => Series.Maximum(Sample.Y(d), Sample.X(d)), day));
        SeriesAssert.SameBits(NaN, engine.Scalar(d => Scalar.Maximum(d.PreClose, 3), day));
    }

    [Theory, MemberData(nameof(EngineUnderTest.All), MemberType = typeof(EngineUnderTest))]
    public void Finite_OfAnInfiniteFactor_IsNaN(EngineUnderTest engine)
    {
        DayTensor day = DayBuilder.Stock(close: [1e300, 1e300]);

        SeriesAssert.SameBits(NaN, engine.Scalar(d => d.Close.Product(), day));
        SeriesAssert.SameBits(NaN, engine.Scalar(d => -d.Close.Product(), day));
        SeriesAssert.SameBits(2e300, engine.Scalar(d => d.Close.Sum(), day));
    }

    [Theory, MemberData(nameof(EngineUnderTest.AllAndSingle), MemberType = typeof(EngineUnderTest))]
    public void Less_OfEqualOrNaN_IsFalse(EngineUnderTest engine)
        => AssertTruths(engine, "100-", (x, y) => x < y, (x, y) => x < y);

    [Theory, MemberData(nameof(EngineUnderTest.AllAndSingle), MemberType = typeof(EngineUnderTest))]
    public void LessOrEqual_OfEqual_IsTrue(EngineUnderTest engine)
        => AssertTruths(engine, "110-", (x, y) => x <= y, (x, y) => x <= y);

    [Theory, MemberData(nameof(EngineUnderTest.AllAndSingle), MemberType = typeof(EngineUnderTest))]
    public void Greater_OfEqualOrNaN_IsFalse(EngineUnderTest engine)
        => AssertTruths(engine, "000-", (x, y) => x > y, (x, y) => x > y);

    [Theory, MemberData(nameof(EngineUnderTest.AllAndSingle), MemberType = typeof(EngineUnderTest))]
    public void GreaterOrEqual_OfEqual_IsTrue(EngineUnderTest engine)
        => AssertTruths(engine, "010-", (x, y) => x >= y, (x, y) => x >= y);

    [Theory, MemberData(nameof(EngineUnderTest.AllAndSingle), MemberType = typeof(EngineUnderTest))]
    public void Equal_OfNaN_IsFalse(EngineUnderTest engine)
        => AssertTruths(engine, "010-", (x, y) => x.EqualTo(y), (x, y) => x.EqualTo(y));

    [Theory, MemberData(nameof(EngineUnderTest.AllAndSingle), MemberType = typeof(EngineUnderTest))]
    public void NotEqual_OfNaN_IsTrue(EngineUnderTest engine)
        => AssertTruths(engine, "101-", (x, y) => x.NotEqualTo(y), (x, y) => x.NotEqualTo(y));

    [Theory, MemberData(nameof(EngineUnderTest.AllAndSingle), MemberType = typeof(EngineUnderTest))]
    public void And_IsAbsentWhereEitherIs(EngineUnderTest engine)
    {
        DayTensor day = Sample.Day([1, 1, 0, 0, null, 1], [1, 0, 1, 0, 1, null]);

        Assert.Equal("1000--", engine.Truths(d => (Sample.X(d) > 0) & (Sample.Y(d) > 0), day));
    }

    [Theory, MemberData(nameof(EngineUnderTest.AllAndSingle), MemberType = typeof(EngineUnderTest))]
    public void Or_IsAbsentWhereEitherIs(EngineUnderTest engine)
    {
        DayTensor day = Sample.Day([1, 1, 0, 0, null, 1], [1, 0, 1, 0, 1, null]);

        Assert.Equal("1110--", engine.Truths(d => (Sample.X(d) > 0) | (Sample.Y(d) > 0), day));
    }

    [Theory, MemberData(nameof(EngineUnderTest.AllAndSingle), MemberType = typeof(EngineUnderTest))]
    public void Not_LeavesAbsentAbsent(EngineUnderTest engine)
    {
        DayTensor day = Sample.Day([1, 0, null, NaN]);

        Assert.Equal("01-1", engine.Truths(d => !(Sample.X(d) > 0), day));
    }

    [Theory, MemberData(nameof(EngineUnderTest.AllAndSingle), MemberType = typeof(EngineUnderTest))]
    public void IfElse_IsAbsentWhereAnyOperandIs_TakenOrNot(EngineUnderTest engine)
    {
        DayTensor day = Sample.Day([1, -1, NaN, null, 1], [10, 20, 30, 40, null]);

        double?[] chosen = engine.Elements(d => (Sample.X(d) > 0).IfElse(d.Close, Sample.Y(d)), day);

        SeriesAssert.SameBits([1000, 20, 30, null, null], chosen);
    }

    [Theory, MemberData(nameof(EngineUnderTest.AllAndSingle), MemberType = typeof(EngineUnderTest))]
    public void IfElse_ByAScalarCondition_TakesOneSideAtEveryBar(EngineUnderTest engine)
    {
        DayTensor day = Sample.Day([1, -1, null], [10, 20, 30]);

        SeriesAssert.SameBits([1, -1, null], engine.Elements(d => IsBelow(1, 2).IfElse(Sample.X(d), Sample.Y(d)), day));
        SeriesAssert.SameBits([10, 20, null], engine.Elements(d => IsBelow(2, 1).IfElse(Sample.X(d), Sample.Y(d)), day));
    }

    [Theory, MemberData(nameof(EngineUnderTest.AllAndSingle), MemberType = typeof(EngineUnderTest))]
    public void And_WithAScalarCondition_HoldsWhereTheOtherDoes_OrNowhere(EngineUnderTest engine)
    {
        DayTensor day = Sample.Day([1, -1, null]);

        Assert.Equal("10-", engine.Truths(d => (Sample.X(d) > 0) & IsBelow(1, 2), day));
        Assert.Equal("00-", engine.Truths(d => IsBelow(2, 1) & (Sample.X(d) > 0), day));
    }

    [Theory, MemberData(nameof(EngineUnderTest.AllAndSingle), MemberType = typeof(EngineUnderTest))]
    public void Or_WithAScalarCondition_HoldsWhereTheOtherDoes_OrEverywhere(EngineUnderTest engine)
    {
        DayTensor day = Sample.Day([1, -1, null]);

        Assert.Equal("10-", engine.Truths(d => (Sample.X(d) > 0) | IsBelow(2, 1), day));
        Assert.Equal("11-", engine.Truths(d => IsBelow(1, 2) | (Sample.X(d) > 0), day));
    }

    private static Condition IsBelow(Scalar a, Scalar b) => new(Expression.Apply(Operators.Less, a.Expression, b.Expression));

    /// <summary>Compares the bars 1 with 2, 2 with 2, NaN with 2, and an absent one with 2: as a second series, then as a scalar.</summary>
    private static void AssertTruths(
        EngineUnderTest engine, string expected, Func<Series, Series, Condition> series, Func<Series, Scalar, Condition> scalar)
    {
        DayTensor day = Sample.Day([1, 2, NaN, null], [2, 2, 2, 2]);

        Assert.Equal(expected, engine.Truths(d => series(Sample.X(d), Sample.Y(d)), day));
        Assert.Equal(expected, engine.Truths(d => scalar(Sample.X(d), 2), day));
    }
}
