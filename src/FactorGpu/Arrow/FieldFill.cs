using System;
using System.Buffers;
using System.Collections.Generic;
using System.Collections.Immutable;
using FactorGpu.Bars;

namespace FactorGpu.Arrow;

/// <summary>Decodes the fields of all files and puts them into their cells: one piece of work per part of a file and field, on all cores.</summary>
internal sealed class FieldFill(ImmutableArray<PlacedBars> files, SharedCells shared, DayCells cells)
{
    /// <summary>Fills all cells that a row of its own has taken, and keeps the values of rows that share a cell.</summary>
    internal void Run()
    {
        var pieces = new List<(int File, int Part, int FirstRow, BarField Field)>();
        foreach (BarField field in cells.Fields)
        {
            for (int f = 0; f < files.Length; f++)
            {
                int firstRow = 0;
                for (int part = 0; part < files[f].Bars.Values.PartRows.Length; part++)
                {
                    pieces.Add((f, part, firstRow, field));
                    firstRow += files[f].Bars.Values.PartRows[part];
                }
            }
        }

        InParallel.For(pieces.Count, i => Fill(pieces[i].File, pieces[i].Part, pieces[i].FirstRow, pieces[i].Field));
    }

    private void Fill(int file, int part, int firstRow, BarField field)
    {
        int rows = files[file].Bars.Values.PartRows[part];
        double[] scratch = ArrayPool<double>.Shared.Rent(rows);
        ReadOnlySpan<double> values = Read(files[file].Bars.Values, part, field, scratch.AsSpan(0, rows));
        Scatter(files[file].Cells.Slice(firstRow, rows), values, cells.Values(field));
        shared.Keep(field, file, firstRow, values);
        ArrayPool<double>.Shared.Return(scratch);
    }

    private static ReadOnlySpan<double> Read(IBarValues source, int part, BarField field, Span<double> scratch)
    {
        if (source.Has(field))
        {
            return source.Read(field, part, scratch);
        }

        if (field == BarField.Vwap)
        {
            return ReadAveragePrices(source, part, scratch);
        }

        scratch.Fill(double.NaN);
        return scratch;
    }

    private static ReadOnlySpan<double> ReadAveragePrices(IBarValues source, int part, Span<double> scratch)
    {
        double[] other = ArrayPool<double>.Shared.Rent(scratch.Length);
        ReadOnlySpan<double> amounts = source.Read(BarField.Amount, part, scratch);
        ReadOnlySpan<double> volumes = source.Read(BarField.Volume, part, other);
        for (int row = 0; row < scratch.Length; row++)
        {
            scratch[row] = AveragePrice.Of(amounts[row], volumes[row]);
        }

        ArrayPool<double>.Shared.Return(other);
        return scratch;
    }

    private static void Scatter(ReadOnlySpan<int> cellOfRow, ReadOnlySpan<double> values, Span<double> target)
    {
        for (int row = 0; row < cellOfRow.Length; row++)
        {
            int cell = cellOfRow[row];
            if (cell != PlacedBars.Dropped)
            {
                target[cell] = values[row];
            }
        }
    }
}
