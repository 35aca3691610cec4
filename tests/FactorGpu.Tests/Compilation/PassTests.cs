using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Engines.Reference;
using FactorGpu.Errors;
using FactorGpu.Expressions;
using FactorGpu.Factors;
using Xunit;

namespace FactorGpu.Tests.Compilation;

public sealed class PassTests
{
    private const string Goldens = "tests/FactorGpu.Tests/Golden/programs";

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    [Theory, MemberData(nameof(Seeds))]
    public void EveryPass_OnRandomDefinitions_KeepsEveryBit(int seed)
    {
        DayTensor day = GoldenDay.Read(seed % 2 == 0 ? "synthetic" : "hard").Day;
        ExprGraph graph = ExprGraph.Concat(RandomDefinitions.Make(seed, count: 12).Select(GraphBinder.Bind));
        long[] expected = Bits(graph, day);

        foreach (IGraphPass pass in PassPipeline.Passes)
        {
            graph = PassPipeline.Run(graph, [pass], new CompileOptions());

            Assert.True(expected.AsSpan().SequenceEqual(Bits(graph, day)), $"{pass.Name} changed a value; seed {seed}.");
        }
    }

    [Fact]
    public void EveryPass_RunTwice_ChangesNothingMore()
    {
        ExprGraph once = FactorProgram.Compile(FactorCatalogue.All).Graph;

        ExprGraph twice = PassPipeline.Run(once, new CompileOptions());

        Assert.Equal(GraphPrinter.Print(once), GraphPrinter.Print(twice));
    }

    [Fact]
    public void EveryPass_OnOneSmallProgram_GivesItsGoldenText()
    {
        var text = new StringBuilder();

        FactorProgram program = FactorProgram.Compile(FactorCatalogue.Find("VP", "return_var"), new CompileOptions { OnPass = report => text.Append(report) });

        GoldenText.Compare($"{Goldens}/passes.txt", text.Append(program).ToString());
    }

    [Fact]
    public void ShareSubexpressions_AcrossFactors_MakesEqualNodesOne()
    {
        ExprGraph apart = ExprGraph.Concat(FactorCatalogue.Find("return_var", "return_skewness").Select(GraphBinder.Bind));

        ExprGraph shared = new ShareSubexpressions().Run(apart, new CompileOptions());

        Assert.Equal(2, Count(apart, Operators.Lag));
        Assert.Equal(1, Count(shared, Operators.Lag));
    }

    [Fact]
    public void ShareSubexpressions_OfTwoSequences_KeepsThemApart()
    {
        FactorProgram program = FactorProgram.Compile(FactorCatalogue.Find("return_var", "amount_outorder_avg_ratio"));

        Assert.Equal(2, Count(program.Graph, Operators.Lag));
        Assert.Equal(2, program.Sequences.Length);
    }

    [Fact]
    public void LowerStatistics_LeavesNoStatistic_AndSharesTheirMoments()
    {
        FactorProgram program = FactorProgram.Compile(FactorCatalogue.Find("return_var", "return_skewness", "return_kurtosis"));
        OperatorDescriptor[] statistics = [Operators.Mean, Operators.Var, Operators.Std, Operators.Skew, Operators.Kurt, Operators.Corr];

        Assert.All(statistics, op => Assert.Equal(0, Count(program.Graph, op)));
        Assert.Equal(1, Count(program.Graph, Operators.IsConstant));
    }

    [Fact]
    public void RestrictPresence_OfTwoFields_LeavesNoPairing()
    {
        FactorProgram program = FactorProgram.Compile(FactorCatalogue.Find("VP"));

        Assert.Equal(0, Count(program.Graph, Operators.Where));
        Assert.Equal(0, Count(program.Graph, Operators.Present));
    }

    [Fact]
    public void RestrictPresence_OfASlice_GivesTheSliceOtherFactorsSum()
    {
        FactorProgram program = FactorProgram.Compile(FactorCatalogue.Find("VP_last30min", "volume_last30min_ratio"));

        Assert.Single(program.Graph.Nodes, node => node.Operator == Operators.Between && node.Operands[0].Field == BarField.Volume);
    }

    [Fact]
    public void SharePresence_OfTwoFields_CountsOnce()
    {
        FactorProgram program = FactorProgram.Compile(FactorCatalogue.Find("VP", "volume_cv", "return_intraday"));

        Assert.Equal(1, Count(program.Graph, Operators.Count));
    }

    [Fact]
    public void Rebuild_OfASharedGraph_TakesEachNodeOnce()
    {
        Series x = Day.Instance.Close;
        for (int doubling = 0; doubling < 200; doubling++)
        {
            x += x;
        }

        FactorProgram program = FactorProgram.Compile([new FactorDefinition { Id = "shared", Value = _ => x.Mean() }]);

        Assert.InRange(program.Steps.Length, 200, 230);
    }

    [Fact]
    public void GraphVerifier_OfABrokenGraph_NamesThePassTheNodeAndTheRule()
    {
        ExprGraph sound = FactorProgram.Compile(FactorCatalogue.Find("VP")).Graph;
        (IGraphPass Pass, string Says)[] broken =
        [
            (new Breaking(builder => builder.Apply(Operators.Sum, builder.Constant(1))), "broken sum: its operand 0 is a Scalar"),
            (new Breaking(builder => builder.Apply(Operators.Lag, Volume(builder))), "broken lag: it takes 1 attributes and has 0"),
            (new Breaking(builder => builder.Apply(Operators.Add, builder.Constant(1))), "broken add: it takes 2 operands and has 1"),
            (new Breaking(Volume), "broken field: the output VP is not a scalar"),
            (new Breaking(builder => builder.Apply(Operators.Factor)), "broken factor: it belongs to definitions only"),
        ];

        foreach ((IGraphPass pass, string says) in broken)
        {
            var thrown = Assert.Throws<FactorGpuException>(() => PassPipeline.Run(sound, [pass], new CompileOptions()));

            Assert.Contains($"After breaking the graph has a {says}", thrown.Message, StringComparison.Ordinal);
        }
    }

    private static ExprNode Volume(GraphBuilder builder) => builder.Field(BarField.Volume, builder.Sequence(BarScope.All, BarRequirements.None));

    private static int Count(ExprGraph graph, OperatorDescriptor op) => graph.Nodes.Count(node => node.Operator == op);

    private static long[] Bits(ExprGraph graph, DayTensor day)
    {
        IEnumerable<double> values = Enumerable.Range(0, day.Shape.S).SelectMany(s => new StockDayEvaluation(day, s).Evaluate(graph));
        return [.. values.Select(value => double.IsNaN(value) ? long.MinValue + 1 : BitConverter.DoubleToInt64Bits(value))];
    }

    /// <summary>Puts what it is told in the place of every output.</summary>
    private sealed class Breaking(Func<GraphBuilder, ExprNode> wrong) : IGraphPass
    {
        public string Name => "breaking";

        public ExprGraph Run(ExprGraph graph, CompileOptions options)
            => new([new GraphOutput(graph.Outputs[0].FactorId, wrong(new GraphBuilder()))]);
    }
}
