using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text;

namespace FactorGpu.Results;

/// <summary>Prints the head of a factor table as text in columns of fixed width, numbers to the right.</summary>
internal static class FactorTableText
{
    private const string ColumnGap = "  ";

    /// <summary>Columns before the factors: code and date.</summary>
    private const int KeyColumns = 2;

    internal static string Print(FactorTable table)
    {
        var head = new FactorTableHead(table);
        List<ImmutableArray<string>> lines = [head.Header, .. head.Rows, ["NaN", "", .. head.NaNCounts]];
        int[] widths = [.. Enumerable.Range(0, head.Header.Length).Select(column => lines.Max(line => line[column].Length))];
        var text = new StringBuilder(head.Summary).Append("\n\n");
        AppendLine(text, lines[0], widths, head.FactorsLeftOut > 0 ? string.Create(CultureInfo.InvariantCulture, $"{ColumnGap}... {head.FactorsLeftOut} more") : "");
        foreach (ImmutableArray<string> line in lines[1..^1])
        {
            AppendLine(text, line, widths, "");
        }

        if (head.RowsLeftOut > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"... {head.RowsLeftOut} more\n");
        }

        AppendLine(text, lines[^1], widths, "");
        return text.ToString();
    }

    private static void AppendLine(StringBuilder text, ImmutableArray<string> cells, int[] widths, string end)
    {
        IEnumerable<string> padded = cells.Select((cell, column) => column < KeyColumns ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]));
        text.Append(string.Join(ColumnGap, padded).TrimEnd()).Append(end).Append('\n');
    }
}
