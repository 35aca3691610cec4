using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text;
using FactorGpu.Bars;

namespace FactorGpu.Arrow;

/// <summary>What one bar file held, and what the reader did with it. Whatever was not taken as it stands is counted here.</summary>
public sealed class BarFileReport
{
    internal BarFileReport()
    {
    }

    /// <summary>The path as the caller gave it.</summary>
    public required string Path { get; init; }

    /// <summary>Rows in the file, the dropped ones included; a header is no row. In the dense layout a row is a stock-day.</summary>
    public required int Rows { get; init; }

    /// <summary>Distinct stock codes in the file.</summary>
    public required int Stocks { get; init; }

    /// <summary>Distinct dates in the file.</summary>
    public required int Days { get; init; }

    /// <summary>The stamp convention by which the file was read, given or detected; never Detect.</summary>
    public required BarConvention Convention { get; init; }

    /// <summary>Fields without a column of their own, in tensor order. They are NaN throughout, but for vwap, which is then amount / volume in the long layout.</summary>
    public required ImmutableArray<BarField> LackingFields { get; init; }

    /// <summary>Rows dropped because an earlier row of the call has the same stock and slot and equal values in all fields.</summary>
    public required int DuplicateRows { get; init; }

    /// <summary>Rows of 14:57..14:59 (slots 238..240) dropped because their volume is 0; always 0 for canonical files.</summary>
    public required int PaddingRows { get; init; }

    /// <summary>True for a file in the dense layout, whose days are taken as they are.</summary>
    internal bool IsDense { get; init; }

    /// <summary>True for a field that is NaN throughout for want of a column.</summary>
    internal bool IsWithout(BarField field) => LackingFields.Contains(field) && (IsDense || field != BarField.Vwap);

    /// <summary>The report in one line, as the tool prints it.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"read {Path}: {Rows} rows, {Stocks} stocks, {Days} days, ")
            .Append(IsDense ? "dense layout" : $"stamps as in {Convention.ToString().ToLowerInvariant()}");
        if (!LackingFields.IsEmpty)
        {
            text.Append("; lacks ").AppendJoin(", ", LackingFields.Select(field => IsWithout(field) ? BarFields.Name(field) : $"{BarFields.Name(field)} (taken as amount / volume)"));
        }

        AppendCount(text, DuplicateRows, "rows that stand twice");
        AppendCount(text, PaddingRows, "rows without volume at 14:57..14:59");
        return text.ToString();
    }

    private static void AppendCount(StringBuilder text, int count, string what)
    {
        if (count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"; dropped {count} {what}");
        }
    }
}
