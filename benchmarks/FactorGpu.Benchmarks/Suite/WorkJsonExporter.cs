using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using BenchmarkDotNet.Exporters.Json;
using BenchmarkDotNet.Reports;

namespace FactorGpu.Benchmarks.Suite;

/// <summary>BenchmarkDotNet's JSON, to which the library's version is added, and to each benchmark its work.</summary>
internal sealed class WorkJsonExporter() : JsonExporterBase(indentJson: true, excludeMeasurements: true)
{
    protected override IReadOnlyDictionary<string, object> GetDataToSerialize(Summary summary)
    {
        var data = new Dictionary<string, object>(base.GetDataToSerialize(summary))
        {
            ["FactorGpu"] = typeof(MinuteBars).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion,
            ["Benchmarks"] = summary.Reports.Select(WithWork),
        };
        return data;
    }

    private IReadOnlyDictionary<string, object> WithWork(BenchmarkReport report)
    {
        Work work = WorkOfCase.Of(report.BenchmarkCase);
        return new Dictionary<string, object>(GetDataToSerialize(report)) { ["StockDays"] = work.StockDays, ["Bytes"] = work.Bytes };
    }
}
