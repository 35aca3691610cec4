using System;
using System.Collections.Generic;
using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Engines.Cpu;
using FactorGpu.Engines.Cpu.Lanes;
using FactorGpu.Expressions;
using FactorGpu.Factors;
using FactorGpu.Tests.Compilation;
using Xunit;

namespace FactorGpu.Tests.Engines.Cpu;

/// <summary>Numbers of bars around the groups, words and ends that the engine works in; keys that are hard to select by.</summary>
public sealed class CpuEngineShapeTests
{
    /// <summary>Many bars and few by turns, so that the memory of an engine holds what is no longer there.</summary>
    private static readonly int[] s_bars = [242, 0, 241, 1, 240, 2, 193, 7, 192, 8, 191, 9, 129, 63, 128, 64, 127, 65];

    /// <summary>The catalogue, and for each number of bars random definitions of its own, computed for all numbers of bars.</summary>
    [Fact]
    public void Run_OfAnyNumberOfBars_GivesTheBitsOfTheReferenceSummingInLanes()
    {
        DayTensor day = DayBuilder.Join([.. s_bars.Select(N => RandomDay(N, seed: N, key: random => random.Next(0, 4) * 100))]);
        IEnumerable<FactorDefinition> own = s_bars.SelectMany(N => RandomDefinitions.Make(seed: 1000 + N, count: 12).Select(factor => factor with { Id = $"{factor.Id}_{N}" }));

        AssertBitsOnAllLanes([.. FactorCatalogue.All, .. own], day, $"stock s of value k * {s_bars.Length} + s has {string.Join(", ", s_bars)} bars");
    }

    [Theory, InlineData(1), InlineData(7), InlineData(241), InlineData(242), InlineData(300), InlineData(100000)]
    public void LagAndLead_ByAnyNumberOfBars_GiveTheBitsOfTheReferenceSummingInLanes(int bars)
    {
        DayTensor day = RandomDay(N: 242, seed: bars, key: random => random.Next(0, 4) * 100);
        FactorDefinition[] factors =
        [
            new FactorDefinition { Id = "lag", Value = d => d.Close.Lag(bars).Sum(), MinObservations = 0 },
            new FactorDefinition { Id = "lead", Value = d => (d.Close - d.Close.Lead(bars)).Lag(1).Sum(), MinObservations = 0 },
        ];

        AssertBitsOnAllLanes(factors, day, $"{bars} bars away");
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void TopFraction_ByKeysOfAllMagnitudes_GivesTheBitsOfTheReference(int seed)
        => AssertSelections(RandomDay(N: 242, seed, key: random => Math.Pow(10, (random.NextDouble() * 600) - 300)));

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void TopFraction_ByNeighbouringKeys_GivesTheBitsOfTheReference(int seed)
        => AssertSelections(RandomDay(N: 242, seed, key: random => BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(1000) + random.Next(0, 30))));

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void TopFraction_ByKeysFarFromMostOthers_GivesTheBitsOfTheReference(int seed)
        => AssertSelections(RandomDay(N: 242, seed, key: random => random.Next(0, 20) == 0 ? 1e200 * random.NextDouble() : 100 + random.Next(0, 3)));

    [Theory, InlineData(1), InlineData(2)]
    public void TopFraction_ByEqualKeys_GivesTheBitsOfTheReference(int seed)
        => AssertSelections(RandomDay(N: 242, seed, key: _ => 500));

    private static void AssertSelections(DayTensor day)
    {
        IEnumerable<FactorDefinition> factors =
            from numerator in Enumerable.Range(1, 11)
            from sign in (int[])[1, -1]
            select new FactorDefinition
            {
                Id = $"{numerator} of 11 by {sign}",
                Value = d => (d.Close.Where((sign * d.Amount).TopFraction(numerator, 11)) * d.Open).Sum(),
                MinObservations = 0,
            };

        AssertBitsOnAllLanes([.. factors], day, "selections");
    }

    private static void AssertBitsOnAllLanes(FactorDefinition[] factors, DayTensor day, string what)
    {
        foreach (Precision precision in Enum.GetValues<Precision>())
        {
            FactorProgram program = FactorProgram.Compile(factors.Select(factor => factor with { NeedsDouble = null }), new CompileOptions { Precision = precision });
            double[] expected = LaneOrderedReference.Run(program, day);
            foreach (LaneStrategy lanes in Enum.GetValues<LaneStrategy>())
            {
                foreach (SweepChoice sweep in (SweepChoice[])[SweepChoice.Never, SweepChoice.Always])
                {
                    double[] actual = new double[expected.Length];
                    new CpuEngine(new CpuEngineOptions { Threads = 1, Lanes = lanes, Sweep = sweep }).Run(program, day, actual);

                    BitAssert.Same(expected, actual, $"{what}, {precision}, {lanes}, code {sweep}");
                }
            }
        }
    }

    /// <summary>One stock with N bars, at the first slots; volumes and amounts are keys.</summary>
    private static DayTensor RandomDay(int N, int seed, Func<Random, double> key)
    {
        var random = new Random(seed);
        double[] close = [.. Enumerable.Range(0, N).Select(_ => 10 + (random.Next(-20, 20) * 0.01))];
        return DayBuilder.Stock(
            close,
            open: [.. close.Select(price => price + (random.Next(-3, 4) * 0.01))],
            high: [.. close.Select(price => price + 0.05)],
            low: [.. close.Select(price => price - 0.05)],
            volume: [.. close.Select(_ => key(random))],
            amount: [.. close.Select(_ => key(random))],
            numTrades: [.. close.Select(_ => (double)random.Next(0, 5))],
            preClose: 10);
    }
}
