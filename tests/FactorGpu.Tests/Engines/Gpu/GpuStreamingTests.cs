using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Engines.Gpu;
using FactorGpu.Engines.Gpu.Plans;
using FactorGpu.Errors;
using FactorGpu.Factors;
using Xunit;

namespace FactorGpu.Tests.Engines.Gpu;

/// <summary>Whatever the pieces, the days in flight and the devices: the same bytes.</summary>
public sealed class GpuStreamingTests
{
    private const int Stocks = 37;

    private static readonly ImmutableArray<DayTensor> s_days =
        [.. SampleMarket.Generate(new SampleOptions { Stocks = Stocks, Funds = 4, Seed = 3 }, [.. Enumerable.Range(2, 5).Select(day => new DateOnly(2024, 1, day))])];

    private static readonly FactorProgram s_program = FactorProgram.Compile(FactorCatalogue.Find("return_var", "VP_top33volume", "cumreturn_top30order", "true_range_ratio"));

    private static long PieceBytes(int stocks, KernelPlan plan)
    {
        var layout = new DayLayout(plan.Inputs, stocks);
        return layout.Bytes + layout.ScratchBytes(plan) + layout.ValuesBytes(plan);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void RunDays_WithAnyNumberOfDaysInFlight_GivesTheSameBytes(int inFlight)
    {
        var device = new DeviceWithFaults(OpenClUnderTest.Device());

        ImmutableArray<double[]> values = Run([device], new GpuEngineOptions { DaysInFlight = inFlight });

        AssertSame(Expected(), values);
        Assert.Equal(0, device.Open);
    }

    [Theory]
    [InlineData(1, 32)]
    [InlineData(8, 32)]
    [InlineData(36, 32)]
    [InlineData(8, 64)]
    [InlineData(8, 256)]
    public void RunDays_WithABudgetForFewStocks_StaysInsideIt_AndGivesTheSameBytes(int stocks, int workItems)
    {
        var plan = new KernelPlanOptions { WorkItems = workItems };
        var device = new DeviceWithFaults(OpenClUnderTest.Device());
        long budget = PieceBytes(stocks, Plan());

        ImmutableArray<double[]> values = Run([device], new GpuEngineOptions { Plan = plan, MemoryBytes = budget });

        AssertSame(Run([OpenClUnderTest.Device()], new GpuEngineOptions { Plan = plan, DaysInFlight = 1 }), values);
        Assert.InRange(device.PeakBytes, 1, budget);
    }

    [Fact]
    public void RunDays_OnADeviceOfLittleMemory_TakesFourFifthsOfIt()
    {
        long memory = PieceBytes(Stocks, Plan()) * 2;
        var device = new DeviceWithFaults(OpenClUnderTest.Device()) { SaidBytes = memory };

        AssertSame(Expected(), Run([device], new GpuEngineOptions()));

        Assert.InRange(device.PeakBytes, 1, memory / 10 * 8);
    }

    [Theory]
    [InlineData(Stocks, 5)]
    [InlineData(Stocks / 2, 15)]
    [InlineData(9, 25)]
    public void RunDays_WhenMemoryRunsOut_TakesLessAtATime_AndGivesTheSameBytes(int stocks, int leastLaunches)
    {
        var device = new DeviceWithFaults(OpenClUnderTest.Device()) { MemoryBytes = PieceBytes(stocks, Plan()) };

        ImmutableArray<double[]> values = Run([device], new GpuEngineOptions());

        AssertSame(Expected(), values);
        Assert.InRange(device.Launches, leastLaunches * Plan().Kernels.Length, int.MaxValue);
        Assert.Equal(0, device.Open);
    }

    [Fact]
    public void RunDays_WithoutMemoryForOneStock_SaysSo()
    {
        var device = new DeviceWithFaults(OpenClUnderTest.Device()) { MemoryBytes = 64 };

        var thrown = Assert.Throws<DeviceException>(() => Run([device], new GpuEngineOptions()));

        Assert.True(thrown.IsOutOfMemory);
        Assert.Equal(0, device.Open);
    }

    [Fact]
    public void RunDays_OnSeveralDevices_SharesTheDays_AndGivesTheSameBytes()
    {
        using var all = new Barrier(3);
        DeviceWithFaults[] devices =
            [.. Enumerable.Range(0, 3).Select(_ => new DeviceWithFaults(OpenClUnderTest.Device()) { OnFirstLaunch = () => Assert.True(all.SignalAndWait(TimeSpan.FromMinutes(1))) })];
        long budget = PieceBytes(4, Plan());

        ImmutableArray<double[]> values = Run([.. devices], new GpuEngineOptions { MemoryBytes = budget });

        AssertSame(Expected(), values);
        Assert.Equal(s_days.Length * 10 * Plan().Kernels.Length, devices.Sum(device => device.Launches));
        Assert.All(devices, device => Assert.InRange(device.Launches, 1, int.MaxValue));
    }

    [Fact]
    public void RunDays_WhenADeviceFails_ThrowsWhatItSaid_AndLeavesNothingOpen()
    {
        using var all = new Barrier(2);
        DeviceWithFaults[] devices =
        [
            .. ((int[])[int.MaxValue, 0]).Select(lastLaunch => new DeviceWithFaults(OpenClUnderTest.Device())
            {
                LastLaunch = lastLaunch,
                OnFirstLaunch = () => Assert.True(all.SignalAndWait(TimeSpan.FromMinutes(1))),
            }),
        ];

        var thrown = Assert.Throws<DeviceException>(() => Run([.. devices], new GpuEngineOptions { MemoryBytes = PieceBytes(2, Plan()) }));

        Assert.Contains("as it was told to", thrown.Message, StringComparison.Ordinal);
        Assert.All(devices, device => Assert.Equal(0, device.Open));
    }

    [Fact]
    public void RunDays_Cancelled_EndsBetweenPieces()
    {
        using var cancelled = new CancellationTokenSource();
        var done = new List<int>();
        using var engine = new GpuEngine([OpenClUnderTest.Device()], new GpuEngineOptions { DaysInFlight = 1 });

        Assert.Throws<OperationCanceledException>(() => engine.RunDays(
            s_program,
            s_days,
            Results(),
            day =>
            {
                done.Add(day);
                cancelled.Cancel();
            },
            cancelled.Token));

        Assert.Equal([0], done);
    }

    [Fact]
    public void RunDays_TellsEveryDayOnce_EmptyOnesToo()
    {
        DayTensor empty = s_days[0].OfStocks(0, 0);
        ImmutableArray<DayTensor> days = [empty, s_days[1], empty];
        var done = new List<int>();
        using var engine = new GpuEngine([OpenClUnderTest.Device()], new GpuEngineOptions());

        engine.RunDays(s_program, days, [[], new double[s_program.Factors.Length * Stocks], []], done.Add, CancellationToken.None);

        Assert.Equal([0, 1, 2], done.Order());
    }

    [Fact]
    public void Run_OfTwoProgramsInTurn_GivesEachItsOwn()
    {
        FactorProgram other = FactorProgram.Compile(FactorCatalogue.Find("VP"));
        using var engine = new GpuEngine([OpenClUnderTest.Device()], new GpuEngineOptions());
        double[] first = new double[s_program.Factors.Length * Stocks];
        double[] second = new double[Stocks];
        double[] again = new double[first.Length];

        engine.Run(s_program, s_days[0], first);
        engine.Run(other, s_days[0], second);
        engine.Run(s_program, s_days[0], again);

        Assert.Equal(Bits(first), Bits(again));
        Assert.NotEqual(Bits(first)[..Stocks], Bits(second));
    }

    private static KernelPlan Plan()
    {
        using var program = new GpuProgram(OpenClUnderTest.Device(), s_program, new GpuEngineOptions().Plan);
        return program.Plan;
    }

    private static ImmutableArray<double[]> Expected() => Run([OpenClUnderTest.Device()], new GpuEngineOptions { DaysInFlight = 1 });

    private static ImmutableArray<double[]> Run(ImmutableArray<IGpuDevice> devices, GpuEngineOptions options)
    {
        using var engine = new GpuEngine(devices, options);
        ImmutableArray<double[]> values = Results();
        engine.RunDays(s_program, s_days, values, _ => { }, CancellationToken.None);
        return values;
    }

    private static ImmutableArray<double[]> Results()
    {
        ImmutableArray<double[]> values = [.. s_days.Select(day => new double[s_program.Factors.Length * day.Shape.S])];
        foreach (double[] day in values)
        {
            Array.Fill(day, double.PositiveInfinity);
        }

        return values;
    }

    private static void AssertSame(ImmutableArray<double[]> expected, ImmutableArray<double[]> actual)
    {
        for (int d = 0; d < expected.Length; d++)
        {
            Assert.Equal(Bits(expected[d]), Bits(actual[d]));
        }
    }

    private static long[] Bits(double[] values) => Array.ConvertAll(values, BitConverter.DoubleToInt64Bits);
}
