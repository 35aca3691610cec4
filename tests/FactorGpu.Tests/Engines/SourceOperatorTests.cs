using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Expressions;
using Xunit;

namespace FactorGpu.Tests.Engines;

public sealed class SourceOperatorTests
{
    private const double NaN = double.NaN;

    [Theory, MemberData(nameof(EngineUnderTest.AllAndSingle), MemberType = typeof(EngineUnderTest))]
    public void Field_WithMissingBars_GivesTheValidOnesInTimeOrder(EngineUnderTest engine)
    {
        DayTensor day = DayBuilder.Stock(close: [NaN, 10, NaN, NaN, 11, 12, NaN], volume: [1, 2, 3, 4, 5, 6, 7]);

        SeriesAssert.SameBits([10, 11, 12], engine.Elements(d => d.Close, day));
        SeriesAssert.SameBits([2, 5, 6], engine.Elements(d => d.Volume, day));
    }

    [Theory, MemberData(nameof(EngineUnderTest.AllAndSingle), MemberType = typeof(EngineUnderTest))]
    public void Field_OfNumTrades_KeepsOnlyBarsWhereItIsValid(EngineUnderTest engine)
    {
        DayTensor day = DayBuilder.Stock(close: [10, 11, 12, 13], numTrades: [1, NaN, -1, 0]);

        SeriesAssert.SameBits(2.0, engine.Scalar(d => d.Close.Count() + (0 * d.NumTrades.Sum()), day));
        SeriesAssert.SameBits(23.0, engine.Scalar(d => d.Close.Sum() + (0 * d.NumTrades.Sum()), day));
        SeriesAssert.SameBits(46.0, engine.Scalar(d => d.Close.Sum(), day));
    }

    [Theory, MemberData(nameof(EngineUnderTest.AllAndSingle), MemberType = typeof(EngineUnderTest))]
    public void Field_OfVwap_KeepsBarsWithoutVolume(EngineUnderTest engine)
    {
        DayTensor day = DayBuilder.Stock(close: [10, 11, 12], volume: [100, 0, 100], vwap: [NaN, NaN, 12]);

        SeriesAssert.SameBits(2.0, engine.Scalar(d => d.Vwap.Count(), day));
        SeriesAssert.SameBits(NaN, engine.Scalar(d => d.Vwap.Sum(), day));
        SeriesAssert.SameBits(12.0, engine.Scalar(d => d.Vwap.Last(), day));
    }

    [Theory, MemberData(nameof(EngineUnderTest.All), MemberType = typeof(EngineUnderTest))]
    public void Slot_IsThePlaceOnTheAxis(EngineUnderTest engine)
    {
        DayTensor day = DayBuilder.Stock(close: [10, 11, 12, 13], slots: [0, 63, 64, 241]);

        SeriesAssert.SameBits([0, 63, 64, 241], engine.Elements(d => d.Slot, day));
        Assert.Equal(64, engine.Scalar(d => d.Slot.Last().WhereBars(d.Close < 13), day));
    }

    [Theory, MemberData(nameof(EngineUnderTest.All), MemberType = typeof(EngineUnderTest))]
    public void BarIndex_CountsTheBarsOfTheSequence(EngineUnderTest engine)
    {
        DayTensor day = DayBuilder.Stock(close: [10, NaN, 11, 12, 13], volume: [1, 1, 0, 1, 1]);

        SeriesAssert.SameBits([0, 1, 2, 3], engine.Elements(d => d.BarIndex, day));
        Assert.Equal(2, engine.Scalar(d => d.BarIndex.Last().WhereBars(d.Volume > 0), day));
        Assert.Equal(0 + 1 + 2, engine.Scalar(d => d.BarIndex.Lag().Sum(), day));
    }

    [Theory, MemberData(nameof(EngineUnderTest.AllAndSingle), MemberType = typeof(EngineUnderTest))]
    public void Field_InScopeCore_LeavesTheAuctionsOut(EngineUnderTest engine)
    {
        DayTensor day = DayBuilder.Stock(close: [1, 2, 3, 4, 5], slots: [0, 1, 237, 238, 241]);
        FactorProgram program = FactorProgram.Compile(
        [
            new FactorDefinition { Id = "core", Value = d => d.Close.Sum(), Scope = BarScope.Core },
            new FactorDefinition { Id = "all", Value = d => d.Close.Sum() },
        ]);

        double[] values = engine.Run(program, day);

        Assert.Equal([5, 15], values);
    }

