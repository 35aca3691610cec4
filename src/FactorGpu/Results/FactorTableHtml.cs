using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Text;

namespace FactorGpu.Results;

/// <summary>Prints the head of a factor table as one HTML table; text is escaped, and nothing outside the table is needed.</summary>
internal static class FactorTableHtml
{
    internal static string Print(FactorTable table)
    {
        var head = new FactorTableHead(table);
        bool isCut = head.FactorsLeftOut > 0;
        var text = new StringBuilder("<table style=\"text-align: right\">\n");
        text.Append("<caption>").Append(WebUtility.HtmlEncode(head.Summary)).Append("</caption>\n<thead>\n");
        string more = string.Create(CultureInfo.InvariantCulture, $"... {head.FactorsLeftOut} more");
        AppendRow(text, "th", isCut ? [.. head.Header, more] : head.Header);
        text.Append("</thead>\n<tbody>\n");
        foreach (ImmutableArray<string> row in head.Rows)
        {
            AppendRow(text, "td", isCut ? [.. row, ""] : row);
        }

        if (head.RowsLeftOut > 0)
        {
            IEnumerable<string> blank = Enumerable.Repeat("", head.Header.Length - 1 + (isCut ? 1 : 0));
            AppendRow(text, "td", [string.Create(CultureInfo.InvariantCulture, $"... {head.RowsLeftOut} more"), .. blank]);
        }

        text.Append("</tbody>\n<tfoot>\n");
        AppendRow(text, "td", ["NaN", "", .. head.NaNCounts, .. isCut ? [""] : ImmutableArray<string>.Empty]);
        return text.Append("</tfoot>\n</table>\n").ToString();
    }

    private static void AppendRow(StringBuilder text, string tag, IEnumerable<string> cells)
    {
        text.Append("<tr>");
        foreach (string cell in cells)
        {
            text.Append(CultureInfo.InvariantCulture, $"<{tag}>{WebUtility.HtmlEncode(cell)}</{tag}>");
        }

        text.Append("</tr>\n");
    }
}
