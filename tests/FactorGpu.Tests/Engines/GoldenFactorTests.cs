using System.Linq;
using FactorGpu.Expressions;
using Xunit;

namespace FactorGpu.Tests.Engines;

public sealed class GoldenFactorTests(CataloguePrograms catalogue) : IClassFixture<CataloguePrograms>
{
    [Theory, MemberData(nameof(EngineUnderTest.All), MemberType = typeof(EngineUnderTest))]
    public void AllFactors_OnTheGoldenDays_AgreeWithTheirExpectedValues(EngineUnderTest engine)
    {
        GoldenDay[] days = [.. GoldenDay.Names.Select(GoldenDay.Read)];

        double[][] values = engine.RunDays(catalogue.All, [.. days.Select(golden => golden.Day)]);

        Assert.All(days.Zip(values), day => AssertExpected(day.First, day.Second));
    }

    private void AssertExpected(GoldenDay golden, double[] values)
    {
        for (int k = 0; k < catalogue.All.Factors.Length; k++)
        {
            FactorDefinition factor = catalogue.All.Factors[k];
            for (int s = 0; s < golden.Day.Stocks.Count; s++)
            {
                string stock = golden.Day.Stocks.Codes[s];
                double actual = values[(k * golden.Day.Stocks.Count) + s];
                double scale = GoldenTolerance.Scale(factor, id => golden.Expected[stock, id]);
                FactorAssert.Agree(golden.Expected[stock, factor.Id], actual, scale, $"{factor.Id} of {stock} ({golden.Name})");
            }
        }
    }
}
