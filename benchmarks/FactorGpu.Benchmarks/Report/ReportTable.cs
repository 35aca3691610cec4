using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text;

namespace FactorGpu.Benchmarks.Report;

/// <summary>The report's experiment as one Markdown table, with what it was measured on in the line above.</summary>
internal static class ReportTable
{
    private const string Nothing = "";

    internal static string Make(SuiteResults suite)
    {
        ImmutableArray<SuiteRow> rows = suite.Of(nameof(ReportExperiment));
        (string Factors, string Stocks)[] columns =
        [
            .. rows.Select(row => (Factors: row["Factors"], Stocks: row["Stocks"])).Distinct()
                .OrderByDescending(column => column.Factors, StringComparer.Ordinal)
                .ThenBy(column => int.Parse(column.Stocks, CultureInfo.InvariantCulture)),
        ];
        string[][] lines =
        [
            ["one day, ms (times faster than the for-loop)", .. columns.Select(column => $"{EngineOrder.FactorsIn(column.Factors)} factors, {column.Stocks} stocks")],
            [.. Enumerable.Repeat("---", columns.Length + 1)],
            .. EngineOrder.Of(suite, tool: null).Where(engine => rows.Any(row => row["Engine"] == engine))
                .Select(engine => (string[])[engine, .. columns.Select(column => Cell(rows, engine, column))]),
            .. Around(suite).Select(row => (string[])[row.What, .. columns.Select(column => Shown(row, column))]),
        ];
        var text = new StringBuilder($"{suite.Machine}; {suite.Versions}; {suite.Flags}. Medians.\n\n");
        foreach (string[] line in lines)
        {
            text.Append("| ").AppendJoin(" | ", line).Append(" |\n");
        }

        return text.ToString();
    }

    private static string Cell(ImmutableArray<SuiteRow> rows, string engine, (string Factors, string Stocks) column)
    {
        double? ms = Time(rows, engine, column);
        double? before = Time(rows, EngineRow.Before[0].ToString(), column);
        string times = before / ms is { } faster && engine != EngineRow.Before[0].ToString() ? $" ({Chart.Number(faster)})" : Nothing;
        return ms is { } known ? Chart.Number(known) + times : Nothing;
    }

    private static double? Time(ImmutableArray<SuiteRow> rows, string engine, (string Factors, string Stocks) column) => rows
        .Where(row => row["Engine"] == engine && (row["Factors"], row["Stocks"]) == column)
        .Select(row => (double?)row.MedianMs)
        .FirstOrDefault();

    /// <summary>What stands around the computing of a day of 5000 stocks.</summary>
    private static IEnumerable<(string What, string? Factors, double Ms)> Around(SuiteResults suite) =>
    [
        .. suite.Of(nameof(BarLoading)).Select(row => ($"reading the day, {row["Format"]}", (string?)null, row.MedianMs)),
        .. suite.Of(nameof(Preparing)).Where(row => row.Method == nameof(Preparing.FindValidBars)).Select(row => ("finding its valid bars", (string?)null, row.MedianMs)),
        .. suite.Of(nameof(ResultWriting)).Select(row => ($"exporting the results, {row["Format"]}", (string?)FactorSets.Huatai50, row.MedianMs)),
    ];

    private static string Shown((string What, string? Factors, double Ms) row, (string Factors, string Stocks) column)
        => column.Stocks == Market.Stocks.ToString(CultureInfo.InvariantCulture) && (row.Factors is null || row.Factors == column.Factors) ? Chart.Number(row.Ms) : Nothing;
}
