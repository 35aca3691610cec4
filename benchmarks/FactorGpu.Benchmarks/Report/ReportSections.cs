using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;

namespace FactorGpu.Benchmarks.Report;

/// <summary>The questions of the suite, each as a section with a chart and its numbers. A question of which the results have no row is left out.</summary>
internal sealed class ReportSections
{
    private const string LowerIsBetter = "ms, lower is better";

    private readonly SuiteResults _suite;
    private readonly ToolResults? _tool;
    private readonly ImmutableArray<string> _engines;

    internal ReportSections(SuiteResults suite, ToolResults? tool)
    {
        _suite = suite;
        _tool = tool;
        _engines = EngineOrder.Of(suite, tool);
    }

    internal IEnumerable<ReportSection> All() =>
    [
        .. Experiment(),
        .. Growth(nameof(StocksOfADay), "Cost against stocks", "stocks", "Stocks", "ms a day of 50 factors", "The dashed lines are proportional to the number of stocks."),
        .. Growth(nameof(DaysInARow), "Cost against days", "days", "Days", "ms for all days, 50 factors, 5000 stocks", "The dashed lines are proportional to the number of days."),
        .. ByCount(),
        .. Each(),
        .. Bars(nameof(BarLoading), "Reading a day", "Reading 5000 stocks from a file in the page cache to tensors whose valid bars are known.", row => row["Format"], isLog: true),
        .. Bars(nameof(Preparing), "Preparing a day", "What is paid before the first value: the valid bars of 5000 stocks, compiling 50 factors, and a new engine's first run, on 50 stocks.", row => Words(row.Method), isLog: false),
        .. Bars(nameof(ResultWriting), "Exporting the results of a day", "Writing 50 factors of 5000 stocks to a file.", row => row["Format"], isLog: false),
        .. Bars(nameof(Codecs), "Codecs", "One column of 5000 stocks, 9.68 MB, one thread.", row => $"{row["Codec"]}, {row["Field"]}, {Words(row.Method)}".ToLowerInvariant(), isLog: true),
    ];

    /// <summary>A chart for each set of factors and number of stocks.</summary>
    private IEnumerable<ReportSection> Experiment() => _suite.Of(nameof(ReportExperiment))
        .GroupBy(row => (Factors: row["Factors"], Stocks: row["Stocks"]))
        .OrderByDescending(group => group.Key.Factors, StringComparer.Ordinal)
        .ThenBy(group => int.Parse(group.Key.Stocks, CultureInfo.InvariantCulture))
        .Select(group =>
        {
            SuiteRow[] rows = [.. group.OrderBy(row => _engines.IndexOf(row["Engine"]))];
            string title = $"{EngineOrder.FactorsIn(group.Key.Factors)} factors, {group.Key.Stocks} stocks, one day";
            return new ReportSection(
                title,
                "From bars in memory to values in memory.",
                BarChart.Draw(title, LowerIsBetter, isLog: true, [.. rows.Select(row => new Bar(row["Engine"], row.MedianMs, Colour(row["Engine"])))], _suite.Of(nameof(ReportExperiment)).Select(row => row.MedianMs)),
                ["engine", "ms", "stock-days/s", "GB/s", $"times faster than {rows[0]["Engine"]}"],
                [.. rows.Select(row => (ImmutableArray<string>)[row["Engine"], .. Rates(row), Chart.Number(rows[0].MedianMs / row.MedianMs)])]);
        });

    private IEnumerable<ReportSection> Growth(string type, string title, string unit, string parameter, string yTitle, string words)
    {
        ImmutableArray<SuiteRow> rows = [.. _suite.Of(type).OrderBy(row => int.Parse(row[parameter], CultureInfo.InvariantCulture))];
        if (rows.IsEmpty)
        {
            return [];
        }

        IEnumerable<Series> lines = Lines(rows, row => row["Engine"], row => (double.Parse(row[parameter], CultureInfo.InvariantCulture), row.MedianMs));
        return
        [
            new ReportSection(
                title,
                words,
                LineChart.Draw(title, unit, yTitle, [.. lines]),
                [unit, "engine", "ms", "stock-days/s", "GB/s"],
                [.. rows.Select(row => (ImmutableArray<string>)[row[parameter], row["Engine"], .. Rates(row)])]),
        ];
    }

