using System.Runtime.InteropServices;

namespace FactorGpu.Tests.Arrow.CData.Native;

/// <summary>struct duckdb_result, of which only the last member is in use.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct DuckDbResult
{
    internal ulong ColumnCount;
    internal ulong RowCount;
    internal ulong RowsChanged;
    internal nint Columns;
    internal nint ErrorMessage;
    internal nint Data;
}