    [Theory, MemberData(nameof(EngineUnderTest.AllWithDoubleScalars), MemberType = typeof(EngineUnderTest))]
    public void DayValue_IsOneNumberForTheDay_NaNWhenMissing(EngineUnderTest engine)
    {
        DayTensor day = DayBuilder.Stock(close: [10, 11], preClose: 9.9);

        SeriesAssert.SameBits(9.9, engine.Scalar(d => d.PreClose, day));
        SeriesAssert.SameBits(NaN, engine.Scalar(d => d.LimitUp, day));
        SeriesAssert.SameBits(NaN, engine.Scalar(d => d.LimitDown, day));
    }

    [Theory, MemberData(nameof(EngineUnderTest.AllWithDoubleScalars), MemberType = typeof(EngineUnderTest))]
    public void Constant_KeepsItsBits(EngineUnderTest engine)
    {
        DayTensor day = DayBuilder.Stock(close: [10]);

        SeriesAssert.SameBits(0.1, engine.Scalar(_ => 0.1, day));
        SeriesAssert.SameBits(-0.0, engine.Scalar(_ => -0.0, day));
    }

    [Theory, MemberData(nameof(EngineUnderTest.AllSingle), MemberType = typeof(EngineUnderTest))]
    public void Ticks_OfPrices_AreWholeCounts(EngineUnderTest engine)
    {
        SeriesAssert.SameBits([3, null], engine.Elements(d => (d.Close - d.Open).Where(d.Close > d.Open) / (d.High - d.Low), DayBuilder.Stock(
            close: [10.02, 9.98], open: [9.99, 9.98], high: [10.02, 9.99], low: [10.01, 9.98])));
        SeriesAssert.SameBits([null, (double)(1f / 1000f)], engine.Elements(d => d.Return, DayBuilder.Stock(close: [10.00, NaN, 10.01])));
        SeriesAssert.SameBits([null, (double)(1f / 1501f)], engine.Elements(d => d.Return, DayBuilder.Stock(close: [1.501, 1.502])));
    }

    [Theory, MemberData(nameof(EngineUnderTest.AllSingle), MemberType = typeof(EngineUnderTest))]
    public void Ticks_OfPricesOnNoTick_AreFloat32InCny(EngineUnderTest engine)
    {
        DayTensor day = DayBuilder.Stock(close: [1.23456789, 2.5]);

        SeriesAssert.SameBits([1.23456789f, 2.5], engine.Elements(d => d.Close, day));
    }

    [Theory, MemberData(nameof(EngineUnderTest.AllSingle), MemberType = typeof(EngineUnderTest))]
    public void Ticks_BesideAnotherUnit_AreMultipliedOut(EngineUnderTest engine)
    {
        DayTensor day = DayBuilder.Stock(close: [10.25, 10.75], vwap: [10, 11]);

        SeriesAssert.SameBits([(1025 * 0.01f) - 10f, (1075 * 0.01f) - 11f], engine.Elements(d => d.Close - d.Vwap, day));
    }

    [Theory, MemberData(nameof(EngineUnderTest.SingleWithDoubleScalars), MemberType = typeof(EngineUnderTest))]
    public void DayTicks_AreTheCountOfTheDay_NaNWhenMissing(EngineUnderTest engine)
    {
        DayTensor day = DayBuilder.Stock(close: [10, 11], preClose: 9.9);

        SeriesAssert.SameBits(110.0 / 990, engine.Scalar(d => d.Close.Last().ChangeFrom(d.PreClose), day));
        SeriesAssert.SameBits(NaN, engine.Scalar(d => d.LimitUp / d.PreClose, day));
    }

    [Theory, MemberData(nameof(EngineUnderTest.SingleWithDoubleScalars), MemberType = typeof(EngineUnderTest))]
    public void Tick_IsThatOfTheStock(EngineUnderTest engine)
    {
        SeriesAssert.SameBits(1001 * 0.01, engine.Scalar(d => d.Close.Last(), DayBuilder.Stock(close: [10.00, 10.01])));
        SeriesAssert.SameBits(1501 * 0.001, engine.Scalar(d => d.Close.Last(), DayBuilder.Stock(close: [1.502, 1.501])));
        SeriesAssert.SameBits((float)(1.0 / 3), engine.Scalar(d => d.Close.Last(), DayBuilder.Stock(close: [1.0 / 3])));
    }
}
