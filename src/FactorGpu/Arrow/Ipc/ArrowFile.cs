using System;
using System.Buffers.Binary;
using System.Collections.Immutable;
using FactorGpu.Errors;

namespace FactorGpu.Arrow.Ipc;

/// <summary>An Arrow IPC file: its columns and record batches, whose values are read when asked for.</summary>
/// <remarks>
/// Layout (Columnar.rst, "IPC File Format"): ARROW1 and two bytes, messages, the footer (File.fbs), its length as int32, ARROW1.
/// The footer holds the schema and a block of 24 bytes per batch.
/// </remarks>
internal sealed class ArrowFile : IDisposable
{
    private const int HeadBytes = 8;
    private const int TailBytes = sizeof(int) + 6;
    private const int FooterVersion = 0;
    private const int FooterSchema = 1;
    private const int FooterBatches = 3;
    private const int BlockBytes = 24;
    private const short V4 = 3;
    private const short V5 = 4;

    private readonly FileBytes _file;

    private ArrowFile(FileBytes file)
    {
        _file = file;
        ReadOnlyMemory<byte> bytes = ReadFooter(file);
        FlatTable footer = FlatTable.Root(bytes.Span, file.Path, "footer");
        short version = footer.Int16(FooterVersion);
        if (version is not (V4 or V5))
        {
            Throw.ArrowUnsupported(file.Path, $"metadata of version {version + 1}", "versions 4 and 5 are read", "Write it with a current Arrow library.");
        }

        Fields = new ArrowSchemaReader(file.Path, version < V5, bytes.Length).Read(footer.Table(FooterSchema, "schema"));
        Batches = ReadBatches(footer.Vector(FooterBatches, BlockBytes));
    }

    /// <summary>The columns, in file order.</summary>
    internal ImmutableArray<ArrowField> Fields { get; }

    internal ImmutableArray<ArrowBatch> Batches { get; }

    /// <summary>Rows of all batches.</summary>
    internal int RowCount { get; private set; }

    /// <summary>Opens a file and reads its metadata.</summary>
    /// <exception cref="BarFormatException">The file is broken, or holds what is not read.</exception>
    internal static ArrowFile Open(string path)
    {
        var file = new FileBytes(path);
        try
        {
            return new ArrowFile(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public void Dispose() => _file.Dispose();

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

    private ImmutableArray<ArrowBatch> ReadBatches(ReadOnlySpan<byte> blocks)
    {
        var batches = ImmutableArray.CreateBuilder<ArrowBatch>(blocks.Length / BlockBytes);
        long bytesLeft = _file.Length;
        long rows = 0;
        for (; !blocks.IsEmpty; blocks = blocks[BlockBytes..])
        {
            var block = new ArrowBlock(
                BinaryPrimitives.ReadInt64LittleEndian(blocks), BinaryPrimitives.ReadInt32LittleEndian(blocks[8..]), BinaryPrimitives.ReadInt64LittleEndian(blocks[16..]));

            // Batches do not overlap, so a small file cannot pretend to hold many rows.
            if (block.MetadataBytes < 0 || block.BodyBytes < 0 || block.BodyBytes > bytesLeft - block.MetadataBytes)
            {
                Throw.ArrowBroken(_file.Path, $"its record batches are said to be longer than its {_file.Length} bytes");
            }

            bytesLeft -= block.MetadataBytes + block.BodyBytes;
            batches.Add(new ArrowBatch(_file, batches.Count, block));
            rows += batches[^1].RowCount;
        }

        if (rows > Array.MaxLength)
        {
            Throw.ArrowUnsupported(_file.Path, $"{rows} rows", $"{Array.MaxLength} are read at most", "Split it by date.");
        }

        RowCount = (int)rows;
        return batches.MoveToImmutable();
    }
}
