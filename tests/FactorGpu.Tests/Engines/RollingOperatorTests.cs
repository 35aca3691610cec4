using System;
using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Errors;
using FactorGpu.Expressions;
using Xunit;

namespace FactorGpu.Tests.Engines;

public sealed class RollingOperatorTests
{
    private const double NaN = double.NaN;

    private static readonly double[] s_count242 = [.. Enumerable.Range(1, BarAxis.SlotCount).Select(i => (double)i)];

    [Theory, MemberData(nameof(EngineUnderTest.All), MemberType = typeof(EngineUnderTest))]
    public void RollingSum_IsAbsentUntilTheWindowIsFull(EngineUnderTest engine)
    {
        DayTensor day = DayBuilder.Stock(close: [NaN, 1, 2, NaN, 4, 8, NaN]);

        SeriesAssert.SameBits([1, 2, 4, 8], engine.Elements(d => d.Close.RollingSum(1), day));
        SeriesAssert.SameBits([null, 3, 6, 12], engine.Elements(d => d.Close.RollingSum(2), day));
        SeriesAssert.SameBits([null, null, null, 15], engine.Elements(d => d.Close.RollingSum(4), day));
        SeriesAssert.SameBits([null, null, null, null], engine.Elements(d => d.Close.RollingSum(5), day));
        SeriesAssert.SameBits([null, null, null, null], engine.Elements(d => d.Close.RollingSum(100000), day));
    }

    [Theory, MemberData(nameof(EngineUnderTest.All), MemberType = typeof(EngineUnderTest))]
    public void RollingSum_OverAbsentOrNaN_IsAbsentOrNaN(EngineUnderTest engine)
        => SeriesAssert.SameBits(
            [null, 3, null, null, 9, NaN, NaN, 15], engine.Elements(d => Sample.X(d).RollingSum(2), Sample.Day([1, 2, null, 4, 5, NaN, 7, 8])));

    [Theory, MemberData(nameof(EngineUnderTest.All), MemberType = typeof(EngineUnderTest))]
    public void RollingSum_AddsTheOldestFirst(EngineUnderTest engine)
        => SeriesAssert.SameBits(
            [null, null, 0.1 + 0.2 + 0.3, 0.2 + 0.3 + 1e17], engine.Elements(d => Sample.X(d).RollingSum(3), Sample.Day([0.1, 0.2, 0.3, 1e17])));

    [Theory, MemberData(nameof(EngineUnderTest.All), MemberType = typeof(EngineUnderTest))]
    public void RollingSum_OnAFullDay_ReachesBothEnds(EngineUnderTest engine)
    {
        DayTensor day = DayBuilder.Stock(close: s_count242);

        Assert.Equal(193, engine.Scalar(d => d.Close.RollingSum(50).Count(), day));
        Assert.Equal(50 * 51 / 2, engine.Scalar(d => d.Close.RollingSum(50).First(), day));
        Assert.Equal(50 * (193 + 242) / 2, engine.Scalar(d => d.Close.RollingSum(50).Last(), day));
        Assert.Equal(242 * 243 / 2, engine.Scalar(d => d.Close.RollingSum(242).Sum(), day));
        Assert.Equal(0, engine.Scalar(d => d.Close.RollingSum(243).Count(), day));
        Assert.Equal(0, engine.Scalar(d => d.Close.RollingSum(3).Count().WhereBars(d.Close < 0), day));
    }

    [Theory, MemberData(nameof(EngineUnderTest.All), MemberType = typeof(EngineUnderTest))]
    public void RollingSum_OfWindowsAndLags_MovesThem(EngineUnderTest engine)
    {
        DayTensor day = DayBuilder.Stock(close: [1, 2, 4, 8, 16, 32]);

        SeriesAssert.SameBits([null, null, 3 + 6, 6 + 12, 12 + 24, 24 + 48], engine.Elements(d => d.Close.RollingSum(2).RollingSum(2), day));
        SeriesAssert.SameBits([null, 7, 14, 28, 56, null], engine.Elements(d => d.Close.RollingSum(3).Lead(), day));
        SeriesAssert.SameBits([null, null, 3, 6, 12, 24], engine.Elements(d => d.Close.Lag().RollingSum(2), day));
    }

    [Theory, InlineData(0), InlineData(-3)]
    public void RollingSum_OfNoBar_IsRefusedWithTheWayOut(int bars)
    {
        var thrown = Assert.Throws<FactorDefinitionException>(() => Day.Instance.Close.RollingSum(bars));

        Assert.Equal($"rolling_sum was given a window of {bars} bars; it needs 1 or more. Raise the argument bars.", thrown.Message);
    }

    [Theory, MemberData(nameof(EngineUnderTest.All), MemberType = typeof(EngineUnderTest))]
    public void RollingMean_DividesByTheBars(EngineUnderTest engine)
        => SeriesAssert.SameBits([null, null, 7.0 / 3, 14.0 / 3], engine.Elements(d => d.Close.RollingMean(3), DayBuilder.Stock(close: [1, 2, 4, 8])));

