using System;
using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Errors;
using FactorGpu.Expressions;
using Xunit;

namespace FactorGpu.Tests.Engines;

public sealed class BarOperatorTests
{
    private const double NaN = double.NaN;

    [Theory, MemberData(nameof(EngineUnderTest.AllAndSingle), MemberType = typeof(EngineUnderTest))]
    public void Lag_OverAMissingBar_BridgesTheGap(EngineUnderTest engine)
    {
        DayTensor day = DayBuilder.Stock(close: [10, 11, NaN, 12, 13]);

        SeriesAssert.SameBits([null, 10, 11, 12], engine.Elements(d => d.Close.Lag(), day));
        SeriesAssert.SameBits([null, null, 10, 11], engine.Elements(d => d.Close.Lag(2), day));
        SeriesAssert.SameBits([null, null, 10, 11], engine.Elements(d => d.Close.Lag().Lag(), day));
    }

    [Theory, MemberData(nameof(EngineUnderTest.AllAndSingle), MemberType = typeof(EngineUnderTest))]
    public void Lag_OfAbsentAndNaN_MovesThemAlong(EngineUnderTest engine)
    {
        DayTensor day = Sample.Day([1, null, NaN, 4]);

        SeriesAssert.SameBits([null, 1, null, NaN], engine.Elements(d => Sample.X(d).Lag(), day));
    }

    [Theory, MemberData(nameof(EngineUnderTest.AllAndSingle), MemberType = typeof(EngineUnderTest))]
    public void Lag_ByAllBarsOrMore_IsAbsentEverywhere(EngineUnderTest engine)
    {
        DayTensor day = DayBuilder.Stock(close: [10, 11, 12]);

        SeriesAssert.SameBits([null, null, 10], engine.Elements(d => d.Close.Lag(2), day));
        SeriesAssert.SameBits([null, null, null], engine.Elements(d => d.Close.Lag(3), day));
        SeriesAssert.SameBits([null, null, null], engine.Elements(d => d.Close.Lag(300), day));
    }

    [Theory, MemberData(nameof(EngineUnderTest.AllAndSingle), MemberType = typeof(EngineUnderTest))]
    public void Lag_OnAFullDay_IsAbsentAtTheFirstBarOnly(EngineUnderTest engine)
    {
        DayTensor day = DayBuilder.Stock(close: [.. Enumerable.Range(1, BarAxis.SlotCount).Select(i => (double)i)]);

        Assert.Equal(241, engine.Scalar(d => d.Close.Lag().Count(), day));
        Assert.Equal(241, engine.Scalar(d => d.Close.Lag().Last(), day));
        Assert.Equal(241, engine.Scalar(d => (d.Close - d.Close.Lag()).Sum(), day));
    }

    [Fact]
    public void Lag_OfNoBar_IsRefusedWithTheWayOut()
    {
        var thrown = Assert.Throws<FactorDefinitionException>(() => Close().Lag(0));

        Assert.Equal("lag was given a shift of 0 bars; it needs 1 or more. Raise the argument, or use lead for the other direction.", thrown.Message);
    }

    [Theory, MemberData(nameof(EngineUnderTest.AllAndSingle), MemberType = typeof(EngineUnderTest))]
    public void Lead_IsAbsentAtTheLastBars(EngineUnderTest engine)
    {
        DayTensor day = DayBuilder.Stock(close: [10, NaN, 11, 12]);

        SeriesAssert.SameBits([11, 12, null], engine.Elements(d => d.Close.Lead(), day));
        SeriesAssert.SameBits([null, null, null], engine.Elements(d => d.Close.Lead(3), day));
        SeriesAssert.SameBits([11, null, null], engine.Elements(d => d.Close.Lag().Lead().Lead(), day));
    }

    [Fact]
    public void Lead_OfANegativeShift_IsRefusedWithTheWayOut()
    {
        var thrown = Assert.Throws<FactorDefinitionException>(() => Close().Lead(-1));

        Assert.Equal("lead was given a shift of -1 bars; it needs 1 or more. Raise the argument, or use lag for the other direction.", thrown.Message);
    }

    [Theory, MemberData(nameof(EngineUnderTest.AllAndSingle), MemberType = typeof(EngineUnderTest))]
    public void Cummax_PassesOverAbsent_AndKeepsNaN(EngineUnderTest engine)
    {
        SeriesAssert.SameBits([null, 2, 2, null, 5, 5], engine.Elements(d => Sample.X(d).Cummax(), Sample.Day([null, 2, 1, null, 5, 4])));
        SeriesAssert.SameBits([2, NaN, NaN], engine.Elements(d => Sample.X(d).Cummax(), Sample.Day([2, NaN, 3])));
        SeriesAssert.SameBits([-3, -2, -2], engine.Elements(d => Sample.X(d).Cummax(), Sample.Day([-3, -2, -4])));
    }

