namespace FactorGpu.Arrow;

/// <summary>How bar files are read.</summary>
public sealed record BarReadOptions
{
    /// <summary>The value of <see cref="Preset"/> that asks for detection, as null does.</summary>
    public const string DetectPreset = "detect";

    /// <summary>
    /// The source of all files of one call: null or <c>detect</c> to tell it from the columns and stamps of each file, the name of a preset
    /// (<c>tushare</c>), or the path of a preset file, which ends in .json. Files in the dense layout are canonical whatever is asked.
    /// </summary>
    public string? Preset { get; init; }

    /// <summary>What volume is counted in; null for what the preset says. What is given is not checked against the numbers, but for Detect.</summary>
    public VolumeUnit? VolumeUnit { get; init; }

    /// <summary>True to keep the spelling of codes. Otherwise those of a preset with a known style become <c>NNNNNN.SZ</c>, <c>.SH</c> or <c>.BJ</c>.</summary>
    public bool KeepCodes { get; init; }

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
