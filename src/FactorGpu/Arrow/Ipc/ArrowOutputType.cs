namespace FactorGpu.Arrow.Ipc;

/// <summary>The types of the columns that are written.</summary>
internal enum ArrowOutputType
{
    Utf8,

    /// <summary>Days since 1970-01-01, int32.</summary>
    Date32,

    /// <summary>Microseconds since 1970-01-01 00:00 of wall time, int64, without a zone.</summary>
    TimestampMicroseconds,

    Float32,

    Float64,

    /// <summary>A fixed-size list of float32.</summary>
    Float32List,

    /// <summary>A fixed-size list of float64.</summary>
    Float64List,
}
