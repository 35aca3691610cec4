namespace FactorGpu.Bars;

/// <summary>How far a long piece of work is, in stock-days.</summary>
/// <param name="Done">Stock-days done so far, 0..<paramref name="Total"/>.</param>
/// <param name="Total">Stock-days of the whole work.</param>
public readonly record struct StockDayProgress(long Done, long Total);
