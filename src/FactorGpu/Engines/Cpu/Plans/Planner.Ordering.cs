using System;
using FactorGpu.Expressions;

namespace FactorGpu.Engines.Cpu.Plans;

/// <content>Windows of bars, and places among all bars by a key.</content>
internal sealed partial class Planner
{
    private PlanValue RollingSum(ExprNode node)
    {
        PlanNode presence = FullWindows(X(node).Presence!, node);
        return new PlanValue(_plan.Make(PlanKind.Buffer, CpuOp.RollingSum, [X(node).Source, presence], node.Attributes[0]), presence);
    }

    private PlanValue RollingCov(ExprNode node)
    {
        PlanNode presence = FullWindows(_plan.Both(X(node).Presence!, Y(node).Presence!), node);
        PlanNode cov = _plan.Make(
            PlanKind.Buffer, CpuOp.RollingCov, [X(node).Source, Y(node).Source, presence], node.Attributes[0], node.Attributes[1]);
        return new PlanValue(cov, presence);
    }

    private PlanValue TopCount(ExprNode node)
    {
        PlanValue key = X(node);
        return new PlanValue(_plan.Make(PlanKind.Set, CpuOp.TopCount, [key.Source, CodesOf(key), key.Presence!, Y(node).Source]), key.Presence);
    }

    private PlanValue Rank(ExprNode node) => new(_plan.Make(PlanKind.Buffer, CpuOp.Rank, [OrderOf(X(node).Source, X(node).Presence!)]), X(node).Presence);

    private PlanValue CumsumBy(ExprNode node)
    {
        PlanValue bound = _values[node.Operands[2]];
        PlanNode order = OrderOf(Y(node).Source, _plan.Both(X(node).Presence!, Y(node).Presence!));
        PlanNode total = _plan.Make(
            PlanKind.Buffer, CpuOp.CumsumBy, [X(node).Source, Y(node).Source, bound.Source, order, bound.Presence!]);
        return new PlanValue(total, bound.Presence);
    }

    private PlanValue GroupSum(ExprNode node)
    {
        PlanNode order = OrderOf(Y(node).Source, _plan.Both(X(node).Presence!, Y(node).Presence!));
        PlanNode total = _plan.Make(PlanKind.Buffer, CpuOp.GroupSum, [X(node).Source, Y(node).Source, order]);
        return new PlanValue(total, _plan.Make(PlanKind.Set, CpuOp.FirstOfGroup, [Y(node).Source, order]));
    }

    /// <summary>The order by a key. By ranks over the same bars it is the order that they are the places in; by a negated key it follows from that by the key.</summary>
    private PlanNode OrderOf(PlanOperand key, PlanNode bars)
    {
        if (key.Node.Op == CpuOp.Negate)
        {
            PlanOperand negated = Moved(key.Node.Operands[0], key.Shift);
            return _plan.Make(PlanKind.Buffer, CpuOp.OrderDown, [OrderOf(negated, bars), negated]);
        }

        bool isRank = key.Node.Op == CpuOp.Rank && key.Shift == 0 && RankedBars(key.Node.Operands[0].Node) == bars;
        return isRank ? key.Node.Operands[0].Node : _plan.Make(PlanKind.Buffer, CpuOp.Order, [key, bars]);
    }

    private static PlanNode RankedBars(PlanNode order) => order.Op == CpuOp.Order ? order.Operands[1].Node : RankedBars(order.Operands[0].Node);

    /// <summary>The bars whose window lies in a set: two windows of half the length, side by side or overlapping.</summary>
    private PlanNode FullWindows(PlanNode bars, ExprNode node)
    {
        int covered = 1;
        while (covered < node.Attributes[0])
        {
            int step = Math.Min(covered, node.Attributes[0] - covered);
            bars = _plan.Both(bars, _plan.Make(PlanKind.Set, CpuOp.ShiftSet, [bars, AllOf(node)], step));
            covered += step;
        }

        return bars;
    }
}
