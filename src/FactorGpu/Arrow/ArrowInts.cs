using System;
using System.Diagnostics;
using FactorGpu.Arrow.Ipc;

namespace FactorGpu.Arrow;

/// <summary>Turns the values of a column, batch by batch, into ints of 0 or more; a value of a dictionary once, however many rows have it.</summary>
internal sealed class ArrowInts
{
    /// <summary>What a null becomes.</summary>
    internal const int Null = -1;

    /// <summary>What a value becomes that cannot be converted.</summary>
    internal const int Faulty = -2;

    private const int Unknown = -3;

    private readonly Converter _convert;

    // The ints of the latest dictionary's values.
    private ArrowDictionary? _dictionary;
    private int[] _known = [];

    internal ArrowInts(Converter convert) => _convert = convert;

    /// <summary>Converts a run of rows of a column that is not dictionary-encoded.</summary>
    /// <param name="column">The column.</param>
    /// <param name="firstRow">First row of the run.</param>
    /// <param name="ints">One per row of the run: 0 or more, <see cref="Null"/> or <see cref="Faulty"/>.</param>
    internal delegate void Converter(ArrowColumn column, int firstRow, Span<int> ints);

    /// <summary>Converts all rows of a column.</summary>
    /// <param name="column">The column.</param>
    /// <param name="ints">One per row: 0 or more, <see cref="Null"/> or <see cref="Faulty"/>.</param>
    internal void Read(ArrowColumn column, Span<int> ints)
    {
        if (column.Field.Encoding is null)
        {
            _convert(column, 0, ints);
            return;
        }

        ArrowIndices.Read(column, ints);
        if (column.Dictionary is not { } dictionary)
        {
            return;
        }

        Span<int> known = Known(dictionary, column.Field);
        foreach (ref int value in ints)
        {
            if (value >= 0)
            {
                ref int result = ref known[value];
                if (result == Unknown)
                {
                    ArrowColumn values = dictionary.Find(column.Field, value, out int row);
                    _convert(values, row, new Span<int>(ref result));
                }

                value = result;
            }
        }
    }

    /// <summary>Finds the value of a row that is not null.</summary>
    /// <param name="column">The column.</param>
    /// <param name="row">A row of it; becomes the row of the value in the column returned.</param>
    internal static ArrowColumn ValueOf(ArrowColumn column, ref int row)
    {
        if (column.Field.Encoding is null)
        {
            return column;
        }

        int[] entries = new int[column.RowCount];
        ArrowIndices.Read(column, entries);
        Debug.Assert(entries[row] >= 0 && column.Dictionary is not null, "the row is not null");
        return column.Dictionary.Find(column.Field, entries[row], out row);
    }

    /// <summary>The ints of a dictionary's values so far; those of a dictionary that this one adds to are kept.</summary>
    private Span<int> Known(ArrowDictionary dictionary, ArrowField field)
    {
        if (dictionary != _dictionary)
        {
            ArrowDictionary? part = dictionary;
            for (; part is not null && part != _dictionary; part = part.Before)
            {
                part.RefuseRowsWithoutBytes(field);
            }

            int kept = (int)(part?.Count ?? 0);
            int count = (int)dictionary.Count;
            if (_known.Length < count)
            {
                Array.Resize(ref _known, (int)Math.Clamp(2L * _known.Length, count, Array.MaxLength));
            }

            _known.AsSpan(kept, count - kept).Fill(Unknown);
            _dictionary = dictionary;
        }

        return _known.AsSpan(0, (int)dictionary.Count);
    }
}
