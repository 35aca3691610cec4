using System;
using System.Buffers.Binary;
using System.Collections.Immutable;
using FactorGpu.Arrow.Ipc.Compression;
using FactorGpu.Errors;

namespace FactorGpu.Arrow.Ipc;

/// <summary>A record batch: the flat lists of its metadata (Message.fbs), checked, and its columns, read when asked for.</summary>
internal sealed class ArrowBatch
{
    private const int BatchLength = 0;
    private const int BatchNodes = 1;
    private const int BatchBuffers = 2;
    private const int BatchCompression = 3;
    private const int BatchViewCounts = 4;
    private const int PairBytes = 2 * sizeof(long);

    // Arrow JS states this for a part of a longer column; the bitmap then tells.
    private const int UnknownNulls = -1;

    private readonly FileBytes _file;
    private readonly ArrowBlock _block;
    private readonly ArrowCompression _compression;
    private readonly byte[] _nodes;
    private readonly byte[] _buffers;
    private readonly byte[] _viewCounts;
    private readonly ImmutableDictionary<long, ArrowDictionary> _dictionaries;

    /// <param name="file">The file.</param>
    /// <param name="name">The batch, as messages name it.</param>
    /// <param name="message">The message that holds it.</param>
    /// <param name="batch">Its table RecordBatch.</param>
    /// <param name="dictionaries">The dictionaries that hold for it, by their numbers.</param>
    internal ArrowBatch(FileBytes file, string name, ArrowMessage message, FlatTable batch, ImmutableDictionary<long, ArrowDictionary> dictionaries)
    {
        _file = file;
        _block = message.Block;
        _dictionaries = dictionaries;
        Name = name;
        _compression = BodyCompression.Read(batch, BatchCompression, file.Path);
        long rows = batch.Int64(BatchLength);
        if (rows < 0 || rows > Array.MaxLength)
        {
            Throw.ArrowBroken(file.Path, $"its {Name} is said to have {rows} rows in {_block.BodyBytes} bytes");
        }

        RowCount = (int)rows;
        _nodes = batch.Vector(BatchNodes, PairBytes).ToArray();
        _buffers = batch.Vector(BatchBuffers, PairBytes).ToArray();
        _viewCounts = batch.Vector(BatchViewCounts, sizeof(long)).ToArray();
    }

    internal int RowCount { get; }

    /// <summary>The batch, as messages name it: "record batch 3".</summary>
    internal string Name { get; }

    /// <summary>Reads the buffers of a column, those of its children left out.</summary>
    /// <param name="field">A column of the schema; of a dictionary batch, the column of its values.</param>
    /// <exception cref="BarFormatException">The lists do not have the column, or its buffers do not lie in the body.</exception>
    internal ArrowColumn Column(ArrowField field) => Column(field, RowCount);

    /// <summary>Reads the buffers of a child of a column.</summary>
    /// <param name="field">The child.</param>
    /// <param name="rowCount">Values that it must have.</param>
    /// <exception cref="BarFormatException">The lists do not have the child, it has another number of values, or its buffers do not lie in the body.</exception>
    internal ArrowColumn Column(ArrowField field, int rowCount)
    {
        long nulls = NullCount(field, rowCount);
        var buffers = ImmutableArray.CreateBuilder<ReadOnlyMemory<byte>>();
        (long first, long count) = BufferRange(field);
        for (long b = first; b < first + count; b++)
        {
            buffers.Add(ReadBuffer(Entry(_buffers, PairBytes, b, "buffer", field)));
        }

        ArrowDictionary? dictionary = field.Encoding is null ? null : _dictionaries.GetValueOrDefault(field.Encoding.Id);
        bool hasNulls = nulls > 0 || (nulls == UnknownNulls && buffers is [{ Length: > 0 }, ..]);
        return new ArrowColumn(_file.Path, Name, field, rowCount, hasNulls, buffers.ToImmutable(), dictionary);
    }

