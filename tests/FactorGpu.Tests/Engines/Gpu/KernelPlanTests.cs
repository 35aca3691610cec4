using System;
using System.Collections.Generic;
using System.Linq;
using FactorGpu.Compilation;
using FactorGpu.Engines.Gpu;
using FactorGpu.Engines.Gpu.Plans;
using FactorGpu.Errors;
using FactorGpu.Expressions;
using FactorGpu.Factors;
using Xunit;

namespace FactorGpu.Tests.Engines.Gpu;

public sealed class KernelPlanTests
{
    private const string Goldens = "tests/FactorGpu.Tests/Golden/kernels";

    public static MatrixTheoryData<int, int> WorkItemsAndBudgets => new([32, 64, 128, 256], [32 * 1024, 48 * 1024]);

    [Theory, InlineData("return_downward_var"), InlineData("VP_top33volume"), InlineData("intraday_maxdrawdown"), InlineData("mmt_ols_qrs"), InlineData("doc_kurt"), InlineData("VP_rank")]
    public void Plan_OfOneFactor_PrintsItsGoldenText(string id)
        => GoldenText.Compare($"{Goldens}/{id}.txt", Plan(FactorCatalogue.Find(id), new KernelPlanOptions()).ToString());

    [Fact]
    public void Plan_OfTheHuatai50_PrintsItsGoldenText()
        => GoldenText.Compare($"{Goldens}/huatai50.txt", Plan(FactorCatalogue.Huatai50, new KernelPlanOptions()).ToString());

    [Fact]
    public void Plan_OfANestedSequence_FormsItFromItsParent()
    {
        KernelPlan plan = Plan([Factor(day => day.Return.Sum().WhereBars(day.Volume > day.Volume.Mean()))], new KernelPlanOptions());

        GoldenText.Compare($"{Goldens}/nested.txt", plan.ToString());
    }

    [Theory, MemberData(nameof(WorkItemsAndBudgets))]
    public void Plan_OfAnyFactor_StaysInItsBudgetAndGivesEveryFactorOnce(int workItems, int localBytes)
    {
        var options = new KernelPlanOptions { WorkItems = workItems, LocalBytes = localBytes };

        foreach (FactorDefinition[] factors in FactorCatalogue.All.Select(factor => new[] { factor }).Append([.. FactorCatalogue.All]))
        {
            KernelPlan plan = Plan(factors, options);

            Assert.All(plan.Kernels, kernel => Assert.InRange(kernel.LocalBytes, 1, localBytes));
            Assert.Equal(Enumerable.Range(0, factors.Length), plan.Kernels.SelectMany(kernel => kernel.Steps[^1].Factors).Order());
        }
    }

    [Theory, InlineData(1), InlineData(7), InlineData(60)]
    public void Plan_OfFewReductionsAKernel_DoesEachOnceAndLeavesThemForLater(int mostReductions)
    {
        KernelPlan plan = Plan(FactorCatalogue.Huatai50, new KernelPlanOptions { MostReductions = mostReductions });

        Assert.All(plan.Kernels, kernel => Assert.InRange(kernel.Results.Length, 0, mostReductions));
        Reduction[] done = [.. plan.Kernels.SelectMany(kernel => kernel.Results)];
        KernelPlan one = Plan(FactorCatalogue.Huatai50, new KernelPlanOptions());
        Assert.Equal(one.Kernels.Single().Results.Select(reduction => reduction.Number).Order(), done.Select(reduction => reduction.Number).Order());
        Assert.NotEmpty(plan.Scratch);
        Assert.Equal(plan.Scratch.Distinct(), plan.Scratch);
    }

    [Fact]
    public void Plan_OfLessLocalMemoryThanOneStepNeeds_SaysHowMuchThatIs()
    {
        var error = Assert.Throws<DeviceException>(() => Plan(FactorCatalogue.Find("VP"), new KernelPlanOptions { LocalBytes = 500 }));

        Assert.Contains("500 bytes", error.Message, StringComparison.Ordinal);
        Assert.Contains("32 work-items", error.Message, StringComparison.Ordinal);
        Assert.Contains("one step alone needs 824 bytes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_OfAnotherGroupSize_IsRefusedWithThoseThereAre()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Plan(FactorCatalogue.Find("VP"), new KernelPlanOptions { WorkItems = 48 }));

        Assert.Contains("32, 64, 128 or 256", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_OfCountsAndEndsOfRuns_ReducesNothing()
    {
        KernelPlan plan = Plan([Factor(day => (day.Close.Lag(3).Between(new(10, 20)).Last() + day.Return.Count()) * day.Close.First())], new KernelPlanOptions());

        Reduction volumes = Assert.Single(plan.Graph.Reductions);
        Assert.Equal(Operators.Field, volumes.Series!.Operator);
    }

    private static FactorDefinition Factor(Func<Day, Scalar> value) => new() { Id = "x", Value = value };

    private static KernelPlan Plan(IEnumerable<FactorDefinition> factors, KernelPlanOptions options) => KernelPlanner.Plan(FactorProgram.Compile(factors), options);
}
