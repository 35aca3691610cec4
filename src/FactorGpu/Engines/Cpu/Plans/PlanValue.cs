namespace FactorGpu.Engines.Cpu.Plans;

/// <summary>What a node of a program's graph is in a plan.</summary>
/// <param name="Source">Of a scalar: its node. Of a series: the buffer it is read from. Of a condition: the set of bars where it is present and true.</param>
/// <param name="Presence">The bars where it is present; null for a scalar, which stands at every bar.</param>
internal sealed record PlanValue(PlanOperand Source, PlanNode? Presence = null)
{
    internal bool IsScalar => Presence is null;
}
