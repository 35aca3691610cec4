using System;
using System.Linq;
using BenchmarkDotNet.Attributes;
using FactorGpu.Bars;

namespace FactorGpu.Benchmarks;

/// <summary>What it takes to bring a full-market day into the other precision: 5000 stocks, of which 500 funds.</summary>
public class NarrowingBenchmarks
{
    private readonly DayTensor _day = SampleMarket.Generate(new SampleOptions { Stocks = 5000, Funds = 500 }, [new DateOnly(2024, 1, 2)]).Single();

    /// <summary>Finding the tick of every stock, from seven prices.</summary>
    [Benchmark(Baseline = true)]
    public double Ticks() => SingleBars.Of(_day).Ticks[^1];

    /// <summary>The same, and all eleven fields in float32.</summary>
    [Benchmark]
    public int TicksAndAllFields()
    {
        SingleBars bars = SingleBars.Of(_day);
        return BarFields.All.Sum(field => bars.Field(field).Length);
    }

    /// <summary>One field of prices back in float64.</summary>
    [Benchmark]
    public int WidenOneField() => _day.Single.Widen(BarField.Close).Length;
}
