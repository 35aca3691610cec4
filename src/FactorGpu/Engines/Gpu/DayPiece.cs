namespace FactorGpu.Engines.Gpu;

/// <summary>Neighbouring stocks of one day: what is on a device at a time.</summary>
/// <param name="Day">Number of the day.</param>
/// <param name="First">First stock.</param>
/// <param name="Count">Number of stocks, at least 1.</param>
internal readonly record struct DayPiece(int Day, int First, int Count)
{
    /// <summary>The piece without its first <paramref name="count"/> stocks.</summary>
    internal DayPiece Behind(int count) => new(Day, First + count, Count - count);
}
