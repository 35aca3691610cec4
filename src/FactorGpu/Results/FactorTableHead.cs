using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using FactorGpu.Bars;

namespace FactorGpu.Results;

/// <summary>What is shown of a factor table: its shape in words, its first rows and factors as cells, and the NaN of these factors.</summary>
internal sealed class FactorTableHead
{
    private const int MostRows = 10;
    private const int MostFactors = 6;

    internal FactorTableHead(FactorTable table)
    {
        int rowCount = Math.Min(table.Rows.Length, MostRows);
        int[] nanCounts = [.. Enumerable.Range(0, table.Factors.Length).Select(k => NaNCount(table.Column(k)))];
        int shown = Math.Min(table.Factors.Length, MostFactors);
        RowsLeftOut = table.Rows.Length - rowCount;
        FactorsLeftOut = table.Factors.Length - shown;
        Summary = Summarize(table, nanCounts.Sum(count => (long)count));
        Header = ["code", "date", .. table.Factors[..shown]];
        Rows = [.. Enumerable.Range(0, rowCount).Select(row => Cells(table, row, shown))];
        NaNCounts = [.. nanCounts[..shown].Select(count => count.ToString(CultureInfo.InvariantCulture))];
    }

    /// <summary>Shape, dates and the NaN of the whole table.</summary>
    internal string Summary { get; }

    /// <summary>code, date and the first factors.</summary>
    internal ImmutableArray<string> Header { get; }

    /// <summary>The first rows, a cell a column of <see cref="Header"/>; six significant digits.</summary>
    internal ImmutableArray<ImmutableArray<string>> Rows { get; }

    /// <summary>How many values of each factor shown are NaN, all rows counted.</summary>
    internal ImmutableArray<string> NaNCounts { get; }

    internal int RowsLeftOut { get; }

    internal int FactorsLeftOut { get; }

    private static string Summarize(FactorTable table, long nanCount)
    {
        long valueCount = (long)table.Rows.Length * table.Factors.Length;
        string text = string.Create(CultureInfo.InvariantCulture, $"{table.Rows.Length} stock-days x {table.Factors.Length} factors");
        if (!table.Rows.IsEmpty)
        {
            text += string.Create(CultureInfo.InvariantCulture, $", {table.Rows[0].Date:yyyy-MM-dd} to {table.Rows[^1].Date:yyyy-MM-dd}");
        }

        return text + string.Create(CultureInfo.InvariantCulture, $"; {nanCount} of {valueCount} values are NaN");
    }

    private static ImmutableArray<string> Cells(FactorTable table, int row, int factorCount)
    {
        StockDay at = table.Rows[row];
        return
        [
            at.Code,
            at.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            .. Enumerable.Range(0, factorCount).Select(k => table.Column(k)[row].ToString("G6", CultureInfo.InvariantCulture)),
        ];
    }

    private static int NaNCount(ReadOnlySpan<double> values)
    {
        int count = 0;
        foreach (double value in values)
        {
            count += double.IsNaN(value) ? 1 : 0;
        }

        return count;
    }
}