    [Theory, MemberData(nameof(EngineUnderTest.All), MemberType = typeof(EngineUnderTest))]
    public void RollingMax_TakesTheLargestOfEachWindow(EngineUnderTest engine)
    {
        DayTensor day = Sample.Day([3, 1, 2, 2, 5, 4, 0, -1, NaN, 7, null, 8]);

        SeriesAssert.SameBits([3, 1, 2, 2, 5, 4, 0, -1, NaN, 7, null, 8], engine.Elements(d => Sample.X(d).RollingMax(1), day));
        SeriesAssert.SameBits([null, null, 3, 2, 5, 5, 5, 4, NaN, NaN, null, null], engine.Elements(d => Sample.X(d).RollingMax(3), day));
        SeriesAssert.SameBits([null, null, null, null, 5, 5, 5, 5, NaN, NaN, null, null], engine.Elements(d => Sample.X(d).RollingMax(5), day));
        SeriesAssert.SameBits([null, null, null, null, null, 5, 5, 5, NaN, NaN, null, null], engine.Elements(d => Sample.X(d).RollingMax(6), day));
    }

    [Theory, MemberData(nameof(EngineUnderTest.All), MemberType = typeof(EngineUnderTest))]
    public void RollingMin_TakesTheSmallestOfEachWindow(EngineUnderTest engine)
    {
        DayTensor day = DayBuilder.Stock(close: s_count242);

        Assert.Equal(193, engine.Scalar(d => d.Close.RollingMin(50).Last(), day));
        Assert.Equal(1, engine.Scalar(d => d.Close.RollingMin(242).Last(), day));
        SeriesAssert.SameBits([null, 1, 1, 2], engine.Elements(d => d.Close.RollingMin(2), DayBuilder.Stock(close: [3, 1, 2, 2])));
    }

    [Theory, MemberData(nameof(EngineUnderTest.All), MemberType = typeof(EngineUnderTest))]
    public void RollingStd_OfEqualElements_IsExactlyZero_AndOfOthersAbove(EngineUnderTest engine)
    {
        double next = Math.BitIncrement(0.1);
        double?[] actual = engine.Elements(d => Sample.X(d).RollingStd(3, ddof: 1), Sample.Day([0.1, 0.1, 0.1, 0.1, next]));

        SeriesAssert.SameBits([null, null, 0, 0], actual[..4]);
        Assert.True(actual[4] > 0);
        SeriesAssert.SameBits([null, null, 1, 2], engine.Elements(d => d.Close.RollingStd(3, ddof: 1), DayBuilder.Stock(close: [1, 2, 3, 6]))[..3].Append(2).ToArray());
        SeriesAssert.SameBits([0, 0], engine.Elements(d => d.Close.RollingStd(1, ddof: 0), DayBuilder.Stock(close: [1, 2])));
    }

    [Theory, InlineData(1, 1), InlineData(0, 0), InlineData(5, 7)]
    public void RollingStd_OfTooFewBars_IsRefusedWithTheLeast(int bars, int ddof)
    {
        var thrown = Assert.Throws<FactorDefinitionException>(() => Day.Instance.Close.RollingStd(bars, ddof));

        Assert.Equal($"rolling_std was given a window of {bars} bars; it needs {ddof + 1} or more. Raise the argument bars.", thrown.Message);
    }

    [Theory, MemberData(nameof(EngineUnderTest.All), MemberType = typeof(EngineUnderTest))]
    public void RollingCov_IsTakenInsideEachWindow(EngineUnderTest engine)
    {
        DayTensor day = Sample.Day([1, 2, 3, 3, 3, 4, null, 1, 2], [1, 3, 2, 4, 8, 1, 1, null, 2]);

        double?[] actual = engine.Elements(d => Sample.X(d).RollingCov(Sample.Y(d), 3, ddof: 1), day);

        SeriesAssert.SameBits([null, null, 0.5], actual[..3]);
        SeriesAssert.SameBits([0, null, null, null], [actual[4], .. actual[6..]]);
    }

    [Theory, MemberData(nameof(EngineUnderTest.All), MemberType = typeof(EngineUnderTest))]
    public void RollingCov_FarFromZero_KeepsItsDigits(EngineUnderTest engine)
    {
        DayTensor day = DayBuilder.Stock(close: [1e9 + 1, 1e9 + 2, 1e9 + 3, 1e9 + 6]);

        SeriesAssert.SameBits([null, null, 2.0 / 3], engine.Elements(d => d.Close.RollingCov(d.Close, 3, ddof: 0), day)[..3]);
        Assert.Equal(1, engine.Scalar(d => d.Close.RollingCorr(2 * d.Close, 3).First(), day), 15);
        Assert.Equal(0.5, engine.Scalar(d => d.Close.RollingSlope(2 * d.Close, 3).Last(), day), 15);
    }
}
