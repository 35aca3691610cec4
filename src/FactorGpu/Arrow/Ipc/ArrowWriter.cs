using System;
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Runtime.ExceptionServices;
using System.Threading.Tasks;
using FactorGpu.Arrow.Ipc.Compression;

namespace FactorGpu.Arrow.Ipc;

/// <summary>Writes an Arrow IPC file or stream, record batch by record batch.</summary>
/// <remarks>
/// Layout (Columnar.rst, "Serialization and Interprocess Communication"): metadata of version 5, messages that start with a continuation marker, an end-of-stream
/// mark, for a file also the footer. The metadata of each message is padded so that its body starts at a multiple of 64 bytes of the output, and so does each
/// buffer in it: a mapped file serves as aligned memory.
/// </remarks>
internal sealed class ArrowWriter
{
    private const int Alignment = 64;
    private const int PrefixBytes = 2 * sizeof(int);

    private readonly Stream _output;
    private readonly ArrowContainer _container;
    private readonly ArrowCompression _compression;
    private readonly ArrowMessageWriter _messages;
    private readonly ImmutableArray<ArrowBlock>.Builder _batches = ImmutableArray.CreateBuilder<ArrowBlock>();
    private long _position;

    /// <summary>Starts a file or stream: writes its schema.</summary>
    /// <param name="output">Where to write; only written to, and left open.</param>
    /// <param name="container">File or stream.</param>
    /// <param name="schema">The columns.</param>
    /// <param name="compression">Codec of each buffer.</param>
    internal ArrowWriter(Stream output, ArrowContainer container, ArrowOutputSchema schema, ArrowCompression compression)
    {
        _output = output;
        _container = container;
        _compression = compression;
        _messages = new ArrowMessageWriter(schema, compression);
        if (container == ArrowContainer.File)
        {
            Write("ARROW1\0\0"u8);
        }

        WriteMetadata(_messages.Schema());
    }

    /// <summary>Writes a record batch. Its columns are made, and compressed, on several threads.</summary>
    /// <param name="rowCount">Its rows.</param>
    /// <param name="columns">What makes each column, in the order of the schema; each has <paramref name="rowCount"/> rows.</param>
    internal void WriteBatch(int rowCount, ImmutableArray<Func<ArrowOutputColumn>> columns)
    {
        var nodes = new ImmutableArray<ArrowOutputNode>[columns.Length];
        var buffers = new ImmutableArray<ArrowOutputBuffer>[columns.Length];
        try
        {
            Parallel.For(0, columns.Length, c =>
            {
                ArrowOutputColumn column = columns[c]();
                nodes[c] = column.Nodes;
                buffers[c] = [.. column.Buffers.Select(Stored)];
            });
        }
        catch (AggregateException e)
        {
            // What is wrong is wrong with every column, a codec that is not installed: one of the exceptions says it.
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }

        WriteBatch(rowCount, [.. nodes.SelectMany(own => own)], [.. buffers.SelectMany(own => own)]);
    }

    /// <summary>Ends the file or stream; nothing can be written after that.</summary>
    internal void Finish()
    {
        WritePrefix(0);
        if (_container == ArrowContainer.File)
        {
            byte[] footer = _messages.Footer(_batches.ToImmutable());
            Write(footer);
            WriteInt32(footer.Length);
            Write("ARROW1"u8);
        }
    }

    private void WriteBatch(int rowCount, ImmutableArray<ArrowOutputNode> nodes, ImmutableArray<ArrowOutputBuffer> buffers)
    {
        var places = ImmutableArray.CreateBuilder<ArrowOutputPlace>(buffers.Length);
        long bodyBytes = 0;
        foreach (ArrowOutputBuffer buffer in buffers)
        {
            int length = buffer.Bytes.Length;
            places.Add(new ArrowOutputPlace(bodyBytes, length));
            bodyBytes += length + Padding(length);
        }

        long offset = _position;
        WriteMetadata(_messages.Batch(rowCount, nodes, places.MoveToImmutable(), bodyBytes));
        _batches.Add(new ArrowBlock(offset, (int)(_position - offset), bodyBytes));
        foreach (ArrowOutputBuffer buffer in buffers)
        {
            Write(buffer.Bytes);
            Pad();
        }
    }

    private ArrowOutputBuffer Stored(ArrowOutputBuffer buffer)
        => _compression == ArrowCompression.None ? buffer : ArrowOutputBuffer.Of(CompressedBuffer.Compress(_compression, buffer.Bytes));

    private void WriteMetadata(byte[] metadata)
    {
        long end = _position + PrefixBytes + metadata.Length;
        WritePrefix(metadata.Length + Padding(end));
        Write(metadata);
        Pad();
    }

    private void WritePrefix(int metadataBytes)
    {
        WriteInt32(-1);
        WriteInt32(metadataBytes);
    }

    private void WriteInt32(int value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        Write(bytes);
    }

    private void Pad()
    {
        Span<byte> zeros = stackalloc byte[Alignment];
        zeros.Clear();
        Write(zeros[..Padding(_position)]);
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        _output.Write(bytes);
        _position += bytes.Length;
    }

    private static int Padding(long position) => (int)(-position & (Alignment - 1));
}
