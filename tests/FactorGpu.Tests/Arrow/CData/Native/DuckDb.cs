using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using FactorGpu.Arrow.CData.Native;
using Xunit;

namespace FactorGpu.Tests.Arrow.CData.Native;

/// <summary>A database in memory.</summary>
internal sealed unsafe class DuckDb : IDisposable
{
    private nint _database;
    private nint _connection;

    internal DuckDb()
    {
        Requirement.DuckDb();
        Assert.Equal(0, DuckDbNative.Open(null, out _database));
        Assert.Equal(0, DuckDbNative.Connect(_database, out _connection));
        Run("SET threads = 2");
    }

    internal nint Connection => _connection;

    public void Dispose()
    {
        DuckDbNative.Disconnect(ref _connection);
        DuckDbNative.Close(ref _database);
    }

    /// <summary>Runs a statement whose rows nobody asks for.</summary>
    internal void Run(string sql)
    {
        DuckDbResult result = Query(sql);
        DuckDbNative.DestroyResult(ref result);
    }

    /// <summary>The rows of a query: numbers as double, other values as text, null as null.</summary>
    /// <param name="sql">The query.</param>
    /// <param name="texts">Its first columns that are no numbers.</param>
    internal List<object?[]> Rows(string sql, int texts = 0)
    {
        DuckDbResult result = Query(sql);
        var rows = new List<object?[]>();
        for (ulong row = 0; row < DuckDbNative.RowCount(ref result); row++)
        {
            object?[] values = new object?[DuckDbNative.ColumnCount(ref result)];
            for (int c = 0; c < values.Length; c++)
            {
                values[c] = Value(ref result, (ulong)c, row, isText: c < texts);
            }

            rows.Add(values);
        }

        DuckDbNative.DestroyResult(ref result);
        return rows;
    }

    /// <summary>Makes a view of a stream, which can be read once; the stream stays the caller's to release.</summary>
    internal void Scan(string view, CArrowArrayStream* stream) => Assert.Equal(0, DuckDbNative.ArrowScan(_connection, view, stream));

    internal DuckDbResult Query(string sql)
    {
        int state = DuckDbNative.Query(_connection, sql, out DuckDbResult result);
        Assert.True(state == 0, $"{sql}: {Marshal.PtrToStringUTF8((nint)DuckDbNative.ResultError(ref result))}");
        return result;
    }

    private static object? Value(ref DuckDbResult result, ulong column, ulong row, bool isText)
    {
        if (DuckDbNative.IsNull(ref result, column, row))
        {
            return null;
        }

        if (!isText)
        {
            return DuckDbNative.Double(ref result, column, row);
        }

        byte* text = DuckDbNative.Text(ref result, column, row);
        string? value = Marshal.PtrToStringUTF8((nint)text);
        DuckDbNative.Free(text);
        return value;
    }
}