    private IEnumerable<ReportSection> ByCount()
    {
        ImmutableArray<ToolRow> rows = _tool?.ByCount() ?? [];
        return rows.IsEmpty ? [] :
        [
            new ReportSection(
                "Cost against factors",
                $"The first 1, 2, 4, ... of the 50 factors together. The dashed lines are proportional to the number of factors. {_tool!.Made}.",
                LineChart.Draw("Cost against factors", "factors", "µs a stock-day", [.. Lines(rows, row => row.Engine, row => (row.Factors, row.MicrosecondsPerStockDay))]),
                ["factors", "engine", "µs a stock-day"],
                [.. rows.Select(row => (ImmutableArray<string>)[row.Factors.ToString(CultureInfo.InvariantCulture), row.Engine, Chart.Number(row.MicrosecondsPerStockDay)])]),
        ];
    }

    /// <summary>Of the fastest engine on one thread, which is what a factor costs.</summary>
    private IEnumerable<ReportSection> Each()
    {
        const string Engine = "cpu 1 thread";
        ImmutableArray<ToolRow> rows = [.. (_tool?.Each() ?? []).Where(row => row.Engine == Engine).OrderByDescending(row => row.MicrosecondsPerStockDay)];
        return rows.IsEmpty ? [] :
        [
            new ReportSection(
                "Each factor by itself",
                $"Compiled and run alone, {Engine}. {_tool!.Made}.",
                BarChart.Draw("Each factor by itself", "µs a stock-day, lower is better", isLog: false, [.. rows.Select(row => new Bar(row.Part, row.MicrosecondsPerStockDay, Colour(Engine)))]),
                ["factor", "µs a stock-day"],
                [.. rows.Select(row => (ImmutableArray<string>)[row.Part, Chart.Number(row.MicrosecondsPerStockDay)])]),
        ];
    }

    private IEnumerable<ReportSection> Bars(string type, string title, string words, Func<SuiteRow, string> label, bool isLog)
    {
        ImmutableArray<SuiteRow> rows = _suite.Of(type);
        return rows.IsEmpty ? [] :
        [
            new ReportSection(
                title,
                words,
                BarChart.Draw(title, LowerIsBetter, isLog, [.. rows.Select(row => new Bar(label(row), row.MedianMs, Chart.Plain))]),
                ["what", "ms", "stock-days/s", "GB/s"],
                [.. rows.Select(row => (ImmutableArray<string>)[label(row), .. Rates(row)])]),
        ];
    }

    private IEnumerable<Series> Lines<TRow>(ImmutableArray<TRow> rows, Func<TRow, string> engine, Func<TRow, (double X, double Y)> point)
        => rows.GroupBy(engine).OrderBy(line => _engines.IndexOf(line.Key)).Select(line => new Series(line.Key, Colour(line.Key), [.. line.Select(point)]));

    private string Colour(string engine) => Chart.Colour(_engines.IndexOf(engine));

    private static ImmutableArray<string> Rates(SuiteRow row)
    {
        double seconds = row.MedianMs / 1000;
        return [Chart.Number(row.MedianMs), row.StockDays == 0 ? "" : Chart.Number(row.StockDays / seconds), row.Bytes == 0 ? "" : Chart.Number(row.Bytes / seconds / 1e9)];
    }

    /// <summary>FindValidBars becomes find valid bars.</summary>
    private static string Words(string method)
        => string.Concat(method.Select((letter, i) => char.IsUpper(letter) && i > 0 ? $" {char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));
}
