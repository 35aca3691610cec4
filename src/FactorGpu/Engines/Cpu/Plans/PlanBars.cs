using FactorGpu.Bars;

namespace FactorGpu.Engines.Cpu.Plans;

/// <summary>A sequence without a condition.</summary>
/// <param name="Scope">The slots.</param>
/// <param name="Requirements">What its bars must have.</param>
internal sealed record PlanBars(BarScope Scope, BarRequirements Requirements);
