using System;
using FactorGpu.Errors;

namespace FactorGpu.Arrow.Ipc;

/// <summary>An encapsulated message (Message.fbs): its metadata, and where its body lies.</summary>
internal sealed class ArrowMessage
{
    internal const byte SchemaType = 1;
    internal const byte DictionaryType = 2;
    internal const byte RecordBatchType = 3;

    private const int MessageVersion = 0;
    private const int MessageHeaderType = 1;
    private const int MessageHeader = 2;
    private const int MessageBodyBytes = 3;

    private readonly string _path;
    private readonly ReadOnlyMemory<byte> _metadata;

    private ArrowMessage(string path, string name, ReadOnlyMemory<byte> metadata, Func<long, ArrowBlock> blockOf)
    {
        _path = path;
        _metadata = metadata;
        Name = name;
        FlatTable message = FlatTable.Root(metadata.Span, path, name);
        Type = message.Byte(MessageHeaderType);
        Version = message.Int16(MessageVersion);
        Block = blockOf(message.Int64(MessageBodyBytes));
    }

    /// <summary>The message, as others name it: "record batch 3".</summary>
    internal string Name { get; }

    /// <summary>What its header is: 1 a schema, 2 a dictionary batch, 3 a record batch.</summary>
    internal byte Type { get; }

    /// <summary>Metadata version, numbered as in the format.</summary>
    internal short Version { get; }

    internal ArrowBlock Block { get; }

    /// <summary>Bytes of the metadata.</summary>
    internal int MetadataBytes => _metadata.Length;

    /// <summary>The header: a table Schema, DictionaryBatch or RecordBatch.</summary>
    internal FlatTable Header => FlatTable.Root(_metadata.Span, _path, Name).Table(MessageHeader, "header");

    /// <summary>Reads a message to which the footer of a file points.</summary>
    /// <param name="file">The file.</param>
    /// <param name="name">The message, as others name it.</param>
    /// <param name="block">Where it lies.</param>
    /// <param name="type">What it must be.</param>
    internal static ArrowMessage Read(FileBytes file, string name, ArrowBlock block, byte type)
    {
        ReadOnlyMemory<byte> bytes = file.Read(name, block.Offset, block.MetadataBytes);

        // Since format 0.15 a message starts with a continuation marker; then come the length of the metadata and the metadata.
        int prefix = bytes.Span.StartsWith<byte>([0xFF, 0xFF, 0xFF, 0xFF]) ? 2 * sizeof(int) : sizeof(int);
        var message = new ArrowMessage(file.Path, name, bytes[Math.Min(prefix, bytes.Length)..], _ => block);
        if (message.Type != type)
        {
            Throw.ArrowBroken(file.Path, $"its {name} is a message of type {message.Type}");
        }

        return message;
    }

    /// <summary>Reads a message of a stream.</summary>
    /// <param name="file">The file.</param>
    /// <param name="name">The message, as others name it.</param>
    /// <param name="offset">Where it starts.</param>
    /// <param name="prefixBytes">Bytes before the metadata.</param>
    /// <param name="metadataBytes">Bytes of the metadata.</param>
    internal static ArrowMessage Read(FileBytes file, string name, long offset, int prefixBytes, int metadataBytes)
    {
        ReadOnlyMemory<byte> metadata = file.Read(name, offset + prefixBytes, metadataBytes);
        var message = new ArrowMessage(file.Path, name, metadata, bodyBytes => new ArrowBlock(offset, prefixBytes + metadataBytes, bodyBytes));
        long bodyBytes = message.Block.BodyBytes;
        if (bodyBytes < 0 || bodyBytes > file.Length - message.Block.BodyOffset)
        {
            Throw.ArrowBroken(
                file.Path, $"its {name} is said to have a body of {bodyBytes} bytes from byte {message.Block.BodyOffset} of {file.Length}");
        }

        return message;
    }
}
