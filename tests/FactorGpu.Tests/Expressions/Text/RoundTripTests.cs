using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Expressions;
using FactorGpu.Factors;
using FactorGpu.Tests.Compilation;
using Xunit;

namespace FactorGpu.Tests.Expressions.Text;

/// <summary>C# to text and back gives the same graph, node for node.</summary>
public sealed class RoundTripTests
{
    public static TheoryData<string> FactorIds => [.. FactorCatalogue.All.Select(factor => factor.Id)];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    [Theory, MemberData(nameof(FactorIds))]
    public void ToText_OfABuiltInFactor_ParsesBackToItsGraph(string id)
    {
        FactorDefinition factor = FactorCatalogue.Get(id);

        FactorDefinition parsed = Assert.Single(FactorDefinitions.Parse((factor with { Id = "my_" + id }).ToText()));

        AssertSame(factor, parsed);
        Assert.Equal((factor.Scope, factor.MinObservations, factor.NeedsDouble), (parsed.Scope, parsed.MinObservations, parsed.NeedsDouble));
        if (factor.ToleranceScaleFactor is { } scale)
        {
            AssertSame(scale, parsed.ToleranceScaleFactor!);
        }
        else
        {
            Assert.Equal(factor.ToleranceScale, parsed.ToleranceScale);
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void ToText_OfRandomDefinitions_ParsesBackToTheirGraphs(int seed)
    {
        FactorDefinition[] made = RandomDefinitions.Make(seed, count: 12);

        ImmutableArray<FactorDefinition> parsed = FactorDefinitions.Parse(string.Join('\n', made.Reverse().Select(factor => factor.ToText())));

        Dictionary<string, FactorDefinition> byId = parsed.ToDictionary(factor => factor.Id);
        Assert.Equal(made.Length, parsed.Length);
        Assert.All(made, factor => AssertSame(factor, byId[factor.Id]));
    }

    [Fact]
    public void ToText_OfWhatWasParsed_IsTheSameText()
    {
        foreach (FactorDefinition factor in FactorCatalogue.All)
        {
            string text = (factor with { Id = "my_factor" }).ToText();

            Assert.Equal(text, FactorDefinitions.Parse(text).Single().ToText());
        }
    }

    /// <summary>True to the bit of every constant: equal nodes of both graphs become one, and then the outputs must be one.</summary>
    private static void AssertSame(FactorDefinition expected, FactorDefinition actual)
    {
        ExprGraph graph = ExprGraph.Concat([GraphBinder.Bind(expected), GraphBinder.Bind(actual)]).Rebuild((_, node) => node);

        Assert.True(graph.Outputs[0].Node == graph.Outputs[1].Node, $"{expected.ToText()}\nparsed back is\n{actual.ToText()}");
    }
}
