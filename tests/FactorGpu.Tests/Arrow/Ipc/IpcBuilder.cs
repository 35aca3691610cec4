using System;
using System.Collections.Generic;
using System.Linq;
using FactorGpu.Arrow;
using FactorGpu.Arrow.Ipc.Compression;

namespace FactorGpu.Tests.Arrow.Ipc;

/// <summary>Builds small Arrow IPC files and streams by hand, of good and of bad content.</summary>
internal sealed class IpcBuilder
{
    private const short V5 = 4;

    private readonly FlatNode _schema;
    private readonly List<(byte Type, byte[] Metadata, byte[] Body)> _messages = [];

    internal IpcBuilder(params IpcColumn[] columns)
    {
        _schema = new FlatNode { [0] = (short)0, [1] = columns.Select(column => column.Field()).ToArray() };
    }

    /// <summary>Zero bytes put before the buffers of each body.</summary>
    internal int BodyShift { get; init; }

    /// <summary>How the buffers are compressed.</summary>
    internal ArrowCompression Compression { get; init; }

    /// <summary>Adds a key and a value to the schema.</summary>
    internal IpcBuilder Metadata(string key, string value)
    {
        _schema[2] = new FlatNode[] { new() { [0] = key, [1] = value } };
        return this;
    }

    internal IpcBuilder Batch(params IpcColumn[] columns)
    {
        (FlatNode batch, byte[] body) = RecordBatch(columns);
        return Message(3, batch, body);
    }

    internal IpcBuilder Dictionary(long id, IpcColumn values, bool isDelta = false)
    {
        (FlatNode batch, byte[] body) = RecordBatch([values]);
        return Message(2, new FlatNode { [0] = id, [1] = batch, [2] = isDelta }, body);
    }

    /// <summary>A message with any header.</summary>
    internal IpcBuilder Message(byte type, FlatNode header, byte[] body)
    {
        _messages.Add((type, FlatWriter.Write(new FlatNode { [0] = V5, [1] = type, [2] = header, [3] = (long)body.Length }), body));
        return this;
    }

    /// <summary>The stream format.</summary>
    /// <param name="hasMarkers">False for the framing before format 0.15.</param>
    /// <param name="hasEnd">False for a stream that ends with its last message.</param>
    internal byte[] ToStream(bool hasMarkers = true, bool hasEnd = true)
    {
        byte[] schema = FlatWriter.Write(new FlatNode { [0] = V5, [1] = (byte)1, [2] = _schema, [3] = 0L });
        var bytes = new List<byte>(Framed(schema, [], hasMarkers));
        foreach ((byte _, byte[] metadata, byte[] body) in _messages)
        {
            bytes.AddRange(Framed(metadata, body, hasMarkers));
        }

        bytes.AddRange(hasEnd ? Prefix(0, hasMarkers) : []);
        return [.. bytes];
    }

    /// <summary>The file format.</summary>
    internal byte[] ToFile()
    {
        var bytes = new List<byte>([.. "ARROW1\0\0"u8]);
        var blocks = new Dictionary<byte, List<byte>> { [2] = [], [3] = [] };
        foreach ((byte type, byte[] metadata, byte[] body) in _messages)
        {
            blocks[type].AddRange(IpcColumn.Bytes([(long)bytes.Count, metadata.Length + 8L, body.Length]));
            bytes.AddRange(Framed(metadata, body, hasMarkers: true));
        }

        bytes.AddRange(Prefix(0, hasMarker: true));
        byte[] footer = FlatWriter.Write(new FlatNode { [0] = V5, [1] = _schema, [2] = Structs(blocks[2], 24), [3] = Structs(blocks[3], 24) });
        return [.. bytes, .. footer, .. BitConverter.GetBytes(footer.Length), .. "ARROW1"u8];
    }

    private (FlatNode Batch, byte[] Body) RecordBatch(IpcColumn[] columns)
    {
        var nodes = new List<byte>();
        var places = new List<byte>();
        var body = new List<byte>(new byte[BodyShift]);
        IpcColumn[] flat = [.. columns.SelectMany(column => column.Flat())];
        foreach (IpcColumn column in flat)
        {
            nodes.AddRange(IpcColumn.Bytes([column.Length, column.Nulls]));
            foreach (byte[] raw in column.Buffers)
            {
                byte[] buffer = Compression == ArrowCompression.None ? raw : CompressedBuffer.Compress(Compression, raw).ToArray();
                places.AddRange(IpcColumn.Bytes([(long)body.Count, buffer.Length]));
                body.AddRange(buffer);
                body.AddRange(new byte[(8 - (buffer.Length % 8)) % 8]);
            }
        }

        byte[] views = IpcColumn.Bytes(flat.Where(column => column.ViewBuffers is not null).Select(column => column.ViewBuffers!.Value).ToArray());
        body.AddRange(new byte[(8 - (BodyShift % 8)) % 8]);
        var batch = new FlatNode
        {
            [0] = columns[0].Length,
            [1] = Structs(nodes, 16),
            [2] = Structs(places, 16),
            [4] = new FlatStructs(views.Length / 8, views),
        };
        if (Compression != ArrowCompression.None)
        {
            batch[3] = new FlatNode { [0] = (byte)(Compression - ArrowCompression.Lz4) };
        }

        return (batch, [.. body]);
    }

    private static FlatStructs Structs(List<byte> bytes, int structBytes) => new(bytes.Count / structBytes, [.. bytes]);

    private static byte[] Framed(byte[] metadata, byte[] body, bool hasMarkers) => [.. Prefix(metadata.Length, hasMarkers), .. metadata, .. body];

    private static byte[] Prefix(int length, bool hasMarker) => [.. hasMarker ? [0xFF, 0xFF, 0xFF, 0xFF] : Array.Empty<byte>(), .. BitConverter.GetBytes(length)];
}
