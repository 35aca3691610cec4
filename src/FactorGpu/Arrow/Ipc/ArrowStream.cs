using System;
using System.Buffers.Binary;
using System.Globalization;
using FactorGpu.Errors;

namespace FactorGpu.Arrow.Ipc;

/// <summary>Reads the IPC stream format, message after message, to its end marker or the end of the file.</summary>
/// <remarks>
/// Layout (Columnar.rst, "Encapsulated message format"): a continuation marker of four bytes 0xFF, absent before format 0.15; the length of the
/// metadata as int32, 0 at the end; the metadata (Message.fbs); the body. The first message is the schema. A dictionary batch holds for the record
/// batches after it.
/// </remarks>
internal static class ArrowStream
{
    private const int Continuation = -1;

    // A schema of more than this is no bare length, but text: the longest that is told apart from a file of other kind.
    private const int MaxBareLength = 1 << 20;
    private const int MinMetadataBytes = 8;

    /// <summary>Bytes from which <see cref="IsStart"/> can tell.</summary>
    internal const int StartBytes = 2 * sizeof(int);

    /// <summary>True for the first bytes of a stream: a continuation marker, or a bare length with the start of a schema message behind it.</summary>
    /// <param name="head">The first bytes of the file, up to <see cref="StartBytes"/>.</param>
    /// <param name="fileBytes">Bytes of the file.</param>
    internal static bool IsStart(ReadOnlySpan<byte> head, long fileBytes)
    {
        if (head.Length >= sizeof(int) && BinaryPrimitives.ReadInt32LittleEndian(head) == Continuation)
        {
            return true;
        }

        if (head.Length < StartBytes)
        {
            return false;
        }

        // A length below 1 MiB has a byte 0, as has the place of the root table in the metadata; text does not.
        int length = BinaryPrimitives.ReadInt32LittleEndian(head);
        int root = BinaryPrimitives.ReadInt32LittleEndian(head[sizeof(int)..]);
        return length is >= MinMetadataBytes and <= MaxBareLength && length <= fileBytes - sizeof(int) && root is >= sizeof(int) && root < length;
    }

    /// <summary>Reads the metadata of all messages.</summary>
    /// <exception cref="BarFormatException">The stream is broken, or holds what is not read.</exception>
    internal static ArrowContents Read(FileBytes file)
    {
        ArrowContents? contents = null;
        long offset = 0;
        for (int m = 0; Next(file, m, ref offset) is { } message; m++)
        {
            if (contents is null)
            {
                contents = Start(file, message);
                continue;
            }

            switch (message.Type)
            {
                case ArrowMessage.DictionaryType: contents.AddDictionary(message, isReplaceable: true); break;
                case ArrowMessage.RecordBatchType: contents.AddBatch(message); break;
                default: Throw.ArrowBroken(file.Path, $"its {message.Name} is of type {message.Type}; after the schema come dictionary and record batches"); break;
            }
        }

        if (contents is null)
        {
            Throw.ArrowBroken(file.Path, "it ends before its schema");
        }

        return contents;
    }

    private static ArrowContents Start(FileBytes file, ArrowMessage message)
    {
        if (message.Type != ArrowMessage.SchemaType)
        {
            Throw.ArrowBroken(file.Path, $"its first message is of type {message.Type}, not a schema");
        }

        var reader = new ArrowSchemaReader(file.Path, message.Version, message.MetadataBytes);
        return new ArrowContents(file, reader.Read(message.Header));
    }

    /// <summary>Reads the message at an offset and moves behind it.</summary>
    /// <returns>null at the end.</returns>
    private static ArrowMessage? Next(FileBytes file, int index, ref long offset)
    {
        if (offset == file.Length)
        {
            return null;
        }

        string name = string.Create(CultureInfo.InvariantCulture, $"message {index}");
        int prefixBytes = sizeof(int);
        int length = Int32(file, name, offset);
        if (length == Continuation)
        {
            length = Int32(file, name, offset + prefixBytes);
            prefixBytes += sizeof(int);
        }

        if (length == 0)
        {
            RefuseBytesAfterEnd(file, offset + prefixBytes);
            return null;
        }

        ArrowMessage message = ArrowMessage.Read(file, name, offset, prefixBytes, length);
        offset = message.Block.BodyOffset + message.Block.BodyBytes;
        return message;
    }

    private static void RefuseBytesAfterEnd(FileBytes file, long end)
    {
        if (end < file.Length)
        {
            Throw.ArrowUnsupported(
                file.Path, $"{file.Length - end} bytes after the end of its stream, at byte {end}", "one stream is read, to the end of the file", "Put each stream into a file of its own.");
        }
    }

    private static int Int32(FileBytes file, string name, long offset) => BinaryPrimitives.ReadInt32LittleEndian(file.Read(name, offset, sizeof(int)).Span);
}
