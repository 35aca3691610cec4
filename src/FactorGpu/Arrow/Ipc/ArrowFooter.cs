using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Linq;
using FactorGpu.Errors;

namespace FactorGpu.Arrow.Ipc;

/// <summary>Reads the IPC file format by its footer.</summary>
/// <remarks>
/// Layout (Columnar.rst, "IPC File Format"): ARROW1 and two bytes, messages, the footer (File.fbs), its length as int32, ARROW1.
/// The footer holds the schema and a block of 24 bytes per batch. All dictionary batches hold for all record batches.
/// </remarks>
internal static class ArrowFooter
{
    private const int HeadBytes = 8;
    private const int TailBytes = sizeof(int) + 6;
    private const int FooterVersion = 0;
    private const int FooterSchema = 1;
    private const int FooterDictionaries = 2;
    private const int FooterBatches = 3;
    private const int BlockBytes = 24;

    /// <summary>Reads the metadata of all messages.</summary>
    /// <exception cref="BarFormatException">The file is broken, or holds what is not read.</exception>
    internal static ArrowContents Read(FileBytes file)
    {
        ReadOnlyMemory<byte> bytes = ReadFooter(file);
        FlatTable footer = FlatTable.Root(bytes.Span, file.Path, "footer");
        var reader = new ArrowSchemaReader(file.Path, footer.Int16(FooterVersion), bytes.Length);
        var contents = new ArrowContents(file, reader.Read(footer.Table(FooterSchema, "schema")));
        List<ArrowBlock> dictionaries = Blocks(footer.Vector(FooterDictionaries, BlockBytes));
        List<ArrowBlock> batches = Blocks(footer.Vector(FooterBatches, BlockBytes));
        RefuseOverlaps(file, [.. dictionaries, .. batches]);
        for (int d = 0; d < dictionaries.Count; d++)
        {
            contents.AddDictionary(ArrowMessage.Read(file, $"dictionary batch {d}", dictionaries[d], ArrowMessage.DictionaryType), isReplaceable: false);
        }

        for (int b = 0; b < batches.Count; b++)
        {
            contents.AddBatch(ArrowMessage.Read(file, $"record batch {b}", batches[b], ArrowMessage.RecordBatchType));
        }

        return contents;
    }

    private static ReadOnlyMemory<byte> ReadFooter(FileBytes file)
    {
        if (file.Length < HeadBytes + TailBytes)
        {
            Throw.ArrowBroken(file.Path, $"it ends after {file.Length} bytes, before any footer");
        }

        ReadOnlySpan<byte> tail = file.Read("tail", file.Length - TailBytes, TailBytes).Span;
        if (!tail[sizeof(int)..].SequenceEqual("ARROW1"u8))
        {
            Throw.ArrowBroken(file.Path, "its last six bytes are not ARROW1, so it is cut off or still being written");
        }

        int length = BinaryPrimitives.ReadInt32LittleEndian(tail);
        return file.Read("footer", file.Length - TailBytes - length, length);
    }

    private static List<ArrowBlock> Blocks(ReadOnlySpan<byte> bytes)
    {
        var blocks = new List<ArrowBlock>(bytes.Length / BlockBytes);
        for (; !bytes.IsEmpty; bytes = bytes[BlockBytes..])
        {
            blocks.Add(new ArrowBlock(
                BinaryPrimitives.ReadInt64LittleEndian(bytes), BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]), BinaryPrimitives.ReadInt64LittleEndian(bytes[16..])));
        }

        return blocks;
    }

    /// <summary>Refuses blocks that share bytes, so that a small file cannot pretend to hold many rows.</summary>
    private static void RefuseOverlaps(FileBytes file, IEnumerable<ArrowBlock> blocks)
    {
        long end = 0;
        foreach (ArrowBlock block in blocks.OrderBy(block => block.Offset))
        {
            if (block.MetadataBytes < 0 || block.BodyBytes < 0 || block.BodyBytes > file.Length - block.MetadataBytes)
            {
                Throw.ArrowBroken(file.Path, $"its record batches are said to be longer than its {file.Length} bytes");
            }

            if (block.Offset < end || block.Offset > file.Length - block.MetadataBytes - block.BodyBytes)
            {
                Throw.ArrowBroken(
                    file.Path,
                    $"a batch is said to lie at bytes {block.Offset}..{(Int128)block.Offset + block.MetadataBytes + block.BodyBytes}, inside of another or outside of its {file.Length} bytes");
            }

            end = block.BodyOffset + block.BodyBytes;
        }
    }
}
