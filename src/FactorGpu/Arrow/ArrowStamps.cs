using System;
using System.Buffers.Binary;
using FactorGpu.Arrow.Ipc;
using FactorGpu.Errors;

namespace FactorGpu.Arrow;

/// <summary>Reads a column of stamps, dates or times of day of an Arrow file, batch by batch.</summary>
internal sealed class ArrowStamps
{
    private readonly string _path;
    private readonly string _name;
    private readonly ParsedTexts _parsed;
    private readonly ArrowInts _ints;

    /// <param name="path">The file, for messages.</param>
    /// <param name="name">Name of the column, for messages.</param>
    /// <param name="parse">How to read the values where they are text.</param>
    internal ArrowStamps(string path, string name, ParsedTexts.Parser parse)
    {
        _path = path;
        _name = name;
        _parsed = new ParsedTexts(parse);
        _ints = new ArrowInts(Convert);
    }

    /// <summary>Reads the values of a batch.</summary>
    /// <param name="column">A column of text, dates, times of day or time stamps.</param>
    /// <param name="firstRow">Rows of the batches before, for messages.</param>
    /// <param name="times">One per row: what <see cref="ArrowTimes.Convert"/> or the parser gives.</param>
    /// <exception cref="BarFormatException">A value is null, or none that a bar can have.</exception>
    internal void Read(ArrowColumn column, int firstRow, Span<int> times)
    {
        _ints.Read(column, times);
        int row = times.IndexOfAnyInRange(int.MinValue, -1);
        if (row < 0)
        {
            return;
        }

        string place = LongBars.ArrowPlace(_path, firstRow + row);
        if (times[row] == ArrowInts.Null)
        {
            Throw.ArrowNull(place, _name);
        }

        ArrowColumn values = ArrowInts.ValueOf(column, ref row);
        if (values.Type.IsText)
        {
            ReadOnlySpan<byte> text = new ArrowTexts(values)[row];
            StampFaults.Refuse(_parsed.Parse(text, out _), place, _name, text);
        }

        long value = Value(StoredValues(values, out int bytes), bytes, row);
        StampFaults.Refuse(ArrowTimes.Convert(values.Type, value, out _), place, _name, ArrowTimes.Shown(values.Type, value));
    }

    private void Convert(ArrowColumn column, int firstRow, Span<int> times)
    {
        if (column.Type.IsText)
        {
            ConvertTexts(column, firstRow, times);
        }
        else
        {
            ConvertTimes(column, firstRow, times);
        }

        for (int row = column.FirstNull(firstRow, times.Length); row >= 0; row = column.FirstNull(row + 1, firstRow + times.Length - row - 1))
        {
            times[row - firstRow] = ArrowInts.Null;
        }
    }

    private void ConvertTexts(ArrowColumn column, int firstRow, Span<int> times)
    {
        var texts = new ArrowTexts(column);
        ReadOnlySpan<byte> validity = column.Validity;
        for (int i = 0; i < times.Length; i++)
        {
            if (ArrowColumn.IsValid(validity, firstRow + i) && _parsed.Parse(texts[firstRow + i], out times[i]) != StampFault.None)
            {
                times[i] = ArrowInts.Faulty;
            }
        }
    }

    private static void ConvertTimes(ArrowColumn column, int firstRow, Span<int> times)
    {
        ArrowType type = column.Type;
        ReadOnlySpan<byte> stored = StoredValues(column, out int bytes);
        for (int i = 0; i < times.Length; i++)
        {
            if (ArrowTimes.Convert(type, Value(stored, bytes, firstRow + i), out times[i]) != StampFault.None)
            {
                times[i] = ArrowInts.Faulty;
            }
        }
    }

    private static ReadOnlySpan<byte> StoredValues(ArrowColumn column, out int bytes)
    {
        bytes = column.Type.Kind is ArrowTypeKind.Date32 or ArrowTypeKind.Time32 ? sizeof(int) : sizeof(long);
        return column.Elements(1, column.RowCount, bytes);
    }

    private static long Value(ReadOnlySpan<byte> stored, int bytes, int row)
        => bytes == sizeof(int) ? BinaryPrimitives.ReadInt32LittleEndian(stored[(row * bytes)..]) : BinaryPrimitives.ReadInt64LittleEndian(stored[(row * bytes)..]);
}
