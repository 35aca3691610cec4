namespace FactorGpu.Engines.Cpu.Plans;

/// <summary>What a step reads.</summary>
/// <param name="Node">The node.</param>
/// <param name="Shift">Bars by which a series is read off its place: -1 for a lag of 1.</param>
internal sealed record PlanOperand(PlanNode Node, int Shift = 0)
{
    public static implicit operator PlanOperand(PlanNode node) => new(node);
}
