using System;
using System.IO;
using System.Linq;
using BenchmarkDotNet.Attributes;
using FactorGpu.Bars;
using FactorGpu.Benchmarks.Suite;

namespace FactorGpu.Benchmarks;

/// <summary>What does it take to bring a full-market day into the other precision, on all cores?</summary>
public class OtherPrecision : IMeasured
{
    private const long FieldBytes = BarAxis.SlotCount * sizeof(double);

    private DayTensor _day = null!;

    [GlobalSetup]
    public void Setup()
    {
        _day = Market.Day(Market.Stocks);
        if (!_day.Field(BarField.Close).SequenceEqual(_day.Single.Widen(BarField.Close)))
        {
            throw new InvalidDataException("Closes on ticks are not the same bits after they were narrowed and widened.");
        }
    }

    /// <summary>Finding the tick of every stock, from four prices a minute and three a day.</summary>
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

    Work IMeasured.WorkOf(string method) => new(Market.Stocks, Market.Stocks * method switch
    {
        nameof(Ticks) => 4 * FieldBytes,
        nameof(TicksAndAllFields) => Work.TensorBytes,
        _ => FieldBytes,
    });
}
