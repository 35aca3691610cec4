using System;
using System.Collections.Generic;
using System.Collections.Immutable;
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

    private static readonly ImmutableArray<FactorDefinition> s_windowsAndOrders =
    [
        new() { Id = "windows", Value = d => d.High.RollingCov(d.Low, 50, ddof: 1).Last() + d.Return.Where(d.Volume > 0).RollingSum(5).Log1p().Sum() },
        new() { Id = "orders", Value = d => d.Volume.Rank().Where(d.Volume.TopCount((d.Close.Count() + 9) / 10)).Sum() / d.Volume.CumsumBy(d.Close).GroupSum(d.Close).Sum() },
    ];

    public static TheoryData<string> FactorIds => [.. FactorIdsOf(FactorCatalogue.All)];

    [Theory, InlineData("return_downward_var"), InlineData("VP_top33volume")]
    public void OpenClText_OfAFactor_IsItsGoldenText(string id)
        => GoldenText.Compare($"{Goldens}/{id}.cl", KernelText.Print(Plan([FactorCatalogue.Get(id)], Precision.Double, new KernelPlanOptions()), KernelDialects.OpenCl));

    [Theory, InlineData("return_downward_var"), InlineData("VP_top33volume")]
    public void CudaText_OfAFactor_IsItsGoldenText(string id)
        => GoldenText.Compare($"{Goldens}/{id}.cu", KernelText.Print(Plan([FactorCatalogue.Get(id)], Precision.Double, new KernelPlanOptions()), KernelDialects.Cuda));

    [Fact]
    public void OpenClText_OfWindowsAndOrders_IsItsGoldenText()
        => GoldenText.Compare($"{Goldens}/windows_and_orders.cl", KernelText.Print(Plan(s_windowsAndOrders, Precision.Double, new KernelPlanOptions()), KernelDialects.OpenCl));

    [Fact]
    public void CudaText_OfWindowsAndOrders_InSingle_IsItsGoldenText()
        => GoldenText.Compare(
            $"{Goldens}/windows_and_orders.cu",
            KernelText.Print(Plan(s_windowsAndOrders, Precision.Single, new KernelPlanOptions { ScalarPrecision = Precision.Double, WorkItems = 128 }), KernelDialects.Cuda));

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
        string Make() => KernelText.Print(Plan(FactorCatalogue.All, Precision.Double, new KernelPlanOptions()), KernelDialects.OpenCl);

        Assert.Equal(Make(), Make());
    }

    [Theory, MemberData(nameof(FactorIds)), Trait("speed", "slow")]
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

        string ptx = CudaCompilation.ToPtx(KernelText.Print(Plan(FactorCatalogue.All, precision, options), KernelDialects.Cuda));

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
