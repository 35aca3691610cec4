namespace FactorGpu.Arrow.Ipc;

/// <summary>The type of a column's values, as far as bars need it.</summary>
/// <param name="Kind">What the values are.</param>
internal readonly record struct ArrowType(ArrowTypeKind Kind)
{
    /// <summary>Unit of a time or time stamp; Second for all others.</summary>
    internal ArrowTimeUnit Unit { get; init; }

    /// <summary>True for a time stamp with a zone, which is an instant.</summary>
    internal bool HasZone { get; init; }

    /// <summary>Digits after the point of a decimal: its value is the stored integer / 10^Scale.</summary>
    internal int Scale { get; init; }

    /// <summary>Values in each list of a FixedSizeList.</summary>
    internal int ListSize { get; init; }

    internal bool IsText => Kind is ArrowTypeKind.Utf8 or ArrowTypeKind.LargeUtf8 or ArrowTypeKind.Utf8View;

    internal bool IsDate => Kind is ArrowTypeKind.Date32 or ArrowTypeKind.Date64;

    internal bool IsTimeOfDay => Kind is ArrowTypeKind.Time32 or ArrowTypeKind.Time64;

    /// <summary>True for what <see cref="ArrowNumbers"/> reads: floats, integers, decimals, and columns of nulls alone.</summary>
    internal bool IsNumber => Kind is ArrowTypeKind.Null or (>= ArrowTypeKind.Int8 and <= ArrowTypeKind.Decimal256);

    /// <summary>Units in a second.</summary>
    internal long UnitsPerSecond => Unit switch
    {
        ArrowTimeUnit.Second => 1,
        ArrowTimeUnit.Millisecond => 1_000,
        ArrowTimeUnit.Microsecond => 1_000_000,
        _ => 1_000_000_000,
    };
}
