using System;
using System.Collections.Generic;
using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Engines.Cpu;
using FactorGpu.Engines.Cpu.Lanes;
using FactorGpu.Engines.Reference;
using FactorGpu.Expressions;
using FactorGpu.Factors;
using FactorGpu.Tests.Compilation;
using FactorGpu.Verification;
using Xunit;

namespace FactorGpu.Tests.Engines.Cpu;

public sealed class CpuEngineTests
{
    public static MatrixTheoryData<int, Precision> SeedsAndPrecisions => new(Enumerable.Range(1, 60), Enum.GetValues<Precision>());

    public static MatrixTheoryData<Precision, string> PrecisionsAndChoices => new(Enum.GetValues<Precision>(), [nameof(SweepChoice.Never), nameof(SweepChoice.Always)]);

    public static TheoryData<Precision> Precisions => [.. Enum.GetValues<Precision>()];

    [Theory, MemberData(nameof(SeedsAndPrecisions))]
    public void Run_OfRandomDefinitions_GivesTheBitsOfTheReferenceSummingInLanes(int seed, Precision precision)
    {
        DayTensor day = GoldenDay.Read(seed % 2 == 0 ? "synthetic" : "hard").Day;
        FactorProgram program = Compile(RandomDefinitions.Make(seed, count: 12), precision);

        double[] actual = Run(program, day, new CpuEngineOptions());

        BitAssert.Same(LaneOrderedReference.Run(program, day), actual, $"seed {seed}");
    }

    [Theory, MemberData(nameof(Precisions))]
    public void Run_OfASampleMarket_GivesTheBitsOfTheReferenceSummingInLanes(Precision precision)
    {
        DayTensor day = Market(stocks: 50);
        FactorProgram program = Compile(FactorCatalogue.All, precision);

        double[] actual = Run(program, day, new CpuEngineOptions());

        BitAssert.Same(LaneOrderedReference.Run(program, day), actual, "sample market");
    }

    [Theory, MemberData(nameof(Precisions))]
    public void Run_OnAnyThreadsAndLanes_GivesTheSameBytes(Precision precision)
    {
        DayTensor day = Market(stocks: 133);
        FactorProgram program = Compile([.. FactorCatalogue.All, .. RandomDefinitions.Make(seed: 77, count: 40)], precision);
        double[] expected = Run(program, day, new CpuEngineOptions { Threads = 1, Lanes = LaneStrategy.Scalar });

        foreach (LaneStrategy lanes in Enum.GetValues<LaneStrategy>())
        {
            foreach (int threads in (int[])[1, 2, 7])
            {
                double[] actual = Run(program, day, new CpuEngineOptions { Threads = threads, Lanes = lanes });

                BitAssert.Same(expected, actual, $"{lanes} on {threads} threads");
            }
        }
    }

    [Fact]
    public void Run_OfASampleMarket_OnAnyLanes_AgreesWithTheReference()
    {
        DayTensor day = Market(stocks: 50);
        FactorProgram program = FactorProgram.Compile(FactorCatalogue.All);
        double[] expected = new double[program.Factors.Length * day.Shape.S];
        new ReferenceEngine().Run(program, day, expected);
        double[][] scales = new ToleranceScales(program).Of(day, TestContext.Current.CancellationToken);

        foreach (LaneStrategy lanes in Enum.GetValues<LaneStrategy>())
        {
            double[] actual = Run(program, day, new CpuEngineOptions { Lanes = lanes });

            for (int at = 0; at < actual.Length; at++)
            {
                FactorDefinition factor = program.Factors[at / day.Shape.S];
                FactorAssert.Agree(expected[at], actual[at], scales[at / day.Shape.S][at % day.Shape.S], $"{factor.Id} of stock {at % day.Shape.S}, {lanes}");
            }
        }
    }