    [Theory, MemberData(nameof(EngineUnderTest.AllAndSingle), MemberType = typeof(EngineUnderTest))]
    public void Where_KeepsOnlyWhatIsTrueAndPresent(EngineUnderTest engine)
    {
        DayTensor day = Sample.Day([1, 2, NaN, null, 5], [1, -1, 1, 1, null]);

        SeriesAssert.SameBits([1, null, NaN, null, null], engine.Elements(d => Sample.X(d).Where(Sample.Y(d) > 0), day));
    }

    [Theory, MemberData(nameof(EngineUnderTest.AllAndSingle), MemberType = typeof(EngineUnderTest))]
    public void Between_GoesBySlot_NotByPlaceInTheSequence(EngineUnderTest engine)
    {
        DayTensor day = DayBuilder.Stock(close: [1, 2, 3, 4, 5], slots: [0, 30, 31, 120, 241]);

        SeriesAssert.SameBits([1, 2, null, null, null], engine.Elements(d => d.Close.Between(new SlotRange(0, 30)), day));
        SeriesAssert.SameBits([null, null, 3, 4, null], engine.Elements(d => d.Close.Between(new SlotRange(31, 240)), day));
        SeriesAssert.SameBits([null, null, null, null, 4], engine.Elements(d => d.Close.Lag().Between(new SlotRange(241, 241)), day));
    }

