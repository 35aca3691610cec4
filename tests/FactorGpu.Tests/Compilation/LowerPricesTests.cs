using System;
using System.Collections.Generic;
using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Engines.Reference;
using FactorGpu.Expressions;
using FactorGpu.Factors;
using FactorGpu.Verification;
using Xunit;

namespace FactorGpu.Tests.Compilation;

/// <summary>The pass is checked in float64: over whole ticks its graph must give what the graph as defined gives over CNY, up to the rounding of prices.</summary>
public sealed class LowerPricesTests(MarketInTicks market) : IClassFixture<MarketInTicks>
{
    private const double Rounding = 1e-9;

    private static readonly CompileOptions s_single = new() { Precision = Precision.Single };

    public static TheoryData<string> Factors => [.. FactorCatalogue.All.Select(factor => factor.Id)];

    [Theory, MemberData(nameof(Factors))]
    public void LowerPrices_OfAFactor_GivesItsValuesOverTicks(string id) => AssertSameOverTicks([FactorCatalogue.Find(id).Single()]);

    [Fact]
    public void LowerPrices_WhereUnitsMeet_MultipliesOut()
    {
        (string Text, Func<Day, Scalar> Value)[] values =
        [
            ("vwap less close", day => (day.Vwap - day.Close).Mean()),
            ("close squared less vwap squared", day => ((day.Close * day.Close) - (day.Vwap * day.Vwap)).Mean()),
            ("a price above a number", day => day.Volume.Where(day.Close > 20).Count()),
            ("root of a price", day => day.Close.Sqrt().Mean()),
            ("root of a product", day => (day.High * day.Low).Sqrt().Mean()),
            ("product of prices", day => (day.Close / 20).Product()),
            ("variance of prices", day => day.Close.Var(ddof: 1)),
            ("deviation over price", day => day.Close.Std(ddof: 0) / day.Close.Mean()),
            ("one over a price", day => (1 / day.Close).Sum()),
            ("price over volume", day => (day.Close / day.Volume).Where(day.Volume > 0).Max()),
            ("the smaller of a price and 0", day => Scalar.Minimum(day.Close.Last() - day.PreClose, 0)),
            ("the larger of a price and 15", day => Scalar.Maximum(day.LimitUp, 15)),
            ("price or vwap", day => (day.Close > day.Open).IfElse(day.Close, day.Vwap).Mean()),
            ("price or NaN", day => (day.Close > day.Open).IfElse(day.Close, day.Close * double.NaN).First()),
        ];

        foreach ((string text, Func<Day, Scalar> value) in values)
        {
            AssertSameOverTicks([new FactorDefinition { Id = text, Value = value }]);
        }
    }

    [Theory]
    [InlineData("return_var", 0)]
    [InlineData("intraday_maxdrawdown", 0)]
    [InlineData("trend_ratio", 0)]
    [InlineData("VP", 0)]
    [InlineData("true_range_ratio", 0)]
    public void LowerPrices_WhereTheTickCancels_LeavesItOut(string id, int expected)
    {
        FactorProgram program = FactorProgram.Compile(FactorCatalogue.Find(id), s_single);

        Assert.Equal(expected, program.Graph.Nodes.Count(node => node.Operator == Operators.Tick));
        Assert.DoesNotContain(program.Graph.Nodes, node => node.Operator == Operators.Field && BarFields.IsOnTicks(node.Field));
        Assert.Contains(program.Graph.Nodes, node => node.Operator == Operators.Ticks);
    }

    [Fact]
    public void LowerPrices_InDouble_ChangesNothing()
    {
        ExprGraph graph = ExprGraph.Concat(FactorCatalogue.All.Select(GraphBinder.Bind));

        Assert.Same(graph, new LowerPrices().Run(graph, new CompileOptions()));
    }

    [Fact]
    public void Compile_InSingle_OfFactorsThatNeedDouble_MakesTwoPartsInTheOrderOfTheWhole()
    {
        FactorDefinition[] factors = [.. FactorCatalogue.Find("VP", "return_var", "VR")];
        factors[1] = factors[1] with { NeedsDouble = "for the sake of a test" };

        FactorProgram program = FactorProgram.Compile(factors, s_single);

        Assert.Equal([Precision.Single, Precision.Double], program.Parts.Select(part => part.Program.Precision));
        Assert.Equal(["VP", "VR"], program.Parts[0].Program.Factors.Select(factor => factor.Id));
        Assert.Equal([[0, 2], [1]], program.Parts.Select(part => part.Rows.ToArray()));
        Assert.Equal(Precision.Single, program.Precision);
    }

    private void AssertSameOverTicks(IEnumerable<FactorDefinition> factors)
    {
        FactorProgram single = FactorProgram.Compile(factors.Select(factor => factor with { NeedsDouble = null }), s_single);
        DayTensor day = market.Day;
        double[] expected = [.. Enumerable.Range(0, day.Shape.S).Select(s => new StockDayEvaluation(day, s).Evaluate(single.Definitions[0])[0])];
        double range = SingleRule.InterquartileRange(expected);

        for (int s = 0; s < day.Shape.S; s++)
        {
            double actual = new StockDayEvaluation(market.Ticks, s).Evaluate(AsFields(single.Graph, day.Ticks[s]))[0];

            double allowed = Rounding * Math.Max(Math.Abs(expected[s]), range);
            Assert.True(ComparisonRule.AgreeWithin(actual, expected[s], allowed), $"{single.Factors[0].Id} of stock {s}: {actual:R} over ticks, {expected[s]:R} over CNY");
        }
    }

    /// <summary>The same graph with the sources of double precision, and the tick as a number.</summary>
    private static ExprGraph AsFields(ExprGraph graph, double tick) => graph.Rebuild((builder, node) => node.Operator.Name switch
    {
        "ticks" => builder.Field(node.Field, node.Sequence!),
        "day_ticks" => builder.DayValue(node.Field),
        "tick" => builder.Constant(tick),
        _ => node,
    });
}
