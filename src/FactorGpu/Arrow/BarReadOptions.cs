namespace FactorGpu.Arrow;

/// <summary>How bar files are read.</summary>
public sealed record BarReadOptions
{
    /// <summary>The stamp convention of all files of one call. Detect unless the caller knows it.</summary>
    public BarConvention Convention { get; init; } = BarConvention.Detect;

    /// <summary>Rows with the same stock and stamp. Equal ones are kept once, different ones refused, unless the caller asks otherwise.</summary>
    public DuplicateHandling OnDuplicate { get; init; } = DuplicateHandling.KeepEqual;

    /// <summary>Rows stamped before 09:15, after 15:00 or on a weekend. They are dropped and counted unless they are to be an error.</summary>
    public FaultHandling OnOutside { get; init; } = FaultHandling.Count;

    /// <summary>
    /// Bars with a value that cannot be (catalogue 1.3.1): a price of 0 or below, a negative volume or amount, an infinity.
    /// They are invalid, so no factor sees them, and counted, unless they are to be an error.
    /// </summary>
    public FaultHandling OnInvalid { get; init; } = FaultHandling.Count;
}
