namespace FactorGpu.Arrow.Presets;

/// <summary>Which end of its minute a bar is stamped with.</summary>
internal enum BarLabel
{
    Start,
    End,

    /// <summary>Told from the stamps of each file.</summary>
    Detect,
}
