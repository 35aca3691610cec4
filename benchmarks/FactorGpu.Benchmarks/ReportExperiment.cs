using System.Collections.Generic;
using BenchmarkDotNet.Attributes;
using FactorGpu.Bars;
using FactorGpu.Benchmarks.Suite;
using FactorGpu.Compilation;
using FactorGpu.Engines;
using FactorGpu.Engines.Cpu;

namespace FactorGpu.Benchmarks;

/// <summary>What do the factors of one day cost as a for-loop (the baseline), as matrices, and on each engine; and of four times the stocks? The experiment of Huatai Securities (2023), from bars in memory to values in memory.</summary>
public class ReportExperiment : IMeasured
{
    private DayTensor _day = null!;
    private IFactorEngine _engine = null!;
    private FactorProgram _program = null!;
    private double[] _values = [];

    public static IEnumerable<EngineRow> Rows => [.. EngineRow.Before, .. EngineRow.Engines];

    [Params(FactorSets.Report22, FactorSets.Huatai50, Priority = 0)]
    public string Factors { get; set; } = FactorSets.Report22;

    [Params(Market.Stocks, 4 * Market.Stocks, Priority = 1)]
    public int Stocks { get; set; }

    [ParamsSource(nameof(Rows), Priority = 2)]
    public EngineRow Engine { get; set; } = null!;

    [GlobalSetup]
    public void Setup()
    {
        _day = Market.Day(Stocks);
        _engine = Engine.Make();
        _program = FactorSets.Compile(Factors);
        _values = new double[_program.Factors.Length * Stocks];
        double[] expected = new double[_values.Length];
        new CpuEngine(new CpuEngineOptions()).Run(_program, _day, expected);
        ResultCheck.AgainstReference("cpu", _program, _day, expected);
        ResultCheck.Same(Engine.ToString(), _program, _day, expected, Day());
    }

    [Benchmark]
    public double[] Day()
    {
        _engine.Run(_program, _day, _values);
        return _values;
    }

    Work IMeasured.WorkOf(string method) => Work.OfProgram(FactorSets.Compile(Factors), Stocks);
}
