using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FactorGpu.Arrow.Ipc;

/// <summary>Widens a column of numbers to float64; null becomes NaN. Keeps no state: several threads may read different columns at once.</summary>
internal static class ArrowNumbers
{
    private const int RowsPerByte = 8;

    /// <summary>Reads all rows of a column for whose type <see cref="ArrowType.IsNumber"/> holds.</summary>
    /// <param name="column">The column.</param>
    /// <param name="values">One per row.</param>
    internal static void Read(ArrowColumn column, Span<double> values)
    {
        if (column.Type.Kind == ArrowTypeKind.Null)
        {
            values.Fill(double.NaN);
        }
        else if (column.Field.Encoding is not null)
        {
            ReadEncoded(column, values);
        }
        else
        {
            ReadPlain(column, values);
            MaskNulls(column.Validity, values);
        }
    }

    private static void ReadEncoded(ArrowColumn column, Span<double> values)
    {
        int[] entries = new int[values.Length];
        ArrowIndices.Read(column, entries);
        ReadOnlySpan<double> numbers = column.Dictionary is { } dictionary ? dictionary.Numbers(column.Field) : [];
        for (int row = 0; row < values.Length; row++)
        {
            values[row] = entries[row] < 0 ? double.NaN : numbers[entries[row]];
        }
    }

    private static void ReadPlain(ArrowColumn column, Span<double> values)
    {
        switch (column.Type.Kind)
        {
            case ArrowTypeKind.Float64: Stored<double>(column, values.Length).CopyTo(values); break;
            case ArrowTypeKind.Float32: WidenSingles(Stored<float>(column, values.Length), values); break;
            case ArrowTypeKind.Float16: Widen<Half>(column, values); break;
            case ArrowTypeKind.Int64: Widen<long>(column, values); break;
            case ArrowTypeKind.Int32: WidenInt32s(Stored<int>(column, values.Length), values); break;
            case ArrowTypeKind.Int16: Widen<short>(column, values); break;
            case ArrowTypeKind.Int8: Widen<sbyte>(column, values); break;
            case ArrowTypeKind.UInt64: Widen<ulong>(column, values); break;
            case ArrowTypeKind.UInt32: Widen<uint>(column, values); break;
            case ArrowTypeKind.UInt16: Widen<ushort>(column, values); break;
            case ArrowTypeKind.UInt8: Widen<byte>(column, values); break;
            default: ArrowDecimals.Read(column, values); break;
        }
    }

    private static ReadOnlySpan<TValue> Stored<TValue>(ArrowColumn column, int count)
        where TValue : unmanaged
        => MemoryMarshal.Cast<byte, TValue>(column.Elements(1, count, Unsafe.SizeOf<TValue>()));

    private static void Widen<TValue>(ArrowColumn column, Span<double> values)
        where TValue : unmanaged, INumberBase<TValue>
    {
        ReadOnlySpan<TValue> stored = Stored<TValue>(column, values.Length);
        for (int row = 0; row < values.Length; row++)
        {
            values[row] = double.CreateTruncating(stored[row]);
        }
    }

    private static void WidenSingles(ReadOnlySpan<float> stored, Span<double> values)
    {
        int row = 0;
        for (; row <= stored.Length - Vector<float>.Count; row += Vector<float>.Count)
        {
            Vector.Widen(new Vector<float>(stored[row..]), out Vector<double> low, out Vector<double> high);
            low.CopyTo(values[row..]);
            high.CopyTo(values[(row + Vector<double>.Count)..]);
        }

        for (; row < stored.Length; row++)
        {
            values[row] = stored[row];
        }
    }

    private static void WidenInt32s(ReadOnlySpan<int> stored, Span<double> values)
    {
        int row = 0;
        for (; row <= stored.Length - Vector<int>.Count; row += Vector<int>.Count)
        {
            Vector.Widen(new Vector<int>(stored[row..]), out Vector<long> low, out Vector<long> high);
            Vector.ConvertToDouble(low).CopyTo(values[row..]);
            Vector.ConvertToDouble(high).CopyTo(values[(row + Vector<double>.Count)..]);
        }

        for (; row < stored.Length; row++)
        {
            values[row] = stored[row];
        }
    }

    /// <summary>Makes the nulls NaN, a byte of the bitmap at a time.</summary>
    private static void MaskNulls(ReadOnlySpan<byte> validity, Span<double> values)
    {
        for (int first = 0; first < values.Length && !validity.IsEmpty; first += RowsPerByte)
        {
            int valid = validity[first / RowsPerByte];
            if (valid == byte.MaxValue)
            {
                continue;
            }

            Span<double> rows = values[first..Math.Min(first + RowsPerByte, values.Length)];
            for (int row = 0; row < rows.Length; row++, valid >>= 1)
            {
                rows[row] = (valid & 1) != 0 ? rows[row] : double.NaN;
            }
        }
    }
}
