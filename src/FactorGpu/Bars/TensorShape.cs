namespace FactorGpu.Bars;

/// <summary>Extents of a day tensor [F, S, T].</summary>
/// <param name="F">Fields, 11.</param>
/// <param name="S">Stocks.</param>
/// <param name="T">Slots, 242.</param>
public readonly record struct TensorShape(int F, int S, int T)
{
    /// <summary>Elements of one field, S x T.</summary>
    public int FieldLength => checked(S * T);

    /// <summary>Elements of the whole tensor, F x S x T.</summary>
    public long Length => (long)F * S * T;
}
