namespace FactorGpu.Benchmarks.Report;

/// <summary>One bar of a chart.</summary>
/// <param name="Label">What it stands for.</param>
/// <param name="Value">Its length, above 0.</param>
/// <param name="Class">Its colour.</param>
internal readonly record struct Bar(string Label, double Value, string Class);
