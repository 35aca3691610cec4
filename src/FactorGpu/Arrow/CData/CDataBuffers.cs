using System;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using FactorGpu.Arrow.CData.Native;
using FactorGpu.Arrow.Ipc;
using FactorGpu.Errors;

namespace FactorGpu.Arrow.CData;

/// <summary>The buffers of one array as those of a file would be: from the first value of the batch to the last, whatever offset the array has.</summary>
/// <remarks>What keeps reads in bounds: lengths computed here from the counts that <see cref="CDataBatch"/> has checked, and the producer's word that its buffers are that long.</remarks>
internal sealed unsafe partial class CDataBuffers
{
    private const int ViewBytes = 16;
    private const int WidestValueBytes = 32;
    private const int FirstData = 2;

    private readonly CDataArray _owner;
    private readonly CDataNode _node;
    private readonly ArrowTypeKind _kind;
    private readonly string _place;
    private readonly void** _buffers;

    /// <param name="owner">What keeps the array.</param>
    /// <param name="node">The array.</param>
    /// <param name="kind">What is stored in it: values, or positions in a dictionary.</param>
    /// <param name="place">The array, as messages name it: "column code of its record batch 3".</param>
    /// <exception cref="BarFormatException">It has not the buffers of its type, or nulls that contradict its validity.</exception>
    internal CDataBuffers(CDataArray owner, CDataNode node, ArrowTypeKind kind, string place)
    {
        _owner = owner;
        _node = node;
        _kind = kind;
        _place = place;
        _buffers = node.Array->Buffers;
        CheckCounts();
        HasNulls = FindNulls();
    }

    /// <summary>True when a value of the batch is null.</summary>
    internal bool HasNulls { get; }

    private long Start => _node.Start;

    private long RowCount => _node.RowCount;

    /// <summary>All buffers, in the order of the format.</summary>
    /// <exception cref="BarFormatException">One is missing, too long, or contradicts itself.</exception>
    internal ImmutableArray<ReadOnlyMemory<byte>> Read() => _kind switch
    {
        ArrowTypeKind.Null => [],
        ArrowTypeKind.FixedSizeList => [Validity()],
        ArrowTypeKind.Utf8 => [Validity(), Offsets(sizeof(int)), Texts(End<int>())],
        ArrowTypeKind.LargeUtf8 => [Validity(), Offsets(sizeof(long)), Texts(End<long>())],
        ArrowTypeKind.Utf8View => [Validity(), Values(ViewBytes), .. ViewTexts()],
        _ => [Validity(), Values(WidthOf(_kind))],
    };

    /// <summary>The numbers where they lie.</summary>
    /// <returns>False when there are nulls, or the numbers are not aligned.</returns>
    internal bool TryUse<TValue>(out ReadOnlyMemory<TValue> values)
        where TValue : unmanaged
    {
        Debug.Assert(WidthOf(_kind) == sizeof(TValue), "the numbers of the array are of this type");
        ReadOnlyMemory<byte> bytes = Values(sizeof(TValue));
        byte* first = (byte*)_buffers[1] + (Start * sizeof(TValue));
        bool isUsable = !HasNulls && !bytes.IsEmpty && (nuint)first % (nuint)sizeof(TValue) == 0;
        values = isUsable ? _owner.Use<TValue>(first, (int)RowCount) : default;
        return isUsable;
    }

    private static int WidthOf(ArrowTypeKind kind) => kind switch
    {
        ArrowTypeKind.Int8 or ArrowTypeKind.UInt8 => 1,
        ArrowTypeKind.Int16 or ArrowTypeKind.UInt16 or ArrowTypeKind.Float16 => 2,
        ArrowTypeKind.Int32 or ArrowTypeKind.UInt32 or ArrowTypeKind.Float32 or ArrowTypeKind.Decimal32 or ArrowTypeKind.Date32 or ArrowTypeKind.Time32 => 4,
        ArrowTypeKind.Int64 or ArrowTypeKind.UInt64 or ArrowTypeKind.Float64 or ArrowTypeKind.Decimal64 => 8,
        ArrowTypeKind.Date64 or ArrowTypeKind.Time64 or ArrowTypeKind.Timestamp => 8,
        ArrowTypeKind.Decimal128 => 16,
        ArrowTypeKind.Decimal256 => WidestValueBytes,
        _ => throw new UnreachableException($"Values of {kind} are nowhere read."),
    };

    private void CheckCounts()
    {
        ArrowParts parts = ArrowParts.Of(_kind, isBeforeV5: false);
        long buffers = _node.Array->BufferCount;

        // Views have data buffers, as many as there are, and one with the lengths of these.
        if (parts.Views > 0 ? buffers <= parts.Buffers || buffers > int.MaxValue : buffers != parts.Buffers)
        {
            Broken($"are {buffers} buffers, where {_kind} has {(parts.Views > 0 ? $"{parts.Buffers + 1} or more" : parts.Buffers)}");
        }

        if (Start > (long.MaxValue / WidestValueBytes) - RowCount - 1)
        {
            Broken($"is an offset of {Start}");
        }
    }

    private ReadOnlyMemory<byte> Values(int valueBytes) => Bytes(1, Start * valueBytes, RowCount * valueBytes);

    private ReadOnlyMemory<byte> Offsets(int offsetBytes) => RowCount == 0 ? ReadOnlyMemory<byte>.Empty : Bytes(1, Start * offsetBytes, (RowCount + 1) * offsetBytes);

    /// <summary>Where the last text ends, once <see cref="Offsets"/> has found the buffer.</summary>
    private long End<TOffset>()
        where TOffset : unmanaged, IBinaryInteger<TOffset>
        => RowCount == 0 ? 0 : long.CreateTruncating(((TOffset*)_buffers[1])[Start + RowCount]);

    /// <summary>The texts of an array end where its last one does; each is held against that when it is read.</summary>
    private ReadOnlyMemory<byte> Texts(long end)
    {
        if (end < 0)
        {
            Broken($"is a text that ends at byte {end}");
        }

        return Bytes(FirstData, 0, end);
    }

    private ReadOnlyMemory<byte>[] ViewTexts()
    {
        int count = (int)_node.Array->BufferCount - FirstData - 1;
        long* lengths = (long*)_buffers[FirstData + count];
        if (count > 0 && lengths is null)
        {
            Broken($"are {count} buffers of texts without their lengths");
        }

        var texts = new ReadOnlyMemory<byte>[count];
        for (int b = 0; b < count; b++)
        {
            if (lengths[b] < 0)
            {
                Broken($"is a buffer of {lengths[b]} bytes");
            }

            texts[b] = Bytes(FirstData + b, 0, lengths[b]);
        }

        return texts;
    }

    private ReadOnlyMemory<byte> Bytes(int buffer, long first, long length)
    {
        if (length > Array.MaxLength)
        {
            Throw.ArrowUnsupported(Throw.ArrowStreamName, $"a buffer of {length} bytes in {_place}", "2 GiB are read at most", "Export smaller record batches.");
        }

        if (length == 0)
        {
            return ReadOnlyMemory<byte>.Empty;
        }

        if (_buffers[buffer] is null)
        {
            Broken($"is no buffer {buffer}, and {length} bytes of it are needed");
        }

        return _owner.Numbers<byte>((byte*)_buffers[buffer] + first, (int)length);
    }

    [DoesNotReturn]
    private void Broken(string what) => Throw.ArrowBroken(Throw.ArrowStreamName, $"in {_place} {what}");
}
