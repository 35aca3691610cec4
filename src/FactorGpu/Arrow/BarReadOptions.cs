namespace FactorGpu.Arrow;

/// <summary>How bar files are read.</summary>
public sealed record BarReadOptions
{
    /// <summary>The value of <see cref="Preset"/> that asks for detection, as null does.</summary>
    public const string DetectPreset = "detect";

    /// <summary>
    /// The source of all files of one call: null or <c>detect</c> to tell it from the columns and stamps of each file, the name of a preset
    /// (<c>tushare</c>), or the path of a preset file, which ends in .json.
    /// </summary>
    public string? Preset { get; init; }

    /// <summary>What volume is counted in; null for what the preset says. What is given is not checked against the numbers, but for Detect.</summary>
    public VolumeUnit? VolumeUnit { get; init; }

    /// <summary>True to keep the spelling of codes. Otherwise those of a preset with a known style become <c>NNNNNN.SZ</c>, <c>.SH</c> or <c>.BJ</c>.</summary>
    public bool KeepCodes { get; init; }
}
