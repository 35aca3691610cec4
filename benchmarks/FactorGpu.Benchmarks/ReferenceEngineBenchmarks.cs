using System;
using System.Linq;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Engines.Reference;
using FactorGpu.Factors;

namespace FactorGpu.Benchmarks;

/// <summary>What does the for-loop that the library replaces cost? Times are per stock-day, of one full-market day.</summary>
[MemoryDiagnoser]
[SimpleJob(RunStrategy.Monitoring, warmupCount: 1, iterationCount: 5)]
public class ReferenceEngineBenchmarks
{
    private const int Stocks = 5000;

    private readonly ReferenceEngine _engine = new();
    private DayTensor _day = null!;
    private FactorProgram _one = null!;
    private FactorProgram _huatai50 = null!;
    private double[] _values = [];

    [GlobalSetup]
    public void Setup()
    {
        _day = SampleMarket.Generate(new SampleOptions { Stocks = Stocks, Seed = 1 }, [new DateOnly(2024, 1, 2)]).Single();
        _one = FactorProgram.Compile(FactorCatalogue.Find("return_var"));
        _huatai50 = FactorProgram.Compile(FactorCatalogue.Huatai50);
        _values = new double[_huatai50.Factors.Length * Stocks];
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Stocks)]
    public double[] ReturnVar()
    {
        _engine.Run(_one, _day, _values.AsSpan(0, Stocks));
        return _values;
    }

    [Benchmark(OperationsPerInvoke = Stocks)]
    public double[] Huatai50()
    {
        _engine.Run(_huatai50, _day, _values);
        return _values;
    }
}
