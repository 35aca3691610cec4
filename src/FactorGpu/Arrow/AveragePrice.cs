namespace FactorGpu.Arrow;

/// <summary>The vwap of a bar whose source does not give it.</summary>
internal static class AveragePrice
{
    /// <summary>amount / volume in CNY per share; NaN without volume, or where one of the two is no number.</summary>
    internal static double Of(double amount, double volume)
        => volume > 0 && double.IsFinite(volume) && double.IsFinite(amount) ? amount / volume : double.NaN;
}
