namespace FactorGpu.Benchmarks.Suite;

/// <summary>A class of benchmarks that says how much its methods work through, from its parameters alone.</summary>
internal interface IMeasured
{
    /// <summary>The work of one call.</summary>
    /// <param name="method">Name of the benchmark.</param>
    Work WorkOf(string method);
}
