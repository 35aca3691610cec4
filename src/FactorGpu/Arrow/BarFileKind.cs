namespace FactorGpu.Arrow;

/// <summary>The kinds of bar file that are read.</summary>
internal enum BarFileKind
{
    Csv,

    /// <summary>Arrow IPC, in the file format or the stream format.</summary>
    Arrow,
}