    [Theory, InlineData(-1, 5), InlineData(3, 242), InlineData(7, 6)]
    public void Between_OfSlotsThatAreNone_IsRefusedWithBothEnds(int first, int last)
    {
        var thrown = Assert.Throws<FactorDefinitionException>(() => Close().Between(new SlotRange(first, last)));

        Assert.Contains($"{first}..{last}", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("0 <= first <= last <= 241", thrown.Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(EngineUnderTest.AllAndSingle), MemberType = typeof(EngineUnderTest))]
    public void Present_IsNeverAbsent_AndTrueForNaN(EngineUnderTest engine)
    {
        DayTensor day = Sample.Day([1, null, NaN]);

        Assert.Equal("101", engine.Truths(d => Sample.X(d).Present(), day));
        Assert.Equal("011", engine.Truths(d => d.Close.Lag().Present(), day));
    }

    [Theory, MemberData(nameof(EngineUnderTest.AllAndSingle), MemberType = typeof(EngineUnderTest))]
    public void TopFraction_WithTies_TakesTheEarlierBars(EngineUnderTest engine)
    {
        Assert.Equal("0110", engine.Truths(d => Sample.X(d).TopFraction(1, 2), Sample.Day([5, 7, 7, 7])));
        Assert.Equal("1100", engine.Truths(d => Sample.X(d).TopFraction(1, 2), Sample.Day([7, 7, 7, 7])));
        Assert.Equal("100001", engine.Truths(d => Sample.X(d).TopFraction(1, 3), Sample.Day([7, 3, 7, 7, 1, 9])));
        Assert.Equal("10", engine.Truths(d => Sample.X(d).TopFraction(1, 2), Sample.Day([0, -0.0])));
    }

    [Theory, MemberData(nameof(EngineUnderTest.AllAndSingle), MemberType = typeof(EngineUnderTest))]
    public void TopFraction_CountsPresentKeysOnly_AndRoundsDown(EngineUnderTest engine)
    {
        Assert.Equal("-1-00", engine.Truths(d => Sample.X(d).TopFraction(1, 2), Sample.Day([null, 9, null, 8, 7])));
        Assert.Equal("00010", engine.Truths(d => Sample.X(d).TopFraction(30, 100), Sample.Day([1, 2, 3, 5, 4])));
        Assert.Equal("111", engine.Truths(d => Sample.X(d).TopFraction(1, 1), Sample.Day([1, -2, 3])));
    }

    [Theory, MemberData(nameof(EngineUnderTest.AllAndSingle), MemberType = typeof(EngineUnderTest))]
    public void TopFraction_OfNoBar_MakesTheWholeFactorNaN(EngineUnderTest engine)
    {
        Scalar Selected(Day d) => d.Close.Where(Sample.X(d).TopFraction(1, 3)).Count();

        SeriesAssert.SameBits(NaN, engine.Scalar(Selected, Sample.Day([1, 2])));
        SeriesAssert.SameBits(1, engine.Scalar(Selected, Sample.Day([1, 2, 3])));
        SeriesAssert.SameBits(NaN, engine.Scalar(Selected, Sample.Day([null, null, null])));
        SeriesAssert.SameBits(NaN, engine.Scalar(d => 5 + (0 * Selected(d)), Sample.Day([1, 2, null])));
    }

    [Theory, MemberData(nameof(EngineUnderTest.AllAndSingle), MemberType = typeof(EngineUnderTest))]
    public void TopFraction_ByAPresentNaN_MakesTheWholeFactorNaN(EngineUnderTest engine)
    {
        Scalar Selected(Day d) => d.Close.Where(Sample.X(d).TopFraction(1, 3)).Sum();

        SeriesAssert.SameBits(NaN, engine.Scalar(Selected, Sample.Day([1, NaN, 3])));
        SeriesAssert.SameBits(1000, engine.Scalar(Selected, Sample.Day([1, 2, 3])));
    }

    [Theory, InlineData(0, 3), InlineData(4, 3), InlineData(1, 0)]
    public void TopFraction_OutsideZeroToOne_IsRefusedWithTheFraction(int numerator, int denominator)
    {
        var thrown = Assert.Throws<FactorDefinitionException>(() => Close().TopFraction(numerator, denominator));

        Assert.Contains($"top_fraction was given the fraction {numerator}/{denominator}", thrown.Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(EngineUnderTest.AllAndSingle), MemberType = typeof(EngineUnderTest))]
    public void WhereBars_RenumbersBars_SoThatALagSkipsTheRemovedOnes(EngineUnderTest engine)
    {
        DayTensor day = DayBuilder.Stock(close: [10, 11, 12, 13], volume: [5, 0, 7, 9]);

        Assert.Equal(12, engine.Scalar(d => d.Close.Lag().Last().WhereBars(d.Volume > 0), day));
        Assert.Equal(10 + 12, engine.Scalar(d => d.Close.Lag().Sum().WhereBars(d.Volume > 0), day));
        Assert.Equal(3, engine.Scalar(d => d.Close.Count().WhereBars(d.Volume > 0), day));
        Assert.Equal(4 + 3, engine.Scalar(d => d.Close.Count() + d.Close.Count().WhereBars(d.Volume > 0), day));
        Assert.Equal(2, engine.Scalar(d => d.Close.Count().WhereBars(d.Volume > 5).WhereBars(d.Volume > 0), day));
    }

    [Theory, MemberData(nameof(EngineUnderTest.AllAndSingle), MemberType = typeof(EngineUnderTest))]
    public void WhereBars_WhereAConditionIsAbsent_RemovesTheBar(EngineUnderTest engine)
    {
        DayTensor day = DayBuilder.Stock(close: [10, 11, 12]);

        Assert.Equal(2, engine.Scalar(d => d.Close.Count().WhereBars(d.Return > -1), day));
        SeriesAssert.SameBits(NaN, engine.Scalar(d => d.Close.Mean().WhereBars(d.Close > 99), day));
    }

    [Theory, MemberData(nameof(EngineUnderTest.AllAndSingle), MemberType = typeof(EngineUnderTest))]
    public void Factor_InsideAnother_KeepsItsOwnSequenceAndEdgeRules(EngineUnderTest engine)
    {
        DayTensor day = DayBuilder.Stock(close: [10, 11, 12], numTrades: [1, NaN, 1]);
        var bars = new FactorDefinition { Id = "bars", Value = d => d.Close.Count() };
        var trading = new FactorDefinition { Id = "trading", Value = d => d.NumTrades.Count() };
        var tooFew = new FactorDefinition { Id = "too_few", Value = d => d.Close.Count(), MinObservations = 4 };

        Assert.Equal(3 + (10 * 2), engine.Scalar(_ => bars.AsScalar() + (10 * trading.AsScalar()), day));
        Assert.Equal(3 + 2, engine.Scalar(d => bars.AsScalar() + d.NumTrades.Count(), day));
        SeriesAssert.SameBits(NaN, engine.Scalar(_ => bars.AsScalar() + tooFew.AsScalar(), day));
    }

    [Fact]
    public void Factor_ThatReadsItself_IsRefusedByName()
    {
        FactorDefinition? self = null;
        self = new FactorDefinition { Id = "snake", Value = _ => self!.AsScalar() + 1 };

        var thrown = Assert.Throws<FactorDefinitionException>(() => FactorProgram.Compile([self]));

        Assert.Contains("Factor snake reads its own value", thrown.Message, StringComparison.Ordinal);
    }

    private static Series Close() => Day.Instance.Close;
}
