using FactorGpu.Expressions;

namespace FactorGpu.Engines.Cpu.Plans;

/// <content>What is read from the day. In single precision a row of a price holds its ticks, so that either is loaded alike.</content>
internal sealed partial class Planner
{
    private PlanValue Source(ExprNode node)
    {
        if (node.Sequence is { } sequence)
        {
            return new PlanValue(OfBars(node, SequenceOf(sequence)), AllOf(node));
        }

        if (node.Operator == Operators.Constant)
        {
            return new PlanValue(_plan.Constant(node.Constant));
        }

        return new PlanValue(node.Operator == Operators.Tick
            ? _plan.Make(PlanKind.Scalar, CpuOp.Tick, [])
            : _plan.Make(PlanKind.Scalar, node.Operator == Operators.DayTicks ? CpuOp.DayTicks : CpuOp.DayValue, [], (int)node.Field));
    }

    private PlanNode OfBars(ExprNode node, PlanNode sequence)
    {
        if (node.Operator == Operators.Slot)
        {
            return _plan.Make(PlanKind.Buffer, CpuOp.SlotNumbers, [sequence]);
        }

        return node.Operator == Operators.BarIndex
            ? _plan.Make(PlanKind.Buffer, CpuOp.BarNumbers, [sequence])
            : _plan.Make(PlanKind.Buffer, CpuOp.Load, [sequence], (int)node.Field);
    }
}
