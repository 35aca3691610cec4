namespace FactorGpu.Arrow.Inspection;

/// <summary>What the slot of a stock holds.</summary>
internal enum BarState : byte
{
    /// <summary>No value of a bar.</summary>
    Missing,

    /// <summary>A bar without volume.</summary>
    Quiet,

    /// <summary>A bar with volume, or with a part of its values.</summary>
    Traded,

    /// <summary>A bar with a fault that is more than a note.</summary>
    Faulty,
}
