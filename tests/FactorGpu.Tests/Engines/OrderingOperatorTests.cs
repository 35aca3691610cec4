using System.Linq;
using FactorGpu.Bars;
using Xunit;

namespace FactorGpu.Tests.Engines;

public sealed class OrderingOperatorTests
{
    private const double NaN = double.NaN;

    private static readonly double[] s_down242 = [.. Enumerable.Range(1, BarAxis.SlotCount).Select(i => 500.0 - i)];

    [Theory, MemberData(nameof(EngineUnderTest.All), MemberType = typeof(EngineUnderTest))]
    public void TopCount_WithTies_TakesTheEarlierBars(EngineUnderTest engine)
    {
        Assert.Equal("0110", engine.Truths(d => Sample.X(d).TopCount(2), Sample.Day([5, 7, 7, 7])));
        Assert.Equal("10-1", engine.Truths(d => (-Sample.X(d)).TopCount(2), Sample.Day([3, 5, null, 3])));
        Assert.Equal("10", engine.Truths(d => Sample.X(d).TopCount(1), Sample.Day([-0.0, 0])));
        Assert.Equal(
            string.Concat(Enumerable.Repeat('0', 192)) + string.Concat(Enumerable.Repeat('1', 50)),
            engine.Truths(d => (-d.Close).TopCount(50), DayBuilder.Stock(close: s_down242)));
    }

    [Theory, MemberData(nameof(EngineUnderTest.All), MemberType = typeof(EngineUnderTest))]
    public void TopCount_OfMoreThanThereAre_TakesAll_AndRoundsDown(EngineUnderTest engine)
    {
        Assert.Equal("1-1", engine.Truths(d => Sample.X(d).TopCount(1e300), Sample.Day([1, null, 2])));
        Assert.Equal("001", engine.Truths(d => Sample.X(d).TopCount((d.Close.Count() + 2) / 3), Sample.Day([1, 2, 3])));
    }

    [Theory, MemberData(nameof(EngineUnderTest.All), MemberType = typeof(EngineUnderTest))]
    public void TopCount_OfNoBarOrByNaN_MakesTheWholeFactorNaN(EngineUnderTest engine)
    {
        SeriesAssert.SameBits(NaN, engine.Scalar(d => d.Close.Where(Sample.X(d).TopCount(0.9)).Count(), Sample.Day([1, 2])));
        SeriesAssert.SameBits(NaN, engine.Scalar(d => d.Close.Where(Sample.X(d).TopCount(NaN)).Count(), Sample.Day([1, 2])));
        SeriesAssert.SameBits(NaN, engine.Scalar(d => d.Close.Where(Sample.X(d).TopCount(1)).Count(), Sample.Day([1, NaN])));
        SeriesAssert.SameBits(NaN, engine.Scalar(d => d.Close.Where(Sample.X(d).TopCount(1)).Count(), Sample.Day([null, null])));
    }

    [Theory, MemberData(nameof(EngineUnderTest.All), MemberType = typeof(EngineUnderTest))]
    public void Rank_WithTies_CountsTheEarlierBarFirst(EngineUnderTest engine)
    {
        SeriesAssert.SameBits([4, 1, null, 2, 5, 3], engine.Elements(d => Sample.X(d).Rank(), Sample.Day([7, -1, null, 2, 7, 2])));
        SeriesAssert.SameBits([1, 2, 3], engine.Elements(d => Sample.X(d).Rank(), Sample.Day([0, -0.0, 0])));
        SeriesAssert.SameBits([3, 1, 4, 2], engine.Elements(d => Sample.X(d).Rank(), Sample.Day([1e-300, -1e300, 1e300, -1e-300])));
        SeriesAssert.SameBits([1], engine.Elements(d => d.Close.Rank(), DayBuilder.Stock(close: [10])));
    }

    [Theory, MemberData(nameof(EngineUnderTest.All), MemberType = typeof(EngineUnderTest))]
    public void Rank_OfANaNKey_IsNaNEverywhere(EngineUnderTest engine)
        => SeriesAssert.SameBits([NaN, null, NaN], engine.Elements(d => Sample.X(d).Rank(), Sample.Day([1, null, NaN])));

    [Theory, MemberData(nameof(EngineUnderTest.All), MemberType = typeof(EngineUnderTest))]
    public void Rank_OfAFullDay_AndOfNone_IsComplete(EngineUnderTest engine)
    {
        DayTensor day = DayBuilder.Stock(close: s_down242);

        SeriesAssert.SameBits([.. Enumerable.Range(0, 242).Select(i => (double?)(242 - i))], engine.Elements(d => d.Close.Rank(), day));
        Assert.Equal(0, engine.Scalar(d => d.Close.Rank().Count().WhereBars(d.Close < 0), day));
    }

    [Theory, MemberData(nameof(EngineUnderTest.All), MemberType = typeof(EngineUnderTest))]
    public void Rank_OfALaggedKey_BelongsToTheBarThatReadsIt(EngineUnderTest engine)
        => SeriesAssert.SameBits([null, 2, 3, 1], engine.Elements(d => d.Close.Lag().Rank(), DayBuilder.Stock(close: [2, 3, 1, 9])));

