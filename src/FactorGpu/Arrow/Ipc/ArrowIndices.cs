using System;
using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FactorGpu.Arrow.Ipc;

/// <summary>Reads what a dictionary-encoded column holds: positions in its dictionary.</summary>
internal static class ArrowIndices
{
    /// <summary>Reads all rows, each checked against the dictionary.</summary>
    /// <param name="column">A dictionary-encoded column.</param>
    /// <param name="entries">One per row: the position of its value, or -1 for null. A value of the dictionary may be null, too.</param>
    internal static void Read(ArrowColumn column, Span<int> entries)
    {
        switch (column.Field.Encoding!.IndexKind)
        {
            case ArrowTypeKind.Int8: Read<sbyte>(column, entries); break;
            case ArrowTypeKind.Int16: Read<short>(column, entries); break;
            case ArrowTypeKind.Int32: Read<int>(column, entries); break;
            case ArrowTypeKind.Int64: Read<long>(column, entries); break;
            case ArrowTypeKind.UInt8: Read<byte>(column, entries); break;
            case ArrowTypeKind.UInt16: Read<ushort>(column, entries); break;
            case ArrowTypeKind.UInt32: Read<uint>(column, entries); break;
            case ArrowTypeKind.UInt64: Read<ulong>(column, entries); break;
            default: throw new UnreachableException($"{column.Field.Encoding.IndexKind} is no index.");
        }
    }

    private static void Read<TIndex>(ArrowColumn column, Span<int> entries)
        where TIndex : unmanaged, IBinaryInteger<TIndex>
    {
        ReadOnlySpan<TIndex> stored = MemoryMarshal.Cast<byte, TIndex>(column.Elements(1, entries.Length, Unsafe.SizeOf<TIndex>()));
        ReadOnlySpan<byte> validity = column.Validity;
        ulong count = (ulong)(column.Dictionary?.Count ?? 0);
        for (int row = 0; row < entries.Length; row++)
        {
            // A negative index becomes a large one.
            ulong entry = ulong.CreateTruncating(stored[row]);
            if (!ArrowColumn.IsValid(validity, row))
            {
                entries[row] = -1;
                continue;
            }

            if (entry >= count)
            {
                column.Broken($"row {row} refers to value {stored[row]} of a dictionary of {count}");
            }

            entries[row] = (int)entry;
        }
    }
}
