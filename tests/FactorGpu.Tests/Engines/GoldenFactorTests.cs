using FactorGpu.Compilation;
using FactorGpu.Expressions;
using FactorGpu.Factors;
using Xunit;

namespace FactorGpu.Tests.Engines;

public sealed class GoldenFactorTests
{
    public static MatrixTheoryData<EngineUnderTest, string> EveryEngineAndDay => new(EngineUnderTest.Every, GoldenDay.Names);

    [Theory, MemberData(nameof(EveryEngineAndDay))]
    public void AllFactors_OnAGoldenDay_AgreesWithItsExpectedValues(EngineUnderTest engine, string name)
    {
        GoldenDay golden = GoldenDay.Read(name);
        FactorProgram program = FactorProgram.Compile(FactorCatalogue.All);

        double[] values = engine.Run(program, golden.Day);

        for (int k = 0; k < program.Factors.Length; k++)
        {
            FactorDefinition factor = program.Factors[k];
            for (int s = 0; s < golden.Day.Stocks.Count; s++)
            {
                string stock = golden.Day.Stocks.Codes[s];
                double actual = values[(k * golden.Day.Stocks.Count) + s];
                double scale = GoldenTolerance.Scale(factor, id => golden.Expected[stock, id]);
                FactorAssert.Agree(golden.Expected[stock, factor.Id], actual, scale, $"{factor.Id} of {stock} ({name})");
            }
        }
    }
}
