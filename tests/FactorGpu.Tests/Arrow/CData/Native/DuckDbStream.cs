using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using FactorGpu.Arrow.CData.Native;
using Xunit;

namespace FactorGpu.Tests.Arrow.CData.Native;

/// <summary>Results of DuckDB as a stream: its schema and its arrays as DuckDB makes them and releases them, each chunk a record batch.</summary>
internal sealed unsafe class DuckDbStream : IDisposable
{
    private readonly DuckDb _database;
    private readonly Queue<DuckDbResult> _results;
    private readonly GetSchemaCall _getSchema;
    private readonly GetNextCall _getNext;
    private readonly ReleaseCall _release;
    private readonly CArrowArrayStream* _stream;
    private DuckDbResult _current;
    private nint _options;
    private int _releases;

    /// <param name="database">The database.</param>
    /// <param name="queries">Queries with the same columns; the batches of one follow those of the one before.</param>
    internal DuckDbStream(DuckDb database, params string[] queries)
    {
        _database = database;
        _results = new Queue<DuckDbResult>(queries.Select(database.Query));
        _current = _results.Dequeue();
        DuckDbNative.ArrowOptions(database.Connection, out _options);
        (_getSchema, _getNext, _release) = (GetSchema, GetNext, Release);
        _stream = (CArrowArrayStream*)NativeMemory.AllocZeroed((nuint)sizeof(CArrowArrayStream));
        _stream->GetSchema = (delegate* unmanaged[Cdecl]<CArrowArrayStream*, CArrowSchema*, int>)Marshal.GetFunctionPointerForDelegate(_getSchema);
        _stream->GetNext = (delegate* unmanaged[Cdecl]<CArrowArrayStream*, CArrowArray*, int>)Marshal.GetFunctionPointerForDelegate(_getNext);
        _stream->Release = (delegate* unmanaged[Cdecl]<CArrowArrayStream*, void>)Marshal.GetFunctionPointerForDelegate(_release);
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int GetSchemaCall(CArrowArrayStream* stream, CArrowSchema* schema);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int GetNextCall(CArrowArrayStream* stream, CArrowArray* array);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate void ReleaseCall(CArrowArrayStream* stream);

    internal nint Address => (nint)_stream;

    /// <summary>Formats of the columns, an arrow before those of dictionaries.</summary>
    internal List<string> Formats { get; } = [];

    internal int Batches { get; private set; }

    /// <summary>Rows to be left out at the start of each batch, by its offset.</summary>
    internal int Skip { get; init; }

    public void Dispose()
    {
        Assert.Equal((true, 1), (_stream->Release is null, _releases));
        DuckDbNative.DestroyResult(ref _current);
        DuckDbNative.DestroyArrowOptions(ref _options);
        NativeMemory.Free(_stream);
    }

    private static void Check(nint error)
    {
        string? message = error == 0 ? null : Marshal.PtrToStringUTF8((nint)DuckDbNative.ErrorMessage(error));
        DuckDbNative.DestroyError(ref error);
        Assert.Null(message);
    }

    private int GetSchema(CArrowArrayStream* stream, CArrowSchema* schema)
    {
        int columns = (int)DuckDbNative.ColumnCount(ref _current);
        nint* types = stackalloc nint[columns];
        byte** names = stackalloc byte*[columns];
        for (int c = 0; c < columns; c++)
        {
            types[c] = DuckDbNative.ColumnType(ref _current, (ulong)c);
            names[c] = DuckDbNative.ColumnName(ref _current, (ulong)c);
        }

        Check(DuckDbNative.ToArrowSchema(_options, types, names, (ulong)columns, schema));
        for (int c = 0; c < columns; c++)
        {
            DuckDbNative.DestroyType(ref types[c]);
            CArrowSchema* column = schema->Children[c];
            Formats.Add(Marshal.PtrToStringUTF8((nint)column->Format) + (column->Dictionary is null ? "" : $" -> {Marshal.PtrToStringUTF8((nint)column->Dictionary->Format)}"));
        }

        return 0;
    }

    private int GetNext(CArrowArrayStream* stream, CArrowArray* array)
    {
        *array = default;
        nint chunk = DuckDbNative.FetchChunk(_current);
        if (chunk == 0 && _results.Count > 0)
        {
            DuckDbNative.DestroyResult(ref _current);
            _current = _results.Dequeue();
            chunk = DuckDbNative.FetchChunk(_current);
        }

        if (chunk != 0)
        {
            Check(DuckDbNative.ToArrowArray(_options, chunk, array));
            DuckDbNative.DestroyChunk(ref chunk);
            array->Offset += Skip;
            array->Length -= Skip;
            Batches++;
        }

        return 0;
    }

    private void Release(CArrowArrayStream* stream)
    {
        _releases++;
        stream->Release = null;
    }
}
