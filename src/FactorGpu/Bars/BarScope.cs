namespace FactorGpu.Bars;

/// <summary>The slots from which a factor takes its bars (catalogue 1.2).</summary>
public enum BarScope
{
    /// <summary>All 242 slots, auctions included.</summary>
    All,

    /// <summary>Slots 1..237: continuous trading without the auctions.</summary>
    Core,
}
