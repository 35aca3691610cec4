namespace FactorGpu.Bars;

/// <summary>The slots from <paramref name="First"/> to <paramref name="Last"/>, both included.</summary>
/// <param name="First">First slot, 0..241.</param>
/// <param name="Last">Last slot, First..241.</param>
public readonly record struct SlotRange(int First, int Last)
{
    /// <summary>True when <paramref name="slot"/> lies inside, both ends included.</summary>
    public bool Contains(int slot) => slot >= First && slot <= Last;
}
