using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Bars;

namespace FactorGpu.Arrow;

/// <summary>The rows of a day in the long layout: the cells that have any value, by code (ordinal) and slot.</summary>
internal sealed class LongRows
{
    private readonly int[] _cells;
    private readonly int[] _counts;

    /// <summary>Finds the rows of a day. Linear in cells.</summary>
    internal LongRows(DayTensor day)
    {
        Stocks = [.. Enumerable.Range(0, day.Stocks.Count).OrderBy(s => day.Stocks.Codes[s], StringComparer.Ordinal)];
        _counts = new int[Stocks.Length];
        ImmutableArray<BarField> present = [.. BarFields.All.Where(field => !WrittenFields.IsMissing(day, field))];
        var cells = new List<int>(day.Shape.FieldLength);
        Span<bool> hasValue = stackalloc bool[BarAxis.SlotCount];
        for (int i = 0; i < Stocks.Length; i++)
        {
            Mark(day, Stocks[i], present, hasValue);
            for (int t = 0; t < BarAxis.SlotCount; t++)
            {
                if (hasValue[t])
                {
                    cells.Add((Stocks[i] * BarAxis.SlotCount) + t);
                    _counts[i]++;
                }
            }
        }

        _cells = [.. cells];
    }

    /// <summary>Positions s of the day's stocks, by code.</summary>
    internal ImmutableArray<int> Stocks { get; }

    /// <summary>Rows of each of <see cref="Stocks"/>.</summary>
    internal ReadOnlySpan<int> Counts => _counts;

    /// <summary>The cell s * T + t of each row.</summary>
    internal ReadOnlySpan<int> Cells => _cells;

    private static void Mark(DayTensor day, int s, ImmutableArray<BarField> fields, Span<bool> hasValue)
    {
        hasValue.Clear();
        foreach (BarField field in fields)
        {
            ReadOnlySpan<double> row = day.Row(field, s);
            for (int t = 0; t < hasValue.Length; t++)
            {
                hasValue[t] |= !double.IsNaN(row[t]);
            }
        }
    }
}
