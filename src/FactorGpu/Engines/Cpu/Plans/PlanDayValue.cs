using FactorGpu.Bars;

namespace FactorGpu.Engines.Cpu.Plans;

/// <summary>A register that holds a value of the day before any step.</summary>
/// <param name="Register">The register.</param>
/// <param name="Source">Which value.</param>
/// <param name="Field">Its field, if it is one of a field.</param>
internal sealed record PlanDayValue(int Register, CpuOp Source, BarField Field);
