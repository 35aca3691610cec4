using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading;
using FactorGpu.Arrow.CData.Native;
using FactorGpu.Arrow.Ipc;
using FactorGpu.Errors;

namespace FactorGpu.Arrow.CData;

/// <summary>All record batches of a stream of another library in the process, in the memory of that library.</summary>
internal sealed class CDataTable : IArrowTable
{
    private readonly ArrowSchema _schema;
    private readonly List<CDataArray> _arrays = [];
    private readonly List<IArrowBatch> _batches = [];

    private CDataTable(ArrowSchema schema)
    {
        _schema = schema;
    }

    public string Path => Throw.ArrowStreamName;

    public ImmutableArray<ArrowField> Fields => _schema.Fields;

    public ImmutableDictionary<string, string> Metadata => _schema.Metadata;

    public ImmutableArray<IArrowBatch> Batches { get; private set; } = [];

    public int RowCount { get; private set; }

    /// <summary>Reads a stream to its end.</summary>
    /// <param name="stream">Address of a struct ArrowArrayStream; the stream is released whatever happens, and the batches with what is returned.</param>
    /// <param name="cancellation">Ends the reading early, between batches.</param>
    /// <exception cref="ArgumentException">There is no stream, or it has been released.</exception>
    /// <exception cref="BarFormatException">The producer fails, what it gives is broken or of a type that is not known, or there are no rows.</exception>
    /// <exception cref="OperationCanceledException">Cancellation was asked for.</exception>
    internal static CDataTable Read(nint stream, CancellationToken cancellation)
    {
        using var taken = new CDataStream(stream);
        cancellation.ThrowIfCancellationRequested();
        var table = new CDataTable(taken.ReadSchema());
        try
        {
            while (taken.Next() is { } array)
            {
                table.Add(array);
                cancellation.ThrowIfCancellationRequested();
            }

            if (table.RowCount == 0)
            {
                Throw.ArrowStreamWithoutRows(table._arrays.Count);
            }

            table.Batches = [.. table._batches];
            return table;
        }
        catch
        {
            table.Dispose();
            throw;
        }
    }

    public IDisposable? TakeMemory()
    {
        ImmutableArray<CDataArray> used = [.. _arrays.Where(array => array.IsUsed)];
        _arrays.RemoveAll(array => array.IsUsed);
        return used.IsEmpty ? null : new CDataMemory(used);
    }

    public void Dispose() => _arrays.ForEach(array => array.Dispose());

    private void Add(CDataArray array)
    {
        _arrays.Add(array);
        CDataBatch batch = CDataBatch.Of(array, string.Create(CultureInfo.InvariantCulture, $"record batch {_batches.Count}"), Fields);
        long rows = (long)RowCount + batch.RowCount;
        if (rows > Array.MaxLength)
        {
            Throw.ArrowUnsupported(Path, $"{rows} rows", $"{Array.MaxLength} are read at most", "Export it by date.");
        }

        _batches.Add(batch);
        RowCount = (int)rows;
    }
}
