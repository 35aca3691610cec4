using System;
using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Engines.Gpu;
using FactorGpu.Engines.Gpu.Plans;
using FactorGpu.Expressions;
using FactorGpu.Factors;
using FactorGpu.Tests.Compilation;
using FactorGpu.Tests.Engines.Cpu;
using Xunit;

namespace FactorGpu.Tests.Engines.Gpu;

public sealed class GpuEngineTests
{
    private static readonly ImmutableArray<KernelPlanOptions> s_groupsAndBudgets =
    [
        .. from workItems in (int[])[32, 64, 256]
           from localBytes in (int[])[32 * 1024, 48 * 1024]
           select new KernelPlanOptions { WorkItems = workItems, LocalBytes = localBytes },
    ];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    /// <summary>The factors without functions whose last bits a device's library decides.</summary>
    public static TheoryData<string> ExactFactors
        => [.. FactorCatalogue.All.Where(factor => FactorProgram.Compile([factor]).Steps.All(step => step.Node.Operator.Exactness != Exactness.Elementary)).Select(factor => factor.Id)];

    public static MatrixTheoryData<int, int> WorkItemsAndBudgets => new([32, 64, 256], [32 * 1024, 48 * 1024]);

    public static MatrixTheoryData<int, int> EveryGroupSize => new([32, 64, 128, 256], [12 * 1024, 32 * 1024]);

    [Theory, MemberData(nameof(Seeds))]
    public void Run_OfRandomDefinitions_GivesTheBitsOfTheReferenceSummingInItems(int seed)
    {
        DayTensor day = GoldenDay.Read(seed % 2 == 0 ? "synthetic" : "hard").Day;
        FactorProgram program = FactorProgram.Compile(RandomDefinitions.Make(seed, count: 6, hasFunctions: false));
        int W = 32 << (seed % 4);

        double[] actual = Run(program, day, new KernelPlanOptions { WorkItems = W });

        BitAssert.Same(ItemOrderedReference.Run(program, day, W), actual, $"seed {seed}, {W} work-items");
    }

    [Theory, MemberData(nameof(WorkItemsAndBudgets))]
    public void Run_OfTheHuatai50_OnAnyBudget_GivesTheBitsOfTheReferenceSummingInItems(int workItems, int localBytes)
    {
        DayTensor day = GoldenDay.Read("hard").Day;
        FactorProgram program = FactorProgram.Compile(FactorCatalogue.Huatai50);

        double[] actual = Run(program, day, new KernelPlanOptions { WorkItems = workItems, LocalBytes = localBytes });

        BitAssert.Same(ItemOrderedReference.Run(program, day, workItems), actual, $"{workItems} work-items, {localBytes} bytes");
    }

    [Theory, MemberData(nameof(ExactFactors)), Trait("speed", "slow")]
    public void Run_OfAFactorAlone_OnAnyBudget_GivesTheBitsOfTheReferenceSummingInItems(string id)
    {
        DayTensor day = GoldenDay.Read("hard").Day;
        FactorProgram program = FactorProgram.Compile(FactorCatalogue.Find(id));

        // Budgets that give the same plan are one case.
        foreach (KernelPlanOptions options in s_groupsAndBudgets.DistinctBy(options => KernelPlanner.Plan(program, options).ToString()))
        {
            double[] actual = Run(program, day, options);

            BitAssert.Same(ItemOrderedReference.Run(program, day, options.WorkItems), actual, $"{id}, {options.WorkItems} work-items, {options.LocalBytes} bytes");
        }
    }

    [Theory, MemberData(nameof(EveryGroupSize))]
    public void Run_OfWindowsAndOrders_GivesTheBitsOfTheReferenceSummingInItems(int workItems, int localBytes)
    {
        DayTensor day = GoldenDay.Read("hard").Day;
        FactorProgram program = FactorProgram.Compile(WindowsAndOrders.Definitions);

        double[] actual = Run(program, day, new KernelPlanOptions { WorkItems = workItems, LocalBytes = localBytes });

        BitAssert.Same(ItemOrderedReference.Run(program, day, workItems), actual, $"{workItems} work-items, {localBytes} bytes");
    }

    [Fact]
    public void Run_OfManyKernels_GivesTheBitsOfOne()
    {
        DayTensor day = GoldenDay.Read("hard").Day;
        FactorProgram program = FactorProgram.Compile(FactorCatalogue.Find("return_kurtosis", "VP_top33volume", "intraday_maxdrawdown", "doc_kurt", "VP_rank", "mmt_ols_qrs"));

        double[] actual = Run(program, day, new KernelPlanOptions { MostReductions = 3 });

        BitAssert.Same(Run(program, day, new KernelPlanOptions()), actual, "kernels of three reductions");
    }

    [Fact]
    public void Run_OfAnotherProgramAndBack_GivesTheSameBytes()
    {
        DayTensor day = GoldenDay.Read("synthetic").Day;
        FactorProgram program = FactorProgram.Compile(FactorCatalogue.Find("return_var"));
        FactorProgram other = FactorProgram.Compile(FactorCatalogue.Find("return_overnight", "tp_diff"));
        using GpuEngine engine = OpenClUnderTest.Engine(new KernelPlanOptions());
        double[] first = new double[day.Shape.S];
        double[] second = new double[day.Shape.S];

        engine.Run(program, day, first);
        engine.Run(other, day, new double[2 * day.Shape.S]);
        engine.Run(program, day, second);

        BitAssert.Same(first, second, "the second run");
    }

    [Fact]
    public void Run_OfADayWithoutStocks_GivesNoValues()
    {
        var day = new DayTensor(new DateOnly(2024, 1, 2), new StockList([]), ReadOnlyMemory<double>.Empty, AuctionBars.None);

        Assert.Empty(Run(FactorProgram.Compile(FactorCatalogue.Find("VP")), day, new KernelPlanOptions()));
    }

    /// <summary>Values [K, S]; every NaN is <see cref="double.NaN"/>.</summary>
    private static double[] Run(FactorProgram program, DayTensor day, KernelPlanOptions options)
    {
        double[] values = new double[program.Factors.Length * day.Shape.S];
        Array.Fill(values, double.PositiveInfinity);
        using GpuEngine engine = OpenClUnderTest.Engine(options);
        engine.Run(program, day, values);
        return [.. values.Select(value => double.IsNaN(value) ? double.NaN : value)];
    }
}
