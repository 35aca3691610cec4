using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using FactorGpu.Bars;
using FactorGpu.Benchmarks.Suite;
using FactorGpu.Compilation;
using FactorGpu.Engines;

namespace FactorGpu.Benchmarks;

/// <summary>How does the cost grow with the days of a run? 50 factors of 5000 stocks, from bars in memory to values in memory.</summary>
public class DaysInARow : IMeasured
{
    private ImmutableArray<DayTensor> _days = [];
    private IFactorEngine _engine = null!;
    private FactorProgram _program = null!;
    private double[] _values = [];

    public static IEnumerable<EngineRow> Rows => EngineRow.Engines;

    [Params(1, 2, 5, 10, 20)]
    public int Days { get; set; }

    [ParamsSource(nameof(Rows))]
    public EngineRow Engine { get; set; } = null!;

    [GlobalSetup]
    public void Setup()
    {
        _days = Market.Days(Days);
        _engine = Engine.Make();
        _program = FactorSets.Compile(FactorSets.Huatai50);
        _values = new double[_program.Factors.Length * Market.Stocks * Days];
        Run();
        for (int d = 0; d < _days.Length; d++)
        {
            ResultCheck.AgainstReference(Engine.ToString(), _program, _days[d], ValuesOf(d));
        }
    }

    [Benchmark]
    public double[] Run()
    {
        for (int d = 0; d < _days.Length; d++)
        {
            _engine.Run(_program, _days[d], ValuesOf(d));
        }

        return _values;
    }

    Work IMeasured.WorkOf(string method) => Work.OfProgram(FactorSets.Compile(FactorSets.Huatai50), (long)Days * Market.Stocks);

    /// <summary>Values [K, S] of a day.</summary>
    private Span<double> ValuesOf(int d)
    {
        int length = _values.Length / _days.Length;
        return _values.AsSpan(d * length, length);
    }
}
