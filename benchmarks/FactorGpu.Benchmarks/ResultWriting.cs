using System;
using System.IO;
using System.Linq;
using BenchmarkDotNet.Attributes;
using FactorGpu.Benchmarks.Suite;
using FactorGpu.Compilation;
using FactorGpu.Results;

namespace FactorGpu.Benchmarks;

/// <summary>What does it cost to write the results of a day, 5000 stocks and 50 factors, to a file?</summary>
public class ResultWriting : IMeasured
{
    private const int Factors = 50;
    private const string Csv = "csv";

    private string _folder = "";
    private string _path = "";
    private FactorTable _table = null!;

    [Params(Csv, "arrow")]
    public string Format { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        _folder = Directory.CreateTempSubdirectory("factorgpu-").FullName;
        _path = Path.Combine(_folder, $"factors.{Format}");
        FactorProgram program = FactorSets.Compile(FactorSets.Huatai50);
        _table = MinuteBars.Of(Market.Day(Market.Stocks)).Compute(program);
        ResultCheck.AgainstReference("cpu", program, Market.Day(Market.Stocks), [.. Enumerable.Range(0, Factors).SelectMany(k => _table.Column(k).ToArray())]);
        Write();
        if (Format == Csv && File.ReadLines(_path).Count() != _table.Rows.Length + 1)
        {
            throw new InvalidOperationException($"The file has not a line for each of the {_table.Rows.Length} stock-days. Nothing is timed until it has.");
        }
    }

    [GlobalCleanup]
    public void Cleanup() => Directory.Delete(_folder, recursive: true);

    [Benchmark]
    public void Write() => _table.Save(_path);

    Work IMeasured.WorkOf(string method) => Work.OfTable(Factors, Market.Stocks);
}
