using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Expressions;

namespace FactorGpu.Cli;

/// <summary>Prints measured times as text.</summary>
internal static class BenchTable
{
    private const string ColumnGap = "  ";

    /// <summary>A line per case of one program.</summary>
    internal static string OfCases(ImmutableArray<BenchRow> rows, FactorProgram program)
    {
        double referenceUs = rows[0].MicrosecondsPerStockDay;
        return Lines(
        [
            ["engine", "precision", "stock-days", "median ms", "fastest", "slowest", "us/stock-day", "stock-days/s", "GB/s", $"times {rows[0].Case.Name}"],
            .. rows.Select(row => (string[])
            [
                row.Case.Name, row.Case.Precision.ToString().ToLowerInvariant(), row.Case.StockDays.ToString(CultureInfo.InvariantCulture), Number(row.MedianMs), Number(row.ElapsedMs[0]), Number(row.ElapsedMs[^1]),
                Number(row.MicrosecondsPerStockDay), Number(1e6 / row.MicrosecondsPerStockDay),
                Number(BytesRead(program, row.Case.Precision) / row.MicrosecondsPerStockDay / 1000), Number(referenceUs / row.MicrosecondsPerStockDay),
            ]),
        ]);
    }

    /// <summary>A line per program, a column per case, in us per stock-day.</summary>
    internal static string OfParts(ImmutableArray<BenchRow> rows)
    {
        IGrouping<string, BenchRow>[] parts = [.. rows.GroupBy(row => row.Part)];
        return Lines(
        [
            ["us/stock-day", .. parts[0].Select(row => row.Case.Name)],
            .. parts.Select(part => (string[])[part.Key, .. part.Select(row => Number(row.MicrosecondsPerStockDay))]),
        ]);
    }

    /// <summary>Bytes of a stock-day that a program cannot do without: the fields it names, each once in each precision that it is read in. The 32 bytes of a validity bitmap are left out.</summary>
    private static double BytesRead(FactorProgram program, Precision precision)
    {
        ILookup<bool, FactorDefinition> inSingle = program.Factors.ToLookup(factor => precision == Precision.Single && factor.NeedsDouble is null);
        return BarAxis.SlotCount * ((Fields(inSingle[true]) * sizeof(float)) + (Fields(inSingle[false]) * sizeof(double)));
    }

    private static int Fields(IEnumerable<FactorDefinition> factors)
        => factors.Any() ? factors.SelectMany(factor => factor.Inputs).Append(BarField.Volume).Distinct().Count() : 0;

    private static string Lines(string[][] lines)
    {
        int[] widths = [.. Enumerable.Range(0, lines[0].Length).Select(column => lines.Max(line => line[column].Length))];
        var text = new StringBuilder();
        foreach (string[] line in lines)
        {
            IEnumerable<string> cells = line.Select((cell, column) => column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]));
            text.AppendJoin(ColumnGap, cells).Append('\n');
        }

        return text.ToString();
    }

    private static string Number(double value)
        => value.ToString(value < 10 ? "F2" : value < 100 ? "F1" : "F0", CultureInfo.InvariantCulture);
}
