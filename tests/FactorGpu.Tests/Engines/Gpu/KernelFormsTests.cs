using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Engines.Gpu;
using FactorGpu.Engines.Gpu.Plans;
using FactorGpu.Expressions;
using FactorGpu.Factors;
using Xunit;

namespace FactorGpu.Tests.Engines.Gpu;

public sealed class KernelFormsTests
{
    /// <summary>What passes write as other operators.</summary>
    private static readonly ImmutableArray<OperatorDescriptor> s_lowered =
    [
        Operators.Mean, Operators.Var, Operators.Std, Operators.Skew, Operators.Kurt, Operators.Corr, Operators.Cov, Operators.Quantile,
        Operators.RollingMean, Operators.RollingMax, Operators.RollingMin, Operators.RollingStd,
    ];

    [Theory, InlineData(Precision.Double), InlineData(Precision.Single)]
    public void Known_HoldsEveryOperatorOfTheCatalogue(Precision precision)
    {
        FactorProgram program = FactorProgram.Compile(FactorCatalogue.All, new CompileOptions { Precision = precision });

        Assert.All(program.Parts, part => Assert.Equal([], KernelForms.Known.Lacking(part.Program).Select(k => part.Program.Factors[k].Id)));
    }

    [Theory, MemberData(nameof(OperatorTableTests.OperatorNames), MemberType = typeof(OperatorTableTests))]
    public void Known_HoldsEveryOperatorThatReachesPrograms_OrItIsNamedHere(string name)
    {
        OperatorDescriptor op = Operators.All.Single(op => op.Name == name);
        bool isBound = op.Kind == OperatorKind.Binding;
        bool isLowered = s_lowered.Contains(op);

        Assert.Equal(!isBound && !isLowered && !KernelForms.CpuOnly.ContainsKey(name), KernelForms.Known.Has(op));
    }

    [Fact]
    public void Lacking_NamesTheFactorsThatAnOperatorIsIn_BeItUnderAConditionOfASequence()
    {
        FactorDefinition[] factors =
        [
            new() { Id = "plain", Value = day => day.Close.Sum() },
            new() { Id = "direct", Value = day => day.Close.Sqrt().Sum() },
            new() { Id = "nested", Value = day => day.Close.Sum().WhereBars(day.Volume.Sqrt() > 3) },
        ];
        FactorProgram program = FactorProgram.Compile(factors);

        ImmutableArray<int> lacking = new KernelForms(Operators.All.Where(op => op != Operators.Sqrt).Select(op => op.Name)).Lacking(program);

        Assert.Equal([1, 2], lacking);
    }

    [Fact]
    public void EveryFactorOfTheCatalogue_CanBePlanned()
    {
        foreach (FactorDefinition factor in FactorCatalogue.All)
        {
            FactorProgram program = FactorProgram.Compile([factor]);

            Assert.NotEmpty(KernelPlanner.Plan(program, new KernelPlanOptions()).Kernels);
        }
    }
}
