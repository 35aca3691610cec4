using System;
using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Errors;

namespace FactorGpu.Arrow.Ipc;

/// <summary>A file in Arrow's IPC file format or its stream format: its columns and record batches, whose values are read when asked for.</summary>
/// <remarks>Columns may be read by several threads at once.</remarks>
internal sealed class ArrowFile : IArrowTable
{
    private readonly FileBytes _file;
    private readonly ArrowSchema _schema;
    private bool _isTaken;

    private ArrowFile(FileBytes file)
    {
        IsStream = !file.StartsWith("ARROW1"u8);
        ArrowContents contents = IsStream ? ArrowStream.Read(file) : ArrowFooter.Read(file);
        _file = file;
        _schema = contents.Schema;
        Batches = contents.ToBatches();
        RowCount = Batches.Sum(batch => batch.RowCount);
    }

    public string Path => _file.Path;

    /// <summary>True for the stream format.</summary>
    internal bool IsStream { get; }

    public ImmutableArray<ArrowField> Fields => _schema.Fields;

    public ImmutableDictionary<string, string> Metadata => _schema.Metadata;

    internal ImmutableArray<ArrowBatch> Batches { get; }

    ImmutableArray<IArrowBatch> IArrowTable.Batches => ImmutableArray<IArrowBatch>.CastUp(Batches);

    public int RowCount { get; }

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

    public IDisposable? TakeMemory()
    {
        _isTaken = true;
        return _file;
    }

    public void Dispose()
    {
        if (!_isTaken)
        {
            _file.Dispose();
        }
    }
}
