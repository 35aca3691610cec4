using System.Collections.Immutable;

namespace FactorGpu.Benchmarks.Report;

/// <summary>One benchmark of the suite.</summary>
/// <param name="Type">The class, that is the question.</param>
/// <param name="Method">The method.</param>
/// <param name="Parameters">Values of the parameters by name.</param>
/// <param name="MedianMs">Median time of a call, ms.</param>
/// <param name="StockDays">Stock-days of a call; 0 where the work is not counted in them.</param>
/// <param name="Bytes">Bytes that a call cannot do without.</param>
internal readonly record struct SuiteRow(
    string Type, string Method, ImmutableDictionary<string, string> Parameters, double MedianMs, long StockDays, long Bytes)
{
    /// <summary>The value of a parameter, "" when the benchmark has none of that name.</summary>
    internal string this[string parameter] => Parameters.GetValueOrDefault(parameter, "");
}
