using System;
using System.Buffers.Binary;

namespace FactorGpu.Arrow.Ipc;

/// <summary>The texts of a column of Utf8, LargeUtf8 or Utf8View, as UTF-8 bytes of its buffers.</summary>
internal readonly ref struct ArrowTexts
{
    private const int ViewBytes = 16;
    private const int InlineBytes = 12;
    private const int FirstDataBuffer = 2;

    private readonly ArrowColumn _column;
    private readonly ArrowTypeKind _kind;
    private readonly ReadOnlySpan<byte> _places;

    // The data buffer that all texts but views share.
    private readonly ReadOnlySpan<byte> _data;

    internal ArrowTexts(ArrowColumn column)
    {
        _column = column;
        _kind = column.Type.Kind;
        _places = _kind switch
        {
            ArrowTypeKind.Utf8View => column.Elements(1, column.RowCount, ViewBytes),
            _ when column.RowCount == 0 => [],
            ArrowTypeKind.LargeUtf8 => column.Elements(1, column.RowCount + 1L, sizeof(long)),
            _ => column.Elements(1, column.RowCount + 1L, sizeof(int)),
        };
        _data = _kind == ArrowTypeKind.Utf8View ? [] : column.Bytes(FirstDataBuffer);
    }

    /// <summary>The text of a row that is not null.</summary>
    internal ReadOnlySpan<byte> this[int row] => _kind switch
    {
        ArrowTypeKind.Utf8View => View(_places.Slice(row * ViewBytes, ViewBytes)),
        ArrowTypeKind.LargeUtf8 => Between(
            BinaryPrimitives.ReadInt64LittleEndian(_places[(row * sizeof(long))..]), BinaryPrimitives.ReadInt64LittleEndian(_places[((row + 1) * sizeof(long))..])),
        _ => Between(
            BinaryPrimitives.ReadInt32LittleEndian(_places[(row * sizeof(int))..]), BinaryPrimitives.ReadInt32LittleEndian(_places[((row + 1) * sizeof(int))..])),
    };

    private ReadOnlySpan<byte> Between(long start, long end)
    {
        if (start < 0 || end < start || end > _data.Length)
        {
            _column.Broken($"a text is said to lie at bytes {start}..{end} of {_data.Length}");
        }

        return _data[(int)start..(int)end];
    }

    /// <summary>A view: length, then up to 12 bytes of text, or 4 bytes of it, the number of a data buffer and the place in it.</summary>
    private ReadOnlySpan<byte> View(ReadOnlySpan<byte> view)
    {
        int length = BinaryPrimitives.ReadInt32LittleEndian(view);
        if (length is >= 0 and <= InlineBytes)
        {
            return view.Slice(4, length);
        }

        int buffer = BinaryPrimitives.ReadInt32LittleEndian(view[8..]);
        long start = BinaryPrimitives.ReadInt32LittleEndian(view[12..]);
        if (length < 0 || buffer < 0 || buffer >= _column.BufferCount - FirstDataBuffer)
        {
            _column.Broken($"a text of {length} bytes is said to lie in data buffer {buffer} of {_column.BufferCount - FirstDataBuffer}");
        }

        ReadOnlySpan<byte> data = _column.Bytes(FirstDataBuffer + buffer);
        if (start < 0 || start + length > data.Length)
        {
            _column.Broken($"a text is said to lie at bytes {start}..{start + length} of {data.Length}");
        }

        return data.Slice((int)start, length);
    }
}
