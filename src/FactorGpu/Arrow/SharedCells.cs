using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.Immutable;
using FactorGpu.Bars;

namespace FactorGpu.Arrow;

/// <summary>The rows whose cell another row has too, with their values: duplicates, or bars that are merged into one slot. Usually there are none.</summary>
internal sealed class SharedCells
{
    private readonly ImmutableArray<SharedRow> _rows;
    private readonly double[]?[] _values = new double[]?[BarFields.Count];

    /// <summary>Marks all cells as taken; rows that share a cell get none.</summary>
    internal SharedCells(ImmutableArray<PlacedBars> files, DayCells cells)
    {
        BitArray? shared = FindShared(files, cells);
        _rows = shared is null ? [] : TakeOut(files, shared);
        foreach (BarField field in cells.Fields)
        {
            _values[(int)field] = new double[_rows.Length];
        }
    }

    /// <summary>The rows, by file and row.</summary>
    internal ReadOnlySpan<SharedRow> Rows => _rows.AsSpan();

    /// <summary>The value of a field in one of <see cref="Rows"/>.</summary>
    internal double Value(BarField field, int index) => _values[(int)field]![index];

    /// <summary>Keeps the values of a field in those rows that lie in a part of a file.</summary>
    /// <param name="field">The field.</param>
    /// <param name="file">Position of the file.</param>
    /// <param name="firstRow">First row of the part.</param>
    /// <param name="values">One value per row of the part.</param>
    internal void Keep(BarField field, int file, int firstRow, ReadOnlySpan<double> values)
    {
        double[] kept = _values[(int)field]!;
        for (int i = FirstAt(file, firstRow); i < _rows.Length && _rows[i].File == file && _rows[i].Row < firstRow + values.Length; i++)
        {
            kept[i] = values[_rows[i].Row - firstRow];
        }
    }

    /// <summary>The cells that two or more rows have, or null when there are none.</summary>
    private static BitArray? FindShared(ImmutableArray<PlacedBars> files, DayCells cells)
    {
        BitArray? shared = null;
        foreach (PlacedBars file in files)
        {
            foreach (int cell in file.Cells)
            {
                if (cell != PlacedBars.Dropped && !cells.TryTake(cell))
                {
                    shared ??= new BitArray(cells.Count);
                    shared[cell] = true;
                }
            }
        }

        return shared;
    }

    private static ImmutableArray<SharedRow> TakeOut(ImmutableArray<PlacedBars> files, BitArray shared)
    {
        var rows = new List<SharedRow>();
        for (int f = 0; f < files.Length; f++)
        {
            Span<int> cells = files[f].Cells;
            for (int row = 0; row < cells.Length; row++)
            {
                if (cells[row] != PlacedBars.Dropped && shared[cells[row]])
                {
                    rows.Add(new SharedRow(cells[row], f, row));
                    cells[row] = PlacedBars.Dropped;
                }
            }
        }

        return [.. rows];
    }

    /// <summary>The position of the first of <see cref="Rows"/> that is not before a row of a file.</summary>
    private int FirstAt(int file, int row)
    {
        int low = 0;
        int high = _rows.Length;
        while (low < high)
        {
            int middle = low + ((high - low) / 2);
            bool isBefore = _rows[middle].File < file || (_rows[middle].File == file && _rows[middle].Row < row);
            (low, high) = isBefore ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
