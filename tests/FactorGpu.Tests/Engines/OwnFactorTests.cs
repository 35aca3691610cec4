using System;
using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Compilation;
using FactorGpu.Expressions;
using FactorGpu.Factors;
using Xunit;

namespace FactorGpu.Tests.Engines;

/// <summary>A user's factor is a factor like any other.</summary>
public sealed class OwnFactorTests
{
    private const string Prefix = "my_";

    /// <summary>One or two of each section, with the operators that are dear: sorts, windows, groups, fits.</summary>
    private static readonly ImmutableArray<string> s_some =
        ["return_downward_var", "VP_top33volume", "amount_netin_top20order_ratio", "mmt_ols_beta_mean", "jump_var", "fz_tide_strong", "fz_morning_fog", "shape_skratio"];

    [Theory, MemberData(nameof(EngineUnderTest.All), MemberType = typeof(EngineUnderTest))]
    public void PrintedFactors_ReadUnderOtherNames_GiveTheSameBytes(EngineUnderTest engine)
    {
        ImmutableArray<FactorDefinition> factors = FactorCatalogue.Find(s_some);
        GoldenDay golden = GoldenDay.Read("synthetic");

        double[] expected = engine.Run(factors, golden.Day);
        double[] actual = engine.Run(Copies(factors), golden.Day);

        Assert.Equal(expected.Select(BitConverter.DoubleToInt64Bits), actual.Select(BitConverter.DoubleToInt64Bits));
    }

    [Fact]
    public void PrintedFactors_ReadUnderOtherNames_BecomeTheSameProgram()
    {
        string expected = FactorProgram.Compile(FactorCatalogue.All).ToString();

        string actual = FactorProgram.Compile(Copies(FactorCatalogue.All)).ToString();

        Assert.Equal(expected, actual.Replace($"  {Prefix}", "  ", StringComparison.Ordinal));
    }

    [Fact]
    public void PrintedFactors_BesideTheBuiltInOnes_CostNoStep()
    {
        FactorProgram alone = FactorProgram.Compile(FactorCatalogue.All);

        FactorProgram both = FactorProgram.Compile([.. FactorCatalogue.All, .. Copies(FactorCatalogue.All)]);

        Assert.Equal(alone.Graph.Nodes.Length, both.Graph.Nodes.Length);
        Assert.All(alone.Graph.Outputs.Index(), output => Assert.Same(both.Graph.Outputs[output.Index].Node, both.Graph.Outputs[output.Index + alone.Factors.Length].Node));
    }

    private static ImmutableArray<FactorDefinition> Copies(ImmutableArray<FactorDefinition> factors)
        => FactorDefinitions.Parse(string.Join('\n', factors.Select(factor => (factor with { Id = Prefix + factor.Id }).ToText())));
}
