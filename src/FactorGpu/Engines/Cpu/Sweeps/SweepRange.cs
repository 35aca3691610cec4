using System.Linq;
using FactorGpu.Engines.Cpu.Plans;

namespace FactorGpu.Engines.Cpu.Sweeps;

/// <summary>The bars that a loop goes over.</summary>
/// <param name="Sequence">The sequence whose bars they are.</param>
/// <param name="Window">The set of slots that holds all of them; null for the whole sequence.</param>
internal readonly record struct SweepRange(PlanNode Sequence, PlanNode? Window)
{
    /// <summary>The range of a node made of bars: where the bars that it is asked for lie.</summary>
    internal static SweepRange Of(PlanNode node) => new(SequenceOf(node), WindowOf(node.Kind == PlanKind.Set ? node : node.Operands[^1].Node));

    private static PlanNode SequenceOf(PlanNode node)
    {
        while (node.Kind != PlanKind.Sequence)
        {
            // All that is made of bars has a set or a sequence among its operands, or a series, which has; the bars computed are those of the last.
            PlanOperand bars = node.Operands.LastOrDefault(operand => operand.Node.Kind is PlanKind.Set or PlanKind.Sequence)
                ?? node.Operands.Last(operand => operand.Node.Kind == PlanKind.Buffer);
            node = bars.Node;
        }

        return node;
    }

    private static PlanNode? WindowOf(PlanNode set) => set.Op switch
    {
        CpuOp.Slots => set,
        CpuOp.Both => WindowOf(set.Operands[0].Node) ?? WindowOf(set.Operands[1].Node),
        CpuOp.Without => WindowOf(set.Operands[0].Node),
        CpuOp.Gate or CpuOp.TopFraction or CpuOp.Less or CpuOp.LessOrEqual or CpuOp.Equal or CpuOp.NotEqual => WindowOf(set.Operands[^1].Node),
        _ => null,
    };
}
