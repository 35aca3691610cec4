using System;
using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Engines;
using FactorGpu.Engines.Cpu;
using FactorGpu.Engines.Reference;
using FactorGpu.Expressions;
using FactorGpu.Factors;
using FactorGpu.Verification;
using Xunit;

namespace FactorGpu.Tests.Engines;

/// <summary>What single precision does otherwise than double: elements are float32, scalars float64, and a scalar is rounded where it stands beside a series.</summary>
public sealed class SinglePrecisionTests
{
    private const double NaN = double.NaN;

    public static TheoryData<string> SectionA => [.. FactorCatalogue.Huatai50.Select(factor => factor.Id)];

    [Theory, MemberData(nameof(EngineUnderTest.AllSingle), MemberType = typeof(EngineUnderTest))]
    public void Elements_OfOperators_AreRoundedToFloat32(EngineUnderTest engine)
    {
        DayTensor day = Sample.Day([0.1, 2, -1, NaN, null], [3, 3, 0, 3, 3]);

        SeriesAssert.SameBits([0.1f + 3f, 5, -1, NaN, null], engine.Elements(d => Sample.X(d) + Sample.Y(d), day));
        SeriesAssert.SameBits([0.1f * 3f, 6, -0.0, NaN, null], engine.Elements(d => Sample.X(d) * Sample.Y(d), day));
        SeriesAssert.SameBits([0.1f / 3f, 2f / 3f, NaN, NaN, null], engine.Elements(d => Sample.X(d) / Sample.Y(d), day));
        SeriesAssert.SameBits([MathF.Sqrt(0.1f), MathF.Sqrt(2), NaN, NaN, null], engine.Elements(d => Sample.X(d).Sqrt(), day));
    }

    [Theory, MemberData(nameof(EngineUnderTest.SingleWithDoubleScalars), MemberType = typeof(EngineUnderTest))]
    public void Scalars_BesideASeries_AreRoundedToFloat32(EngineUnderTest engine)
    {
        DayTensor day = Sample.Day([0.1, 2]);

        SeriesAssert.SameBits([0, 2f - 0.1f], engine.Elements(d => Sample.X(d) - 0.1, day));
        SeriesAssert.SameBits(2f - 0.1f, engine.Scalar(d => (Sample.X(d) - 0.1).Last(), day));
        SeriesAssert.SameBits(0.0, engine.Scalar(d => Sample.X(d).Where(Sample.X(d) < 0.1).Count(), day));
        SeriesAssert.SameBits(2 - 0.1, engine.Scalar(d => Sample.X(d).Last() - 0.1, day));
    }

    [Theory, MemberData(nameof(EngineUnderTest.AllSingle), MemberType = typeof(EngineUnderTest))]
    public void IsConstant_IsDecidedOnFloat32Elements(EngineUnderTest engine)
    {
        SeriesAssert.SameBits(0.0, engine.Scalar(d => d.Amount.Var(ddof: 0), DayBuilder.Stock(close: [1, 1], amount: [1, Math.BitIncrement(1)])));
        Assert.True(engine.Scalar(d => d.Amount.Var(ddof: 0), DayBuilder.Stock(close: [1, 1], amount: [1, MathF.BitIncrement(1)])) > 0);
    }

    [Theory, MemberData(nameof(EngineUnderTest.AllSingle), MemberType = typeof(EngineUnderTest))]
    public void TopFraction_OfKeysThatAreOneInFloat32_TakesTheEarlier(EngineUnderTest engine)
    {
        DayTensor day = DayBuilder.Stock(close: [1, 2, 3, 4], volume: [16777216, 16777217, 16777218, 1]);

        SeriesAssert.SameBits(4.0, engine.Scalar(d => d.Close.Where(d.Volume.TopFraction(1, 2)).Sum(), day));
    }

    [Theory, MemberData(nameof(EngineUnderTest.AllSingle), MemberType = typeof(EngineUnderTest))]
    public void Finite_OfAProductBeyondFloat32_IsNaN(EngineUnderTest engine)
    {
        DayTensor day = DayBuilder.Stock(close: [10, 10], amount: [1e30, 1e30]);

        SeriesAssert.SameBits(NaN, engine.Scalar(d => d.Amount.Product(), day));
        SeriesAssert.SameBits(2.0 * 1e30f, engine.Scalar(d => d.Amount.Sum(), day));
    }

    [Theory, MemberData(nameof(SectionA))]
    public void Factor_OfASampleMarket_KeepsItsBound(string id)
        => AssertKeepsItsBound(id, SampleMarket.Generate(new SampleOptions { Stocks = 600, Funds = 100, Seed = 3 }, [new DateOnly(2024, 1, 2)]).Single());

    /// <summary>375.9 / 3 and 125.3 / 1 are one number in float64, where the earlier bar is taken, and two in float32, where the later is larger.</summary>
    [Theory, InlineData("cumreturn_top30order", 2), InlineData("amount_netin_top20order_ratio", 1)]
    public void Factor_OfOrdersThatFloat32ReordersAtTheEnd_KeepsItsBound(string id, int larger)
    {
        double[] large = [1000, 2000];
        double[] amount = [1, .. large[..larger], 375.9, 125.3, .. Enumerable.Repeat(1.0, 8 - larger)];
        double[] numTrades = [.. amount.Select(yuan => yuan == 375.9 ? 3.0 : 1.0)];
        double[] close = [.. Enumerable.Range(0, amount.Length).Select(i => 10.00 + (0.01 * (i % 2 == 0 ? i : -i)))];

        AssertKeepsItsBound(id, DayBuilder.Stock(close, amount: amount, numTrades: numTrades));
    }

    [Theory, InlineData("synthetic"), InlineData("hard")]
    public void Huatai50_OnAGoldenDay_KeepsItsBounds(string name)
    {
        GoldenDay golden = GoldenDay.Read(name);
        FactorProgram program = FactorProgram.Compile(FactorCatalogue.Huatai50, new CompileOptions { Precision = Precision.Single });
        int S = golden.Day.Shape.S;
        double[] actual = new double[program.Factors.Length * S];

        new PartsEngine(() => new CpuEngine(new CpuEngineOptions())).Run(program, golden.Day, actual);

        for (int k = 0; k < program.Factors.Length; k++)
        {
            double[] expected = [.. golden.Day.Stocks.Codes.Select(stock => golden.Expected[stock, program.Factors[k].Id])];
            AssertWithinBound(program.Factors[k].Id, golden.Day, expected, actual[(k * S)..((k + 1) * S)]);
        }
    }

    private static void AssertKeepsItsBound(string id, DayTensor day)
    {
        FactorDefinition[] factors = [.. FactorCatalogue.Find(id)];
        double[] actual = new double[day.Shape.S];
        double[] expected = new double[day.Shape.S];

        new PartsEngine(() => new CpuEngine(new CpuEngineOptions())).Run(FactorProgram.Compile(factors, new CompileOptions { Precision = Precision.Single }), day, actual);
        new ReferenceEngine().Run(FactorProgram.Compile(factors), day, expected);

        AssertWithinBound(id, day, expected, actual);
    }

    private static void AssertWithinBound(string id, DayTensor day, double[] expected, double[] actual)
    {
        double range = SingleRule.InterquartileRange(expected);
        for (int s = 0; s < expected.Length; s++)
        {
            double allowed = SingleRule.Allowed(expected[s], range);
            Assert.True(ComparisonRule.AgreeWithin(actual[s], expected[s], allowed), $"{id} of {day.Stocks.Codes[s]}: {actual[s]:R}, {expected[s]:R} in float64, {allowed:G3} is allowed.");
        }
    }
}
