using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Errors;

namespace FactorGpu.Arrow;

/// <summary>Makes one bar of the rows that share a cell: rows with the same stamp are duplicates, rows with different stamps are merged (sources.md 2.3).</summary>
internal sealed class SharedCellRules(ImmutableArray<PlacedBars> files, SharedCells shared, DayCells cells, DuplicateHandling onDuplicate)
{
    private const int NamedRows = 3;

    /// <summary>Writes all shared cells.</summary>
    /// <exception cref="BarFormatException">Rows with the same stock and stamp differ, or may not stand twice at all.</exception>
    internal void Apply()
    {
        int[] order = [.. Enumerable.Range(0, shared.Rows.Length)];
        Array.Sort(order, (a, b) => Order(a).CompareTo(Order(b)));
        for (int first = 0; first < order.Length;)
        {
            int end = first;
            while (end < order.Length && shared.Rows[order[end]].Cell == shared.Rows[order[first]].Cell)
            {
                end++;
            }

            Write(order.AsSpan(first, end - first));
            first = end;
        }
    }

    /// <summary>Cell, then stamp, then the order of files and rows.</summary>
    private (int Cell, int Minute, int Index) Order(int index) => (shared.Rows[index].Cell, Minute(index).Value, index);

    private WallMinute Minute(int index) => files[shared.Rows[index].File].Bars.Minutes[shared.Rows[index].Row];

    private void Write(ReadOnlySpan<int> rows)
    {
        List<int> kept = [rows[0]];
        foreach (int row in rows[1..])
        {
            if (Minute(row) != Minute(kept[^1]))
            {
                RowCounts counts = files[shared.Rows[row].File].Counts;
                counts.Merged++;
                Name(counts.FirstMerged, row, kept[^1]);
                kept.Add(row);
            }
            else
            {
                kept[^1] = ChooseDuplicate(kept[^1], row);
            }
        }

        foreach (BarField field in cells.Fields)
        {
            cells.Values(field)[shared.Rows[rows[0]].Cell] = kept.Count == 1 ? shared.Value(field, kept[0]) : Merged(field, kept);
        }
    }

    private int ChooseDuplicate(int first, int second)
    {
        BarField? difference = Difference(first, second);
        if (onDuplicate == DuplicateHandling.Error || (difference is not null && onDuplicate == DuplicateHandling.KeepEqual))
        {
            ThrowTwice(first, second, difference);
        }

        RowCounts counts = files[shared.Rows[second].File].Counts;
        counts.Duplicates += difference is null ? 1 : 0;
        counts.Replaced += difference is null ? 0 : 1;
        Name(difference is null ? counts.FirstDuplicates : counts.FirstReplaced, second, first);
        return onDuplicate == DuplicateHandling.Last ? second : first;
    }

    private void Name(List<string> places, int row, int other)
    {
        if (places.Count < NamedRows)
        {
            LongBars bars = files[shared.Rows[row].File].Bars;
            string code = bars.Codes[bars.CodeIds[shared.Rows[row].Row]];
            bool isSameFile = shared.Rows[row].File == shared.Rows[other].File;
            places.Add($"{code} {Minute(row)} ({Place(other)} and {(isSameFile ? bars.Line(shared.Rows[row].Row) : Place(row))})");
        }
    }

    private string Place(int index) => files[shared.Rows[index].File].Bars.Place(shared.Rows[index].Row);

    /// <summary>The first field in which two rows differ; NaN equals NaN. Null when they are equal.</summary>
    private BarField? Difference(int first, int second)
    {
        foreach (BarField field in cells.Fields)
        {
            if (!shared.Value(field, first).Equals(shared.Value(field, second)))
            {
                return field;
            }
        }

        return null;
    }

    private void ThrowTwice(int first, int second, BarField? difference)
    {
        LongBars bars = files[shared.Rows[first].File].Bars;
        string code = bars.Codes[bars.CodeIds[shared.Rows[first].Row]];
        if (difference is BarField field)
        {
            Throw.RowsDiffer(
                code, Minute(first).ToString(), Place(first), Place(second), BarFields.Name(field), shared.Value(field, first), shared.Value(field, second));
        }

        Throw.RowTwice(code, Minute(first).ToString(), Place(first), Place(second));
    }

    /// <summary>One field of the bar that several bars make, which are given in the order of their stamps.</summary>
    private double Merged(BarField field, List<int> rows)
    {
        IEnumerable<double> values = rows.Select(row => shared.Value(field, row));
        return field switch
        {
            BarField.Open => shared.Value(field, rows[Math.Max(0, rows.FindIndex(row => shared.Value(BarField.Volume, row) > 0))]),
            BarField.High => values.Aggregate(Math.Max),
            BarField.Low => values.Aggregate(Math.Min),
            BarField.Close => values.Last(),
            BarField.Volume or BarField.Amount or BarField.NumTrades => values.Sum(),
            BarField.Vwap => AveragePrice.Of(Merged(BarField.Amount, rows), Merged(BarField.Volume, rows)),
            _ => values.FirstOrDefault(value => !double.IsNaN(value), double.NaN),
        };
    }
}
