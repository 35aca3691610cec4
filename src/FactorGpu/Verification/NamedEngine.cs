using FactorGpu.Engines;

namespace FactorGpu.Verification;

/// <summary>An engine to verify, under the name by which reports know it.</summary>
internal readonly record struct NamedEngine(string Name, IFactorEngine Engine);
