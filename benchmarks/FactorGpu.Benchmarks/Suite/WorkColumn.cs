using System;
using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace FactorGpu.Benchmarks.Suite;

/// <summary>A rate beside the time: work over the mean.</summary>
internal sealed class WorkColumn : IColumn
{
    private const double NanosecondsPerSecond = 1e9;

    private readonly Func<Work, double> _amount;
    private readonly string _format;

    private WorkColumn(string name, string legend, string format, Func<Work, double> amount)
    {
        ColumnName = name;
        Legend = legend;
        _format = format;
        _amount = amount;
    }

    public string Id => $"{nameof(WorkColumn)}.{ColumnName}";

    public string ColumnName { get; }

    public string Legend { get; }

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Custom;

    public int PriorityInCategory => 0;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Dimensionless;

    internal static WorkColumn StockDays { get; } = new("stock-days/s", "Stock-days in a second", "N0", work => work.StockDays);

    internal static WorkColumn Gigabytes { get; } = new("GB/s", "Bytes that the work cannot do without, in a second, 10^9", "F2", work => work.Bytes / 1e9);

    public bool IsAvailable(Summary summary) => true;

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase) => GetValue(summary, benchmarkCase, summary.Style);

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style)
        => summary[benchmarkCase]?.ResultStatistics is { } times
            ? (_amount(WorkOfCase.Of(benchmarkCase)) / (times.Mean / NanosecondsPerSecond)).ToString(_format, CultureInfo.InvariantCulture)
            : "NA";
}
