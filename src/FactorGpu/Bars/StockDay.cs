using System;

namespace FactorGpu.Bars;

/// <summary>One stock on one trading day: the unit a factor is computed on.</summary>
/// <param name="Date">Trading day.</param>
/// <param name="Code">Stock code, in the spelling of the source.</param>
public readonly record struct StockDay(DateOnly Date, string Code);
