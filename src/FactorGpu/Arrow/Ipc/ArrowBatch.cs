using System;
using System.Buffers.Binary;
using System.Collections.Immutable;
using FactorGpu.Arrow.Ipc.Compression;
using FactorGpu.Errors;

namespace FactorGpu.Arrow.Ipc;

/// <summary>A record batch: the flat lists of its metadata (Message.fbs), checked, and its columns, read when asked for.</summary>
internal sealed class ArrowBatch
{
    private const int MessageHeaderType = 1;
    private const int MessageHeader = 2;
    private const byte RecordBatchHeader = 3;
    private const int BatchLength = 0;
    private const int BatchNodes = 1;
    private const int BatchBuffers = 2;
    private const int BatchCompression = 3;
    private const int BatchViewCounts = 4;
    private const int PairBytes = 2 * sizeof(long);

    // A batch with a code column has at least its offsets.
    private const int MinRowBytes = sizeof(int);

    private readonly FileBytes _file;
    private readonly ArrowBlock _block;
    private readonly ArrowCompression _compression;
    private readonly byte[] _nodes;
    private readonly byte[] _buffers;
    private readonly byte[] _viewCounts;

    internal ArrowBatch(FileBytes file, int index, ArrowBlock block)
    {
        _file = file;
        _block = block;
        Name = $"record batch {index}";
        FlatTable batch = ReadHeader();
        _compression = BodyCompression.Read(batch, BatchCompression, file.Path);
        _nodes = batch.Vector(BatchNodes, PairBytes).ToArray();
        _buffers = batch.Vector(BatchBuffers, PairBytes).ToArray();
        _viewCounts = batch.Vector(BatchViewCounts, sizeof(long)).ToArray();
        long rows = batch.Int64(BatchLength);
        long bytes = _compression == ArrowCompression.None ? block.BodyBytes : MostBufferBytes();
        if (rows < 0 || rows > bytes / MinRowBytes)
        {
            Throw.ArrowBroken(file.Path, $"its {Name} is said to have {rows} rows in {bytes} bytes");
        }

        RowCount = (int)Math.Min(rows, int.MaxValue);
    }

    internal int RowCount { get; }

    private string Name { get; }

    /// <summary>Reads the buffers of a column.</summary>
    /// <exception cref="BarFormatException">The lists do not have the column, or its buffers do not lie in the body.</exception>
    internal ArrowColumn Column(ArrowField field)
    {
        ReadOnlySpan<byte> node = Entry(_nodes, PairBytes, field.First.Nodes, "node", field);
        long rows = BinaryPrimitives.ReadInt64LittleEndian(node);
        long nulls = BinaryPrimitives.ReadInt64LittleEndian(node[sizeof(long)..]);
        if (rows != RowCount || nulls < 0 || nulls > rows)
        {
            Throw.ArrowBroken(_file.Path, $"column {field.Name} of its {Name} is said to have {rows} rows and {nulls} nulls; the batch has {RowCount} rows");
        }

        long first = field.First.Buffers + ViewBuffers(0, field.First.Views, field);
        long count = field.Own.Buffers + ViewBuffers(field.First.Views, field.Own.Views, field);
        var buffers = ImmutableArray.CreateBuilder<ReadOnlyMemory<byte>>();
        for (long b = first; b < first + count; b++)
        {
            buffers.Add(ReadBuffer(Entry(_buffers, PairBytes, b, "buffer", field)));
        }

        return new ArrowColumn(_file.Path, Name, field, RowCount, hasNulls: nulls > 0, buffers.ToImmutable());
    }

    private FlatTable ReadHeader()
    {
        ReadOnlySpan<byte> bytes = _file.Read(Name, _block.Offset, _block.MetadataBytes).Span;

        // Since format 0.15 a message starts with a continuation marker; then come the length of the metadata and the metadata.
        int prefix = bytes.StartsWith<byte>([0xFF, 0xFF, 0xFF, 0xFF]) ? 2 * sizeof(int) : sizeof(int);
        FlatTable message = FlatTable.Root(bytes[Math.Min(prefix, bytes.Length)..], _file.Path, Name);
        if (message.Byte(MessageHeaderType) != RecordBatchHeader)
        {
            Throw.ArrowBroken(_file.Path, $"its {Name} is a message of type {message.Byte(MessageHeaderType)}");
        }

        return message.Table(MessageHeader, "header");
    }

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

    /// <summary>The most bytes that a buffer of a compressed body has once it is decompressed; one of them has some for each row.</summary>
    private long MostBufferBytes()
    {
        long most = 0;
        for (ReadOnlySpan<byte> buffers = _buffers; !buffers.IsEmpty; buffers = buffers[PairBytes..])
        {
            (long offset, long length) = BufferPlace(buffers);
            if (length >= CompressedBuffer.PrefixBytes)
            {
                long stated = BinaryPrimitives.ReadInt64LittleEndian(_file.Read($"{Name} body", offset, CompressedBuffer.PrefixBytes).Span);
                most = Math.Max(most, CompressedBuffer.MostRawBytes(_compression, stated, length));
            }
        }

        return most;
    }

    private ReadOnlyMemory<byte> ReadBuffer(ReadOnlySpan<byte> entry)
    {
        (long offset, long length) = BufferPlace(entry);
        ReadOnlyMemory<byte> stored = _file.Read($"{Name} body", offset, length);
        return _compression == ArrowCompression.None ? stored : CompressedBuffer.Decompress(_compression, stored, _file.Path, Name);
    }

    /// <summary>Where a buffer lies in the file.</summary>
    private (long Offset, long Length) BufferPlace(ReadOnlySpan<byte> entry)
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
