using FactorGpu.Compilation;
using FactorGpu.Expressions;
using FactorGpu.Factors;
using FactorGpu.Results;

namespace FactorGpu.Tests.Readme;

/// <summary>The example of README.md, compiled; its two paths are parameters here.</summary>
internal static class ReadmeExample
{
    internal static void Run(string input, string output)
    {
        MinuteBars bars = MinuteBars.Read(input);
        var mine = new FactorDefinition
        {
            Id = "my_downside_var",
            Value = day => day.Return.Where(day.Return < 0).Var(ddof: 0),
        };
        FactorProgram program = FactorProgram.Compile([.. FactorCatalogue.Huatai50, mine]);
        FactorTable factors = bars.Compute(program);
        factors.Save(output);
    }
}
