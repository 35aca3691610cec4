using System;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using FactorGpu.Errors;

namespace FactorGpu.Arrow.Ipc;

/// <summary>The buffers of one column of one batch.</summary>
internal sealed class ArrowColumn
{
    private readonly string _path;
    private readonly string _batch;
    private readonly ImmutableArray<ReadOnlyMemory<byte>> _buffers;
    private readonly bool _hasNulls;

    internal ArrowColumn(
        string path, string batch, ArrowField field, int rowCount, bool hasNulls, ImmutableArray<ReadOnlyMemory<byte>> buffers, ArrowDictionary? dictionary)
    {
        _path = path;
        _batch = batch;
        _buffers = buffers;
        _hasNulls = hasNulls && !buffers.IsEmpty;
        Field = field;
        RowCount = rowCount;
        Dictionary = dictionary;
        if (_hasNulls && buffers[0].Length < (rowCount + 7L) / 8)
        {
            Broken("its validity bitmap is too short");
        }
    }

    internal ArrowField Field { get; }

    /// <summary>Type of the values; of a dictionary-encoded column, those of the dictionary.</summary>
    internal ArrowType Type => Field.Type;

    internal int RowCount { get; }

    /// <summary>Of a dictionary-encoded column, its values; null when none of its rows has one.</summary>
    internal ArrowDictionary? Dictionary { get; }

    /// <summary>The validity bitmap, bit i % 8 of byte i / 8; empty when there are no nulls.</summary>
    internal ReadOnlySpan<byte> Validity => _hasNulls ? _buffers[0].Span : [];

    /// <summary>Number of buffers, the validity bitmap included.</summary>
    internal int BufferCount => _buffers.Length;

    internal static bool IsValid(ReadOnlySpan<byte> validity, int row) => validity.IsEmpty || (validity[row >> 3] >> (row & 7) & 1) != 0;

    /// <summary>The first null of a run of rows, -1 when there is none.</summary>
    /// <param name="first">First row.</param>
    /// <param name="count">Rows of the run.</param>
    internal int FirstNull(int first, int count)
    {
        ReadOnlySpan<byte> validity = Validity;
        for (int row = first; row < first + count && !validity.IsEmpty; row++)
        {
            if (!IsValid(validity, row))
            {
                return row;
            }
        }

        return -1;
    }

    /// <summary>The numbers of a column of float64 without nulls, where they lie.</summary>
    /// <returns>False for every other column.</returns>
    internal bool TryGetDoubles(out ReadOnlySpan<double> values)
    {
        bool isPlain = Type.Kind == ArrowTypeKind.Float64 && Field.Encoding is null && !_hasNulls;
        values = isPlain ? MemoryMarshal.Cast<byte, double>(Elements(1, RowCount, sizeof(double))) : [];
        return isPlain;
    }

    /// <summary>The bytes of a buffer with a fixed number of elements.</summary>
    /// <param name="index">1 is the first after the validity bitmap.</param>
    /// <param name="count">Elements that must be there.</param>
    /// <param name="elementBytes">Bytes of an element.</param>
    internal ReadOnlySpan<byte> Elements(int index, long count, int elementBytes)
    {
        ReadOnlySpan<byte> bytes = _buffers[index].Span;
        long needed = count * elementBytes;
        if (bytes.Length < needed)
        {
            Broken($"a buffer of {bytes.Length} bytes is to hold {count} elements of {elementBytes}");
        }

        return bytes[..(int)needed];
    }

    /// <summary>Refuses a column that has more rows than bytes, before memory is taken for its rows. A column of nulls alone has no bytes at all.</summary>
    internal void RefuseRowsWithoutBytes()
    {
        if (Type.Kind != ArrowTypeKind.Null && _buffers[1].Length < RowCount)
        {
            Broken($"a buffer of {_buffers[1].Length} bytes is to hold {RowCount} rows");
        }
    }

    /// <summary>All bytes of a buffer.</summary>
    internal ReadOnlySpan<byte> Bytes(int index) => _buffers[index].Span;

    /// <summary>Refuses the column as broken.</summary>
    /// <param name="what">What is broken, as a clause.</param>
    [DoesNotReturn]
    internal void Broken(string what) => Throw.ArrowBroken(_path, $"in column {Field.Name} of its {_batch} {what}");
}
