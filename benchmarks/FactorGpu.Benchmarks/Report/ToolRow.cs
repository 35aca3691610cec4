namespace FactorGpu.Benchmarks.Report;

/// <summary>One row of <c>factorgpu bench</c>.</summary>
/// <param name="Part">What was computed: all factors, one by its id, or the first few.</param>
/// <param name="Factors">K.</param>
/// <param name="Engine">The engine and its threads.</param>
/// <param name="MicrosecondsPerStockDay">Median time over stock-days, µs.</param>
internal readonly record struct ToolRow(string Part, int Factors, string Engine, double MicrosecondsPerStockDay);
