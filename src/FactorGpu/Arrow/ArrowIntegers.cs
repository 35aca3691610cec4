using System;
using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FactorGpu.Arrow.Ipc;

namespace FactorGpu.Arrow;

/// <summary>Widens a column of integers without nulls to int64, for stamps and codes.</summary>
internal static class ArrowIntegers
{
    internal static bool Are(ArrowType type) => type.Kind is >= ArrowTypeKind.Int8 and <= ArrowTypeKind.UInt64;

    /// <summary>Reads all rows; what is above the range of int64 becomes its largest value, which is no stamp.</summary>
    /// <param name="column">A column for whose type <see cref="Are"/> holds.</param>
    internal static long[] Read(ArrowColumn column) => column.Type.Kind switch
    {
        ArrowTypeKind.Int64 => Widen<long>(column),
        ArrowTypeKind.Int32 => Widen<int>(column),
        ArrowTypeKind.Int16 => Widen<short>(column),
        ArrowTypeKind.Int8 => Widen<sbyte>(column),
        ArrowTypeKind.UInt64 => Widen<ulong>(column),
        ArrowTypeKind.UInt32 => Widen<uint>(column),
        ArrowTypeKind.UInt16 => Widen<ushort>(column),
        ArrowTypeKind.UInt8 => Widen<byte>(column),
        _ => throw new UnreachableException($"{column.Type.Kind} is no integer."),
    };

    private static long[] Widen<TValue>(ArrowColumn column)
        where TValue : unmanaged, INumberBase<TValue>
    {
        ReadOnlySpan<TValue> stored = MemoryMarshal.Cast<byte, TValue>(column.Elements(1, column.RowCount, Unsafe.SizeOf<TValue>()));
        long[] values = new long[column.RowCount];
        for (int row = 0; row < values.Length; row++)
        {
            values[row] = long.CreateSaturating(stored[row]);
        }

        return values;
    }
}
