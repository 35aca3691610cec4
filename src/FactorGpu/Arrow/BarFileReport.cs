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

    /// <summary>The path as the caller gave it; of a stream in the process, Arrow stream.</summary>
    public required string Path { get; init; }

    /// <summary>Rows in the file, the dropped ones included; a header is no row. In the dense layout a row is a stock-day.</summary>
    public required int Rows { get; init; }

    /// <summary>Distinct stock codes of the rows inside of a day.</summary>
    public required int Stocks { get; init; }

    /// <summary>Distinct dates of the rows inside of a day.</summary>
    public required int Days { get; init; }

    /// <summary>By which preset the file was read, and why.</summary>
    public required BarFileReading Reading { get; init; }

    /// <summary>Fields without a column of their own, in tensor order. They are NaN throughout, but for vwap, which is then amount / volume in the long layout.</summary>
    public required ImmutableArray<BarField> LackingFields { get; init; }

    /// <summary>Rows dropped because an earlier row of the call has the same stock and stamp and equal values in all fields.</summary>
    public int DuplicateRows { get; init; }

    /// <summary>Rows that differ from another one with the same stock and stamp; one of the two was dropped, as <see cref="BarReadOptions.OnDuplicate"/> asked.</summary>
    public int ReplacedRows { get; init; }

    /// <summary>Rows whose bar was merged into that of an earlier stamp, because both belong to one slot (11:30 into 11:29, for example).</summary>
    public int MergedRows { get; init; }

    /// <summary>Rows dropped because they are stamped before 09:15, after 15:00 or on a weekend.</summary>
    public int OutsideRows { get; init; }

    /// <summary>The first three of <see cref="OutsideRows"/>: place and stamp.</summary>
    public ImmutableArray<string> FirstOutside { get; init; } = [];

    /// <summary>Bars with a value that cannot be (a price of 0 or below, a negative volume or amount, an infinity), which makes them invalid.</summary>
    public int InvalidBars { get; init; }

    /// <summary>Bars that lack one of open, high, low, close, volume, amount, which makes them invalid.</summary>
    public int IncompleteBars { get; init; }

    /// <summary>Rows of 14:57..14:59 (slots 238..240), and of the end stamp 13:00, dropped because their volume is 0; always 0 for canonical files.</summary>
    public int PaddingRows { get; init; }

    /// <summary>Every count by the name that the load report gives it.</summary>
    internal ImmutableArray<(string Name, int Count)> Counts =>
    [
        ("duplicateRows", DuplicateRows),
        ("replacedRows", ReplacedRows),
        ("mergedRows", MergedRows),
        ("paddingRows", PaddingRows),
        ("outsideRows", OutsideRows),
        ("invalidBars", InvalidBars),
        ("incompleteBars", IncompleteBars),
    ];

    /// <summary>True for a file in the dense layout, whose days are taken as they are.</summary>
    internal bool IsDense { get; init; }

    /// <summary>True for a field that is NaN throughout for want of a column.</summary>
    internal bool IsWithout(BarField field) => LackingFields.Contains(field) && (IsDense || field != BarField.Vwap);

    /// <summary>What was found in the rows and done about it, one sentence part for each kind that occurs.</summary>
    internal ImmutableArray<string> Findings
    {
        get
        {
            (string Done, int Count, string What)[] kinds =
            [
                ("dropped", DuplicateRows, "rows that stand twice"),
                ("dropped one of", ReplacedRows, "pairs of rows that differ"),
                ("dropped", PaddingRows, "rows without volume at 14:57..14:59"),
                ("merged", MergedRows, "rows into the slot of another stamp"),
                ("dropped", OutsideRows, Outside(this)),
                ("found", InvalidBars, "bars with a value that cannot be"),
                ("found", IncompleteBars, "bars that lack a value"),
            ];
            return [.. kinds.Where(kind => kind.Count > 0).Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Done} {kind.Count} {kind.What}"))];
        }
    }

    /// <summary>The report in one line, as the tool prints it.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"read {Path}: {Rows} rows, {Stocks} stocks, {Days} days, {Reading}");
        if (!LackingFields.IsEmpty)
        {
            text.Append("; lacks ").AppendJoin(", ", LackingFields.Select(field => IsWithout(field) ? BarFields.Name(field) : $"{BarFields.Name(field)} (taken as amount / volume)"));
        }

        foreach (string finding in Findings)
        {
            text.Append("; ").Append(finding);
        }

        return text.ToString();
    }

    private static string Outside(BarFileReport report)
        => $"rows outside of the day ({string.Join("; ", report.FirstOutside)}{(report.OutsideRows > report.FirstOutside.Length ? "; ..." : "")})";
}
