using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Arrow.Presets;

namespace FactorGpu.Arrow.Inspection;

/// <summary>Counts what was found while the rows of a file were placed: rows that share a minute, rows that belong to none, codes.</summary>
internal static class RowInspection
{
    internal static void Run(PlacedBars placed, BarReading reading, FaultTally tally)
    {
        RowCounts counts = placed.Counts;
        tally.Add(DataFaults.EqualRows, counts.Duplicates, counts.FirstDuplicates);
        tally.Add(DataFaults.DifferingRows, counts.Replaced, counts.FirstReplaced);
        tally.Add(DataFaults.OutsideRows, counts.Outside, counts.FirstOutside);
        int lunch = LunchRows(placed.Bars, reading, tally);
        tally.Add(DataFaults.MergedRows, counts.Merged - lunch, lunch == 0 ? counts.FirstMerged : []);
        tally.Add(DataFaults.PaddingRows, counts.Padding, []);
        ImmutableArray<string> unknown =
            [.. placed.Reading.UnknownCodes.Concat(placed.Bars.Codes.Where(code => CodeStyles.Of(code) == CodeStyle.Keep)).Distinct()];
        tally.Add(DataFaults.UnknownCodes, unknown.Length, unknown);
    }

    /// <summary>The rows at the minute beside the lunch break that the preset's axis does not have.</summary>
    private static int LunchRows(LongBars bars, BarReading reading, FaultTally tally)
    {
        int lunch = reading.Slots.LunchMinute;
        if (reading.Preset.Stamps.Contains(lunch))
        {
            return 0;
        }

        int[] rows = [.. Enumerable.Range(0, bars.RowCount).Where(row => bars.Minutes[row].MinuteOfDay == lunch && TradingDay.Contains(bars.Minutes[row]))];
        tally.Add(DataFaults.LunchRows, rows.Length, rows.Select(row => $"{bars.Codes[bars.CodeIds[row]]} ({bars.StampedPlace(row)})"));
        return rows.Length;
    }
}
