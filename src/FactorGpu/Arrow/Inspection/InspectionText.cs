using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text;
using FactorGpu.Arrow.Presets;
using FactorGpu.Bars;

namespace FactorGpu.Arrow.Inspection;

/// <summary>Writes what is told of a file, one labelled line after the other.</summary>
internal sealed class InspectionText
{
    private const int LabelWidth = 14;
    private const int ShownCodes = 10;

    private readonly StringBuilder _text = new();
    private bool _hasColumns;
    private int _headLength;

    /// <summary>The lines before those of faults.</summary>
    internal string Head => _text.ToString(0, _headLength);

    public override string ToString() => _text.ToString();

    internal void Add(string label, string value) => _text.Append((label.Length == 0 ? "" : label + ":").PadRight(LabelWidth)).Append(PrintableText.Of(value)).Append('\n');

    /// <summary>The schema, and what each column is read as; only the first call writes.</summary>
    internal void AddColumnsOnce(IReadOnlyList<(string Name, string Type)> columns, BarColumns? used)
    {
        if (_hasColumns)
        {
            return;
        }

        _hasColumns = true;
        int nameWidth = columns.Select(column => column.Name.Length).DefaultIfEmpty(0).Max() + 2;
        int typeWidth = used is null ? 0 : columns.Select(column => column.Type.Length).DefaultIfEmpty(0).Max() + 2;
        for (int c = 0; c < columns.Count; c++)
        {
            string key = used is null ? "" : used.KeyOf(c) is string known ? "read as " + known : "not read";
            Add(c == 0 ? "columns" : "", $"{columns[c].Name.PadRight(nameWidth)}{columns[c].Type.PadRight(typeWidth)}{key}");
        }
    }

    /// <summary>What the rows hold, whatever they mean.</summary>
    internal void AddRows(DecodedBars file)
    {
        ImmutableArray<int> days = [.. Distinct(file.Stamps).Order()];
        Add("rows", Text($"{file.RowCount}"));
        Add("stamps", new MinuteSet(file.Stamps).ToString());
        Add("days", Text($"{days.Length}, {WallMinute.DateOf(days[0]):yyyy-MM-dd} to {WallMinute.DateOf(days[^1]):yyyy-MM-dd}"));
        Add("stocks", Text($"{file.Codes.Length}"));
        Add("code styles", Styles(file.Codes));
        string[] unknown = [.. file.Codes.Where(code => CodeStyles.Of(code) == CodeStyle.Keep)];
        if (unknown.Length > 0)
        {
            Add("", $"unknown: {string.Join(", ", unknown.Take(ShownCodes))}{(unknown.Length > ShownCodes ? ", ..." : "")}");
        }

        int[] rows = RowsPerStockDay(file);
        Add("rows a day", Text($"{rows[0]} least, {rows[(rows.Length - 1) / 2]} median, {rows[^1]} most, of {rows.Length} stock-days"));
    }

    /// <summary>By which preset the file is read, and why.</summary>
    /// <param name="placed">The rows.</param>
    /// <param name="volumeEvidence">Why volume is in its unit.</param>
    internal void AddReading(PlacedBars placed, string volumeEvidence)
    {
        BarFileReading reading = placed.Reading;
        Add("preset", reading.Preset);
        foreach (string evidence in reading.Evidence)
        {
            Add("", evidence);
        }

        Add("axis", $"{(placed.Slots.Label == BarLabel.Start ? "starts" : "ends")} of minutes, {placed.Slots.Axis}");
        Add("auctions", placed.Auctions == AuctionBars.None ? "no bars of their own" : placed.Auctions.ToString().ToLowerInvariant());
        Add("codes", reading.RewrittenCodes == 0 ? "kept as they are" : Text($"{reading.RewrittenCodes} rewritten to NNNNNN.SZ, .SH or .BJ"));
        Add("volume", $"in {(reading.VolumeUnit == VolumeUnit.Lot ? "lots of 100 shares" : "shares")}: {volumeEvidence}");
    }

    /// <summary>What a file in the dense layout holds.</summary>
    internal void AddDays(LoadedBars loaded)
    {
        Add("rows", Text($"{loaded.Files[0].Rows}, one a stock and day"));
        Add("days", Text($"{loaded.Days.Length}, {loaded.Days[0].Date:yyyy-MM-dd} to {loaded.Days[^1].Date:yyyy-MM-dd}"));
        Add("stocks", Text($"{loaded.Files[0].Stocks}"));
        AuctionBars auctions = loaded.Days.Aggregate(AuctionBars.None, (all, day) => all | day.Auctions);
        Add("auctions", auctions == AuctionBars.None ? "no bars of their own" : auctions.ToString().ToLowerInvariant());
    }

    /// <summary>What loading finds and does.</summary>
    internal void AddReport(BarFileReport report, ImmutableArray<DayTensor> days)
    {
        Add("lacks", report.LackingFields.IsEmpty ? "no field" : string.Join(", ", report.LackingFields.Select(BarFields.Name)));
        ImmutableArray<string> faults = [.. report.Reading.Notes.Concat(report.Findings)];
        Add("faults", faults.IsEmpty ? "none" : faults[0]);
        foreach (string fault in faults.Skip(1))
        {
            Add("", fault);
        }

        int[] bars = [.. days.SelectMany(day => Enumerable.Range(0, day.Stocks.Count).Select(s => day.ValidBars(s, BarRequirements.None).Count)).Order()];
        Add("valid bars", Text($"{bars[0]} least, {bars[(bars.Length - 1) / 2]} median, {bars[^1]} most, of {bars.Length} stock-days"));
    }

    /// <summary>What was found in the data; the last lines.</summary>
    internal void AddFaults(ImmutableArray<FoundFault> faults)
    {
        _headLength = _text.Length;
        Add("found", FaultWords.Summary(faults));
        foreach (FoundFault found in faults)
        {
            _text.Append(CultureInfo.InvariantCulture, $"\n{found.Fault.Code} {FaultWords.Severity(found.Fault)}: {found.Count} {found.Fault.Title}\n");
            if (!found.FirstPlaces.IsEmpty)
            {
                Add("  first", string.Join("; ", found.FirstPlaces) + (found.Count > found.FirstPlaces.Length ? "; ..." : ""));
            }

            Add("  compute", found.Fault.Effect);
            Add("  option", found.Fault.Option.Length == 0 ? "none" : found.Fault.Option);
        }
    }

    private static string Styles(ImmutableArray<string> codes)
    {
        IEnumerable<string> each = codes.GroupBy(CodeStyles.Of).OrderBy(group => group.Key)
            .Select(group => $"{(group.Key == CodeStyle.Keep ? "unknown" : PresetWords.Of(PresetWords.CodeStyles, group.Key))} {Text($"{group.Count()}")}");
        return string.Join(", ", each);
    }

    private static HashSet<int> Distinct(ReadOnlySpan<WallMinute> stamps)
    {
        var days = new HashSet<int>();
        foreach (WallMinute stamp in stamps)
        {
            days.Add(stamp.Day);
        }

        return days;
    }

    /// <summary>The counts, ascending.</summary>
    private static int[] RowsPerStockDay(DecodedBars file)
    {
        var counts = new Dictionary<(int Code, int Day), int>();
        for (int row = 0; row < file.RowCount; row++)
        {
            (int, int) place = (file.CodeIds[row], file.Stamps[row].Day);
            counts[place] = counts.GetValueOrDefault(place) + 1;
        }

        return [.. counts.Values.Order()];
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
