namespace FactorGpu.Arrow;

/// <summary>What a file counts volume in.</summary>
public enum VolumeUnit
{
    /// <summary>Shares, as the catalogue does.</summary>
    Share,

    /// <summary>Lots of 100 shares; volumes are multiplied by 100.</summary>
    Lot,

    /// <summary>Told from the numbers: amount / volume lies between low and high in shares, amount / (100 volume) in lots, by the medians over the file.</summary>
    Detect,
}
