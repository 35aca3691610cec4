using System;
using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FactorGpu.Arrow.Ipc;

namespace FactorGpu.Arrow;

/// <summary>Widens a column of integers to int64, for stamps and codes.</summary>
internal static class ArrowIntegers
{
    /// <summary>Reads a run of rows; what is above the range of int64 becomes its largest value, which is no stamp. Nulls have any value.</summary>
    /// <param name="column">A column for whose type <see cref="ArrowType.IsInteger"/> holds.</param>
    /// <param name="firstRow">First row of the run.</param>
    /// <param name="count">Its rows.</param>
    internal static long[] Read(ArrowColumn column, int firstRow, int count) => column.Type.Kind switch
    {
        ArrowTypeKind.Int64 => Widen<long>(column, firstRow, count),
        ArrowTypeKind.Int32 => Widen<int>(column, firstRow, count),
        ArrowTypeKind.Int16 => Widen<short>(column, firstRow, count),
        ArrowTypeKind.Int8 => Widen<sbyte>(column, firstRow, count),
        ArrowTypeKind.UInt64 => Widen<ulong>(column, firstRow, count),
        ArrowTypeKind.UInt32 => Widen<uint>(column, firstRow, count),
        ArrowTypeKind.UInt16 => Widen<ushort>(column, firstRow, count),
        ArrowTypeKind.UInt8 => Widen<byte>(column, firstRow, count),
        _ => throw new UnreachableException($"{column.Type.Kind} is no integer."),
    };

    private static long[] Widen<TValue>(ArrowColumn column, int firstRow, int count)
        where TValue : unmanaged, INumberBase<TValue>
    {
        ReadOnlySpan<TValue> stored = MemoryMarshal.Cast<byte, TValue>(column.Elements(1, column.RowCount, Unsafe.SizeOf<TValue>())).Slice(firstRow, count);
        long[] values = new long[count];
        for (int row = 0; row < values.Length; row++)
        {
            values[row] = long.CreateSaturating(stored[row]);
        }

        return values;
    }
}
