namespace FactorGpu.Engines.Cpu.Plans;

/// <summary>A register that holds a number before any step, on every stock-day.</summary>
/// <param name="Register">The register.</param>
/// <param name="Value">The number.</param>
internal sealed record PlanConstant(int Register, double Value);