    /// <summary>Finds the numbers of a column without nulls in the file, to be read when they are used.</summary>
    /// <param name="field">A column of numbers of this type, or a child of one.</param>
    /// <param name="rowCount">Values that it must have.</param>
    /// <param name="values">The numbers; the file must stay open as long as they are used.</param>
    /// <returns>False when the values do not stand in the file as they are: the body is compressed, or there are nulls, or too few bytes.</returns>
    internal unsafe bool TryStored<TValue>(ArrowField field, int rowCount, out ReadOnlyMemory<TValue> values)
        where TValue : unmanaged
    {
        values = default;
        if (NullCount(field, rowCount) != 0 || _compression != ArrowCompression.None)
        {
            return false;
        }

        (long offset, long length) = Place(Entry(_buffers, PairBytes, BufferRange(field).First + 1, "buffer", field));
        bool isWhole = length >= (long)rowCount * sizeof(TValue);
        values = isWhole ? new FileNumbers<TValue>(_file, $"{Name} body", offset, rowCount).Memory : default;
        return isWhole;
    }

    private long NullCount(ArrowField field, int rowCount)
    {
        ReadOnlySpan<byte> node = Entry(_nodes, PairBytes, field.First.Nodes, "node", field);
        long rows = BinaryPrimitives.ReadInt64LittleEndian(node);
        long nulls = BinaryPrimitives.ReadInt64LittleEndian(node[sizeof(long)..]);
        if (rows != rowCount || nulls < UnknownNulls || nulls > rows)
        {
            string needed = rowCount == RowCount ? $"the batch has {rowCount} rows" : $"{rowCount} are needed";
            Throw.ArrowBroken(_file.Path, $"column {field.Name} of its {Name} is said to have {rows} rows and {nulls} nulls; {needed}");
        }

        return nulls;
    }

    private (long First, long Count) BufferRange(ArrowField field) => (
        field.First.Buffers + ViewBuffers(0, field.First.Views, field),
        field.Alone.Buffers + ViewBuffers(field.First.Views, field.Alone.Views, field));

    /// <summary>Data buffers of view columns, counted from one view column over the next ones.</summary>
    private long ViewBuffers(int firstView, int views, ArrowField field)
    {
        long count = 0;
        for (int v = firstView; v < firstView + views; v++)
        {
            long own = BinaryPrimitives.ReadInt64LittleEndian(Entry(_viewCounts, sizeof(long), v, "number of view buffers", field));
            if (own < 0 || own > _buffers.Length / PairBytes)
            {
                Throw.ArrowBroken(_file.Path, $"its {Name} is said to have {own} data buffers for one column of views");
            }

            count += own;
        }

        return count;
    }

    private ReadOnlySpan<byte> Entry(byte[] list, int entryBytes, long index, string what, ArrowField field)
    {
        if (index >= list.Length / entryBytes)
        {
            Throw.ArrowBroken(_file.Path, $"its {Name} has no {what} for column {field.Name}");
        }

        return list.AsSpan((int)index * entryBytes, entryBytes);
    }

    private ReadOnlyMemory<byte> ReadBuffer(ReadOnlySpan<byte> entry)
    {
        (long offset, long length) = Place(entry);
        ReadOnlyMemory<byte> stored = _file.Read($"{Name} body", offset, length);
        return _compression == ArrowCompression.None ? stored : CompressedBuffer.Decompress(_compression, stored, _file.Path, Name);
    }

    /// <summary>Where a buffer lies in the file.</summary>
    private (long Offset, long Length) Place(ReadOnlySpan<byte> entry)
    {
        long offset = BinaryPrimitives.ReadInt64LittleEndian(entry);
        long length = BinaryPrimitives.ReadInt64LittleEndian(entry[sizeof(long)..]);
        if (offset < 0 || length < 0 || length > _block.BodyBytes || offset > _block.BodyBytes - length)
        {
            Throw.ArrowBroken(_file.Path, $"a buffer of its {Name} is said to have {length} bytes from byte {offset} of a body of {_block.BodyBytes}");
        }

        return (_block.BodyOffset + offset, length);
    }
}
