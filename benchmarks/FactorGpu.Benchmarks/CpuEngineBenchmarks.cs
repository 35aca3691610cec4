using System;
using System.Linq;
using BenchmarkDotNet.Attributes;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Engines.Cpu;
using FactorGpu.Factors;

namespace FactorGpu.Benchmarks;

/// <summary>What does the SIMD engine cost, on one thread and on all? Times are of one full-market day, resident in memory.</summary>
[MemoryDiagnoser]
public class CpuEngineBenchmarks
{
    private const int Stocks = 5000;

    private DayTensor _day = null!;
    private CpuEngine _engine = null!;
    private FactorProgram _program = null!;
    private double[] _values = [];

    /// <summary>1, or 0 for one per core.</summary>
    [Params(1, 0)]
    public int Threads { get; set; }

    [Params("thirty", "huatai50")]
    public string Factors { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        _day = SampleMarket.Generate(new SampleOptions { Stocks = Stocks, Seed = 1 }, [new DateOnly(2024, 1, 2)]).Single();
        _engine = new CpuEngine(new CpuEngineOptions { Threads = Threads });
        _program = FactorProgram.Compile(Factors == "thirty" ? FactorCatalogue.Find([.. Thirty.Factors]) : FactorCatalogue.Huatai50);
        _values = new double[_program.Factors.Length * Stocks];
    }

    [Benchmark]
    public double[] Day()
    {
        _engine.Run(_program, _day, _values);
        return _values;
    }
}
