using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Engines.Cpu;
using FactorGpu.Engines.Cpu.Lanes;
using FactorGpu.Engines.Cpu.Plans;
using FactorGpu.Expressions;
using FactorGpu.Factors;
using FactorGpu.Tests.Compilation;
using Xunit;

namespace FactorGpu.Tests.Engines.Cpu;

/// <summary>Emitted code against the interpreter, bit by bit.</summary>
public sealed class SweepTests
{
    private static readonly LaneStrategy[] s_vectors = [LaneStrategy.Vector512, LaneStrategy.Vector256, LaneStrategy.Vector128];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    public static MatrixTheoryData<Precision, int> PrecisionsAndThreads => new(Enum.GetValues<Precision>(), [1, 2, 7]);

    [Theory, MemberData(nameof(Seeds))]
    public void Run_OfRandomDefinitions_GivesTheBytesOfTheInterpreter(int seed)
    {
        DayTensor day = seed % 3 == 0 ? Gapped(seed) : GoldenDay.Read(seed % 3 == 1 ? "synthetic" : "hard").Day;

        AssertSameBytes(RandomDefinitions.Make(seed, count: 12), day, $"seed {seed}");
    }

    [Theory, InlineData(1), InlineData(2)]
    public void Run_OfTheCatalogue_OnAnyGaps_GivesTheBytesOfTheInterpreter(int seed)
        => AssertSameBytes(FactorCatalogue.All, Gapped(seed), $"seed {seed}");

    [Theory, InlineData(1), InlineData(8), InlineData(9), InlineData(241), InlineData(100000)]
    public void LagAndLead_ByAnyNumberOfBars_GiveTheBytesOfTheInterpreter(int bars)
    {
        FactorDefinition[] factors =
        [
            new() { Id = "lag", Value = d => (d.Close - d.Close.Lag(bars)).Sum(), MinObservations = 0 },
            new() { Id = "lag of a lag", Value = d => (d.Close - d.Close.Lag(bars).Lag(bars).Lag(200)).Sum(), MinObservations = 0 },
            new() { Id = "lead of a lead", Value = d => d.Close.Lead(bars).Lead(bars).Lead(200).Min(), MinObservations = 0 },
            new() { Id = "lead", Value = d => (d.Close - d.Close.Lead(bars)).Lag(1).Max(), MinObservations = 0 },
        ];

        AssertSameBytes(factors, Gapped(seed: 5), $"{bars} bars away");
    }

    [Theory, MemberData(nameof(PrecisionsAndThreads))]
    public void Run_OnAnyNumberOfThreads_GivesTheBytesOfTheInterpreter(Precision precision, int threads)
    {
        DayTensor day = SampleMarket.Generate(new SampleOptions { Stocks = 133, Seed = 3 }, [new DateOnly(2024, 1, 2)]).Single();
        FactorProgram program = Compile([.. FactorCatalogue.All, .. RandomDefinitions.Make(seed: 77, count: 40)], precision);
        double[] expected = Run(program, day, new CpuEngineOptions { Threads = 1, Sweep = SweepChoice.Never });

        double[] actual = Run(program, day, new CpuEngineOptions { Threads = threads, Sweep = SweepChoice.Always });

        BitAssert.Same(expected, actual, $"{threads} threads");
    }

    [Fact]
    public async Task Code_OfAPlan_IsMadeWhenItPays_AndUsedFromThenOn()
    {
        var code = new CpuCode(Plan(), LaneStrategy.Vector256, SweepChoice.WhenItPays);

        code.Add(9_999);
        Assert.Null(code.Making);
        code.Add(1);
        await code.Making!;

        Assert.Null(code.Program);
        Assert.True(code.Update());
        Assert.NotNull(code.Program);
        Assert.False(code.Update());
    }

    [Fact]
    public void Code_ForLanesThatAreNoVectors_IsNeverMade()
        => Assert.Null(new CpuCode(Plan(), LaneStrategy.Scalar, SweepChoice.Always).Program);

    private static CpuPlan Plan() => CpuPlan.Make(FactorProgram.Compile(FactorCatalogue.Find("VP")).Graph, mergesRequirements: true);

    private static void AssertSameBytes(IEnumerable<FactorDefinition> factors, DayTensor day, string what)
    {
        foreach (Precision precision in Enum.GetValues<Precision>())
        {
            FactorProgram program = Compile(factors, precision);
            double[] expected = Run(program, day, new CpuEngineOptions { Threads = 1, Sweep = SweepChoice.Never });
            foreach (LaneStrategy lanes in s_vectors)
            {
                BitAssert.Same(expected, Run(program, day, new CpuEngineOptions { Threads = 1, Lanes = lanes, Sweep = SweepChoice.Always }), $"{what}, {precision}, {lanes}");
            }
        }
    }

    /// <summary>Compiles factors in one precision, those too that need double: here code is held to the bits of the interpreter, not factors to their bounds.</summary>
    private static FactorProgram Compile(IEnumerable<FactorDefinition> factors, Precision precision)
        => FactorProgram.Compile(factors.Select(factor => factor with { NeedsDouble = null }), new CompileOptions { Precision = precision });

    private static double[] Run(FactorProgram program, DayTensor day, CpuEngineOptions options)
    {
        double[] values = new double[program.Factors.Length * day.Shape.S];
        Array.Fill(values, double.PositiveInfinity);
        new CpuEngine(options).Run(program, day, values);
        return values;
    }

    /// <summary>Fourteen stocks: whole days, a run of neighbouring bars, bars missing at random, every second bar missing, none; some without trades or with odd prices.</summary>
    private static DayTensor Gapped(int seed)
    {
        var random = new Random(seed);
        Func<int, bool>[] isThere =
        [
            _ => true, _ => true, _ => true, _ => true, _ => true, t => t is >= 5 and < 200, t => t is >= 17 and < 18, _ => false,
            _ => random.Next(10) > 0, _ => random.Next(2) == 0, t => t % 2 == 0, t => t is < 238 or 241, _ => true, _ => true,
        ];
        ImmutableArray<string> codes = [.. isThere.Select((_, s) => $"{s:D6}.SZ")];
        double[] values = new double[BarFields.Count * codes.Length * BarAxis.SlotCount];
        Array.Fill(values, double.NaN);
        for (int s = 0; s < codes.Length; s++)
        {
            foreach (int t in Enumerable.Range(0, BarAxis.SlotCount).Where(isThere[s]))
            {
                foreach ((BarField field, double value) in Bar(random))
                {
                    values[((((int)field * codes.Length) + s) * BarAxis.SlotCount) + t] = value;
                }
            }
        }

        return new DayTensor(new DateOnly(2024, 1, 2), new StockList(codes), values, AuctionBars.None);
    }

    private static IEnumerable<(BarField Field, double Value)> Bar(Random random)
    {
        double price = 10 + (random.Next(-20, 20) * 0.01);
        double volume = random.Next(0, 6) * 100;
        yield return (BarField.Open, price + (random.Next(-3, 4) * 0.01));
        yield return (BarField.High, price + 0.05);
        yield return (BarField.Low, price - 0.05);
        yield return (BarField.Close, price);
        yield return (BarField.Volume, volume);
        yield return (BarField.Amount, volume * price);
        yield return (BarField.NumTrades, random.Next(0, 40) == 0 ? double.NaN : random.Next(0, 5));
        yield return (BarField.Vwap, random.Next(0, 40) == 0 ? double.NaN : price);
        yield return (BarField.PreClose, 10);
    }
}
