namespace FactorGpu.Bars;

#pragma warning disable CA1720 // Double and Single are the field's words for these.

/// <summary>Storage and arithmetic of bars and programs.</summary>
public enum Precision
{
    /// <summary>float64: every factor is right to 1e-12 (catalogue 1.8).</summary>
    Double,

    /// <summary>float32, half the bytes; prices are whole counts of a stock's tick, so that their differences are exact.</summary>
    Single,
}