    [Theory, MemberData(nameof(EngineUnderTest.All), MemberType = typeof(EngineUnderTest))]
    public void CumsumBy_ItsOwnKey_AddsAllOfATie(EngineUnderTest engine)
    {
        DayTensor day = Sample.Day([30, 10, 20, 10, null, 5], [1, 2, 4, 8, 16, null]);

        SeriesAssert.SameBits([15, 10, 14, 10, null, 0], engine.Elements(d => Sample.Y(d).CumsumBy(Sample.X(d)), day));
        SeriesAssert.SameBits([1, 15, 5, 15, null, 15], engine.Elements(d => Sample.Y(d).CumsumBy(-Sample.X(d)), day));
        SeriesAssert.SameBits([15, 2, 14, 10, null, 0], engine.Elements(d => Sample.Y(d).CumsumBy(Sample.X(d).Where(Sample.Y(d).Present()).Rank(), Sample.X(d).Where(Sample.Y(d).Present()).Rank()).Where(Sample.Y(d).Present()), day)[..5].Append(0).ToArray());
    }

    [Theory, MemberData(nameof(EngineUnderTest.All), MemberType = typeof(EngineUnderTest))]
    public void CumsumBy_ABound_ReadsTheSumUpToIt(EngineUnderTest engine)
    {
        DayTensor day = Sample.Day([1, 2, 3, 4], [3.5, 0, 4, 1]);

        SeriesAssert.SameBits([3, 0, 4, 1], engine.Elements(d => (0 * d.Close + 1).CumsumBy(Sample.X(d), Sample.Y(d)), day));
    }

    [Theory, MemberData(nameof(EngineUnderTest.All), MemberType = typeof(EngineUnderTest))]
    public void CumsumBy_NaN_IsNaN(EngineUnderTest engine)
    {
        SeriesAssert.SameBits([NaN, NaN, NaN], engine.Elements(d => d.Close.CumsumBy(Sample.X(d)), Sample.Day([1, NaN, 3])));
        SeriesAssert.SameBits([1, NaN, 3], engine.Elements(d => (0 * d.Close + 1).CumsumBy(d.BarIndex, Sample.X(d)), Sample.Day([0, NaN, 3])));
        SeriesAssert.SameBits([NaN, NaN], engine.Elements(d => Sample.X(d).CumsumBy(d.BarIndex), Sample.Day([NaN, 3])));
        SeriesAssert.SameBits([1, NaN], engine.Elements(d => Sample.X(d).CumsumBy(d.BarIndex), Sample.Day([1, NaN])));
    }

    [Theory, MemberData(nameof(EngineUnderTest.All), MemberType = typeof(EngineUnderTest))]
    public void CumsumBy_AddsInOrderOfTheKey(EngineUnderTest engine)
        => SeriesAssert.SameBits(
            [0.3 + 0.2 + 0.1, 0.3 + 0.2, 0.3], engine.Elements(d => Sample.X(d).CumsumBy(-d.BarIndex), Sample.Day([0.1, 0.2, 0.3])));

    [Theory, MemberData(nameof(EngineUnderTest.All), MemberType = typeof(EngineUnderTest))]
    public void CumsumBy_OnAFullDay_ReachesTheWholeSum(EngineUnderTest engine)
    {
        DayTensor day = DayBuilder.Stock(close: s_down242);

        Assert.Equal(24200, engine.Scalar(d => d.Volume.CumsumBy(d.Close).First(), day));
        Assert.Equal(100, engine.Scalar(d => d.Volume.CumsumBy(d.Close).Last(), day));
        Assert.Equal(0, engine.Scalar(d => d.Volume.CumsumBy(d.Close).Count().WhereBars(d.Close < 0), day));
    }

    [Theory, MemberData(nameof(EngineUnderTest.All), MemberType = typeof(EngineUnderTest))]
    public void GroupSum_StandsAtTheFirstBarOfEachKey(EngineUnderTest engine)
    {
        DayTensor day = Sample.Day([5, 3, 5, null, 3, 7, 5], [1, 2, 4, 8, 16, null, 32]);

        SeriesAssert.SameBits([37, 18, null, null, null, null, null], engine.Elements(d => Sample.Y(d).GroupSum(Sample.X(d)), day));
        SeriesAssert.SameBits([3, null], engine.Elements(d => (d.BarIndex + 1).GroupSum(Sample.X(d)), Sample.Day([0, -0.0])));
    }

    [Theory, MemberData(nameof(EngineUnderTest.All), MemberType = typeof(EngineUnderTest))]
    public void GroupSum_OfZeros_IsAGroup(EngineUnderTest engine)
        => Assert.Equal(2, engine.Scalar(d => d.Volume.GroupSum(d.Close).Count(), DayBuilder.Stock(close: [10, 11, 10], volume: [5, 0, 5])));

    [Theory, MemberData(nameof(EngineUnderTest.All), MemberType = typeof(EngineUnderTest))]
    public void GroupSum_OfANaNKey_IsNaNEverywhere(EngineUnderTest engine)
        => SeriesAssert.SameBits([NaN, NaN, null, NaN], engine.Elements(d => d.Close.GroupSum(Sample.X(d)), Sample.Day([1, NaN, 1, 2])));

    [Theory, MemberData(nameof(EngineUnderTest.All), MemberType = typeof(EngineUnderTest))]
    public void GroupSum_OfAFullDay_HasEachKeyOnce(EngineUnderTest engine)
    {
        DayTensor day = DayBuilder.Stock(close: s_down242);

        Assert.Equal(242, engine.Scalar(d => d.Volume.GroupSum(d.Close).Count(), day));
        Assert.Equal(1, engine.Scalar(d => d.Volume.GroupSum(0 * d.Close).Count(), day));
        Assert.Equal(24200, engine.Scalar(d => d.Volume.GroupSum(0 * d.Close).First(), day));
        Assert.Equal(0, engine.Scalar(d => d.Volume.GroupSum(d.Close).Count().WhereBars(d.Close < 0), day));
    }
}
