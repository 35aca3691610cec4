namespace FactorGpu.Arrow.Ipc;

/// <summary>The type of a column, as far as bars need it.</summary>
/// <param name="Kind">What the values are.</param>
/// <param name="Unit">Unit of a time or time stamp; Second for all others.</param>
/// <param name="HasZone">True for a time stamp with a zone, which is an instant.</param>
internal readonly record struct ArrowType(ArrowTypeKind Kind, ArrowTimeUnit Unit = ArrowTimeUnit.Second, bool HasZone = false)
{
    internal bool IsText => Kind is ArrowTypeKind.Utf8 or ArrowTypeKind.LargeUtf8 or ArrowTypeKind.Utf8View;

    internal bool IsDate => Kind is ArrowTypeKind.Date32 or ArrowTypeKind.Date64;

    internal bool IsTimeOfDay => Kind is ArrowTypeKind.Time32 or ArrowTypeKind.Time64;

    internal bool IsNumber => (Kind >= ArrowTypeKind.Int8 && Kind <= ArrowTypeKind.UInt64) || Kind is ArrowTypeKind.Float32 or ArrowTypeKind.Float64;

    /// <summary>Units in a second.</summary>
    internal long UnitsPerSecond => Unit switch
    {
        ArrowTimeUnit.Second => 1,
        ArrowTimeUnit.Millisecond => 1_000,
        ArrowTimeUnit.Microsecond => 1_000_000,
        _ => 1_000_000_000,
    };
}
