using System.Collections.Generic;
using BenchmarkDotNet.Attributes;
using FactorGpu.Bars;
using FactorGpu.Benchmarks.Suite;
using FactorGpu.Compilation;
using FactorGpu.Engines;

namespace FactorGpu.Benchmarks;

/// <summary>How does the cost of a day grow with its stocks? 50 factors, from bars in memory to values in memory.</summary>
public class StocksOfADay : IMeasured
{
    private DayTensor _day = null!;
    private IFactorEngine _engine = null!;
    private FactorProgram _program = null!;
    private double[] _values = [];

    public static IEnumerable<EngineRow> Rows => EngineRow.Engines;

    [Params(50, 200, 1000, 5000, 20000)]
    public int Stocks { get; set; }

    [ParamsSource(nameof(Rows))]
    public EngineRow Engine { get; set; } = null!;

    [GlobalSetup]
    public void Setup()
    {
        _day = Market.Day(Stocks);
        _engine = Engine.Make();
        _program = FactorSets.Compile(FactorSets.Huatai50);
        _values = new double[_program.Factors.Length * Stocks];
        ResultCheck.AgainstReference(Engine.ToString(), _program, _day, Day());
    }

    [Benchmark]
    public double[] Day()
    {
        _engine.Run(_program, _day, _values);
        return _values;
    }

    Work IMeasured.WorkOf(string method) => Work.OfProgram(FactorSets.Compile(FactorSets.Huatai50), Stocks);
}
