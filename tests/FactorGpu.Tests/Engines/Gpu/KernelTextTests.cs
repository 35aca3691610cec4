using System;
using System.Collections.Generic;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Engines.Gpu;
using FactorGpu.Engines.Gpu.Plans;
using FactorGpu.Engines.Gpu.Text;
using FactorGpu.Expressions;
using FactorGpu.Factors;
using Xunit;

namespace FactorGpu.Tests.Engines.Gpu;

public sealed class KernelTextTests
{
    private const string Goldens = "tests/FactorGpu.Tests/Golden/kernels";

    public static TheoryData<string> FactorIds => [.. FactorIdsOf(OpenClUnderTest.Factors)];

    [Theory, InlineData("return_downward_var"), InlineData("VP_top33volume")]
    public void OpenClText_OfAFactor_IsItsGoldenText(string id)
        => GoldenText.Compare($"{Goldens}/{id}.cl", KernelText.Print(Plan([FactorCatalogue.Get(id)], Precision.Double, new KernelPlanOptions()), KernelDialects.OpenCl));

    [Theory, InlineData("return_downward_var"), InlineData("VP_top33volume")]
    public void CudaText_OfAFactor_IsItsGoldenText(string id)
        => GoldenText.Compare($"{Goldens}/{id}.cu", KernelText.Print(Plan([FactorCatalogue.Get(id)], Precision.Double, new KernelPlanOptions()), KernelDialects.Cuda));

    [Fact]
    public void Explanation_OfAFactor_IsItsPlanAndItsText()
    {
        FactorProgram program = FactorProgram.Compile(FactorCatalogue.Find("return_downward_var"));
        KernelPlan plan = KernelPlanner.Plan(program, new KernelPlanOptions());

        string text = GpuExplanation.Print(program, new KernelPlanOptions(), GpuDeviceKind.Cuda);

        Assert.Equal($"{plan}\n{KernelText.Print(plan, KernelDialects.Cuda)}", text);
    }

    [Fact]
    public void Text_MadeTwice_IsTheSame()
    {
        string Make() => KernelText.Print(Plan(OpenClUnderTest.Factors, Precision.Double, new KernelPlanOptions()), KernelDialects.OpenCl);

        Assert.Equal(Make(), Make());
    }

    [Theory, MemberData(nameof(FactorIds))]
    public void CudaText_OfEveryFactor_Compiles(string id)
        => CudaCompilation.ToPtx(KernelText.Print(Plan([FactorCatalogue.Get(id)], Precision.Double, new KernelPlanOptions()), KernelDialects.Cuda));

    [Theory]
    [InlineData(Precision.Double, null, 32)]
    [InlineData(Precision.Double, null, 256)]
    [InlineData(Precision.Single, null, 64)]
    [InlineData(Precision.Single, Precision.Double, 128)]
    public void CudaText_OfAllFactors_Compiles(Precision precision, Precision? scalars, int workItems)
    {
        var options = new KernelPlanOptions { WorkItems = workItems, ScalarPrecision = scalars };

        string ptx = CudaCompilation.ToPtx(KernelText.Print(Plan(OpenClUnderTest.Factors, precision, options), KernelDialects.Cuda));

        Assert.Equal(precision == Precision.Double || scalars == Precision.Double, ptx.Contains(".f64", StringComparison.Ordinal));
        Assert.DoesNotContain("fma.", ptx, StringComparison.Ordinal);
    }

    private static IEnumerable<string> FactorIdsOf(IEnumerable<FactorDefinition> factors)
    {
        foreach (FactorDefinition factor in factors)
        {
            yield return factor.Id;
        }
    }

    /// <summary>The plan of the program, or of its part in the precision asked for.</summary>
    private static KernelPlan Plan(IEnumerable<FactorDefinition> factors, Precision precision, KernelPlanOptions options)
        => KernelPlanner.Plan(FactorProgram.Compile(factors, new CompileOptions { Precision = precision }).Parts[0].Program, options);
}
