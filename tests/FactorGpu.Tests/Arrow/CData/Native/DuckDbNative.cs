using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FactorGpu.Arrow.CData.Native;

namespace FactorGpu.Tests.Arrow.CData.Native;

/// <summary>The functions of DuckDB's C API that the tests use. None may be called where <see cref="Requirement.DuckDb"/> skips.</summary>
internal static unsafe partial class DuckDbNative
{
    private const string Library = "duckdb";

    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "It must be set before any test calls a native function of the library.")]
    internal static void SetResolver()
        => NativeLibrary.SetDllImportResolver(typeof(DuckDbNative).Assembly, (name, _, _) => name == Library ? NativeLibrary.Load(Requirement.DuckDb()) : 0);

    [LibraryImport(Library, EntryPoint = "duckdb_open", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Open(string? path, out nint database);

    [LibraryImport(Library, EntryPoint = "duckdb_close")]
    internal static partial void Close(ref nint database);

    [LibraryImport(Library, EntryPoint = "duckdb_connect")]
    internal static partial int Connect(nint database, out nint connection);

    [LibraryImport(Library, EntryPoint = "duckdb_disconnect")]
    internal static partial void Disconnect(ref nint connection);

    [LibraryImport(Library, EntryPoint = "duckdb_query", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Query(nint connection, string sql, out DuckDbResult result);

    [LibraryImport(Library, EntryPoint = "duckdb_destroy_result")]
    internal static partial void DestroyResult(ref DuckDbResult result);

    [LibraryImport(Library, EntryPoint = "duckdb_result_error")]
    internal static partial byte* ResultError(ref DuckDbResult result);

    [LibraryImport(Library, EntryPoint = "duckdb_row_count")]
    internal static partial ulong RowCount(ref DuckDbResult result);

    [LibraryImport(Library, EntryPoint = "duckdb_column_count")]
    internal static partial ulong ColumnCount(ref DuckDbResult result);

    [LibraryImport(Library, EntryPoint = "duckdb_column_name")]
    internal static partial byte* ColumnName(ref DuckDbResult result, ulong column);

    [LibraryImport(Library, EntryPoint = "duckdb_column_logical_type")]
    internal static partial nint ColumnType(ref DuckDbResult result, ulong column);

    [LibraryImport(Library, EntryPoint = "duckdb_destroy_logical_type")]
    internal static partial void DestroyType(ref nint type);

    [LibraryImport(Library, EntryPoint = "duckdb_value_is_null")]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool IsNull(ref DuckDbResult result, ulong column, ulong row);

    [LibraryImport(Library, EntryPoint = "duckdb_value_double")]
    internal static partial double Double(ref DuckDbResult result, ulong column, ulong row);

    [LibraryImport(Library, EntryPoint = "duckdb_value_varchar")]
    internal static partial byte* Text(ref DuckDbResult result, ulong column, ulong row);

    [LibraryImport(Library, EntryPoint = "duckdb_free")]
    internal static partial void Free(void* memory);

    [LibraryImport(Library, EntryPoint = "duckdb_fetch_chunk")]
    internal static partial nint FetchChunk(DuckDbResult result);

    [LibraryImport(Library, EntryPoint = "duckdb_destroy_data_chunk")]
    internal static partial void DestroyChunk(ref nint chunk);

    [LibraryImport(Library, EntryPoint = "duckdb_connection_get_arrow_options")]
    internal static partial void ArrowOptions(nint connection, out nint options);

    [LibraryImport(Library, EntryPoint = "duckdb_destroy_arrow_options")]
    internal static partial void DestroyArrowOptions(ref nint options);

    [LibraryImport(Library, EntryPoint = "duckdb_to_arrow_schema")]
    internal static partial nint ToArrowSchema(nint options, nint* types, byte** names, ulong columns, CArrowSchema* schema);

    [LibraryImport(Library, EntryPoint = "duckdb_data_chunk_to_arrow")]
    internal static partial nint ToArrowArray(nint options, nint chunk, CArrowArray* array);

    [LibraryImport(Library, EntryPoint = "duckdb_error_data_message")]
    internal static partial byte* ErrorMessage(nint error);

    [LibraryImport(Library, EntryPoint = "duckdb_destroy_error_data")]
    internal static partial void DestroyError(ref nint error);

    [LibraryImport(Library, EntryPoint = "duckdb_arrow_scan", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int ArrowScan(nint connection, string view, CArrowArrayStream* stream);
}
