using System;
using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FactorGpu.Arrow.Ipc;

/// <summary>Widens a column of numbers to float64; null becomes NaN.</summary>
internal static class ArrowNumbers
{
    /// <summary>Reads all rows of a column for whose type <see cref="ArrowType.IsNumber"/> holds.</summary>
    /// <param name="column">The column.</param>
    /// <param name="values">One per row.</param>
    internal static void Read(ArrowColumn column, Span<double> values)
    {
        switch (column.Type.Kind)
        {
            case ArrowTypeKind.Float64: Widen<double>(column, values); break;
            case ArrowTypeKind.Float32: Widen<float>(column, values); break;
            case ArrowTypeKind.Int64: Widen<long>(column, values); break;
            case ArrowTypeKind.Int32: Widen<int>(column, values); break;
            case ArrowTypeKind.Int16: Widen<short>(column, values); break;
            case ArrowTypeKind.Int8: Widen<sbyte>(column, values); break;
            case ArrowTypeKind.UInt64: Widen<ulong>(column, values); break;
            case ArrowTypeKind.UInt32: Widen<uint>(column, values); break;
            case ArrowTypeKind.UInt16: Widen<ushort>(column, values); break;
            case ArrowTypeKind.UInt8: Widen<byte>(column, values); break;
            default: throw new UnreachableException($"{column.Type.Kind} is no number.");
        }

        ReadOnlySpan<byte> validity = column.Validity;
        for (int row = 0; row < values.Length && !validity.IsEmpty; row++)
        {
            values[row] = ArrowColumn.IsValid(validity, row) ? values[row] : double.NaN;
        }
    }

    private static void Widen<TValue>(ArrowColumn column, Span<double> values)
        where TValue : unmanaged, INumberBase<TValue>
    {
        ReadOnlySpan<TValue> stored = MemoryMarshal.Cast<byte, TValue>(column.Elements(1, values.Length, Unsafe.SizeOf<TValue>()));
        for (int row = 0; row < values.Length; row++)
        {
            values[row] = double.CreateTruncating(stored[row]);
        }
    }
}
