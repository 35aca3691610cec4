using FactorGpu.Bars;
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

    /// <summary>True for what every factor asks (E0): whether the volumes of a stock-day add up to more than 0.</summary>
    private static bool IsWhetherTraded(ExprNode node)
        => node.Operands[1].Operator == Operators.Constant && node.Operands[1].Constant == 0 && node.Operands[0].Operator == Operators.Sum && IsVolume(node.Operands[0].Operands[0]);

    /// <summary>True for the volumes of all valid bars.</summary>
    private static bool IsVolume(ExprNode node)
        => node.Operator == Operators.Field && node.Field == BarField.Volume
            && node.Sequence is { Scope: BarScope.All, Requirements: BarRequirements.None, Condition: null };

    /// <summary>The day knows with its valid bars whether one has volume, which takes no field.</summary>
    private PlanValue HasVolume() => new(_plan.Make(PlanKind.Scalar, CpuOp.HasVolume, []));

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
