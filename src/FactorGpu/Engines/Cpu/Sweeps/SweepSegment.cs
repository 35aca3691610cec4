using System.Collections.Immutable;
using FactorGpu.Engines.Cpu.Plans;

namespace FactorGpu.Engines.Cpu.Sweeps;

/// <summary>Nodes that are computed together: one after the other, or in one loop.</summary>
/// <param name="Nodes">The nodes, operands first.</param>
/// <param name="Range">What the loop goes over; null where there is none.</param>
internal sealed record SweepSegment(ImmutableArray<PlanNode> Nodes, SweepRange? Range);
