namespace FactorGpu.Arrow;

/// <summary>How the buffers of an Arrow file are compressed.</summary>
public enum ArrowCompression
{
    /// <summary>Not at all: the largest files and the fastest to read.</summary>
    None,

    /// <summary>LZ4 frames, which pandas and Polars write by default. Needs nothing installed.</summary>
    Lz4,

    /// <summary>Zstandard, smaller than LZ4 and slower. Needs the native library libzstd, to write as to read; where it is missing a message names its package.</summary>
    Zstd,
}
