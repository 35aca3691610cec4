using System.Linq;
using BenchmarkDotNet.Attributes;
using FactorGpu.Bars;
using FactorGpu.Benchmarks.Suite;
using FactorGpu.Compilation;
using FactorGpu.Engines.Cpu;

namespace FactorGpu.Benchmarks;

/// <summary>What is paid before the first value: finding the valid bars of a day, compiling the 50 factors, and a new engine's first run, on 50 stocks?</summary>
public class Preparing : IMeasured
{
    private const int FewStocks = 50;

    private DayTensor _day = null!;
    private DayTensor _few = null!;
    private FactorProgram _program = null!;
    private double[] _values = [];

    [GlobalSetup]
    public void Setup()
    {
        _day = Market.Day(Market.Stocks);
        _few = Market.Day(FewStocks);
        _program = CompileProgram();
        _values = new double[_program.Factors.Length * FewStocks];
        ResultCheck.AgainstReference("cpu", _program, _few, FirstRunOfAnEngine());
    }

    /// <summary>As when bars arrive from outside: a tensor over the same memory that knows nothing yet.</summary>
    [Benchmark(Baseline = true)]
    public int FindValidBars()
    {
        var fresh = new DayTensor(_day.Date, _day.Stocks, [.. BarFields.All.Select(_day.FieldMemory)], _day.Auctions);
        int valid = 0;
        for (int s = 0; s < fresh.Shape.S; s++)
        {
            valid += fresh.ValidBars(s, BarRequirements.NumTrades).Count;
        }

        return valid;
    }

    [Benchmark]
    public FactorProgram CompileProgram() => FactorSets.Compile(FactorSets.Huatai50);

    [Benchmark]
    public double[] FirstRunOfAnEngine()
    {
        var engine = new CpuEngine(new CpuEngineOptions { Threads = 1 });
        engine.Run(_program, _few, _values);
        return _values;
    }

    Work IMeasured.WorkOf(string method) => method switch
    {
        nameof(FindValidBars) => new Work(Market.Stocks, (long)Market.Stocks * Work.TensorBytes),
        nameof(FirstRunOfAnEngine) => Work.OfProgram(FactorSets.Compile(FactorSets.Huatai50), FewStocks),
        _ => default,
    };
}
