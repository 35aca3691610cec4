namespace FactorGpu.Arrow;

/// <summary>The kinds of bar file that are read.</summary>
internal enum BarFileKind
{
    Csv,
    ArrowFile,
}