    [Theory, InlineData(1), InlineData(15), InlineData(16), InlineData(17)]
    public void Run_OfAnyNumberOfStocks_WritesEveryValue(int stocks)
    {
        DayTensor all = Market(stocks: 50);
        FactorProgram program = FactorProgram.Compile(FactorCatalogue.Find("return_var", "volume_cv"));
        double[] whole = Run(program, all, new CpuEngineOptions { Threads = 1 });

        double[] part = Run(program, DayBuilder.Pick(all, [.. Enumerable.Range(0, stocks)]), new CpuEngineOptions { Threads = 2 });

        double[] expected = [.. whole[..stocks], .. whole[50..(50 + stocks)]];
        BitAssert.Same(expected, part, $"{stocks} stocks");
    }

    [Fact]
    public void Run_OfADayWithoutStocks_GivesNoValues()
    {
        var day = new DayTensor(new DateOnly(2024, 1, 2), new StockList([]), ReadOnlyMemory<double>.Empty, AuctionBars.None);

        Assert.Empty(Run(FactorProgram.Compile(FactorCatalogue.All), day, new CpuEngineOptions { Threads = 2 }));
    }

    [Fact]
    public void Run_IntoASpanOfAnotherLength_IsRefused()
        => Assert.Throws<ArgumentOutOfRangeException>(() => new CpuEngine(new CpuEngineOptions())
            .Run(FactorProgram.Compile(FactorCatalogue.Find("VP")), Market(stocks: 2), new double[3]));

    [Fact]
    public void Threads_OfComputeOptions_BelowZero_AreRefused()
        => Assert.Equal("Threads", Assert.Throws<ArgumentOutOfRangeException>(() => new ComputeOptions { Threads = -1 }).ParamName);

    [Theory, MemberData(nameof(PrecisionsAndChoices))]
    public void Run_ASecondTime_AllocatesNothingPerStockDay(Precision precision, string sweep)
    {
        DayTensor day = Market(stocks: 500);
        FactorProgram program = Compile(FactorCatalogue.All, precision);
        var engine = new CpuEngine(new CpuEngineOptions { Threads = 1, Sweep = Enum.Parse<SweepChoice>(sweep) });
        double[] values = new double[program.Factors.Length * day.Shape.S];
        engine.Run(program, day, values);

        long allocated = long.MaxValue;
        for (int run = 0; run < 3; run++)
        {
            // The least of three runs: other tests' collections can charge a thread for more than it asked for.
            long before = GC.GetAllocatedBytesForCurrentThread();
            engine.Run(program, day, values);
            allocated = Math.Min(allocated, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        // What a run itself needs (pins, a counter); a byte per stock-day would be 500.
        Assert.InRange(allocated, 0, 4000);
    }

    [Fact]
    public void Run_OfAnotherProgramAndBack_GivesTheSameBytes()
    {
        DayTensor day = Market(stocks: 20);
        FactorProgram all = FactorProgram.Compile(FactorCatalogue.All);
        var engine = new CpuEngine(new CpuEngineOptions { Threads = 2 });
        double[] first = new double[all.Factors.Length * day.Shape.S];
        double[] second = new double[first.Length];

        engine.Run(all, day, first);
        engine.Run(FactorProgram.Compile(FactorCatalogue.Find("VP")), day, new double[day.Shape.S]);
        engine.Run(all, day, second);

        BitAssert.Same(first, second, "the second run");
    }

    /// <summary>Compiles all factors in one precision, those too that need double: here the engine is held to its bits, not factors to their bounds.</summary>
    private static FactorProgram Compile(IEnumerable<FactorDefinition> factors, Precision precision)
        => FactorProgram.Compile(factors.Select(factor => factor with { NeedsDouble = null }), new CompileOptions { Precision = precision });

    private static DayTensor Market(int stocks)
        => SampleMarket.Generate(new SampleOptions { Stocks = stocks, Funds = stocks / 5, Seed = 3 }, [new DateOnly(2024, 1, 2)]).Single();

    private static double[] Run(FactorProgram program, DayTensor day, CpuEngineOptions options)
    {
        double[] values = new double[program.Factors.Length * day.Shape.S];
        Array.Fill(values, double.PositiveInfinity);
        new CpuEngine(options).Run(program, day, values);
        return values;
    }
}
