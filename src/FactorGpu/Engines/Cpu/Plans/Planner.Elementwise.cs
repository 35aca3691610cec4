using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Expressions;

namespace FactorGpu.Engines.Cpu.Plans;

/// <content>Bar by bar, or on scalars.</content>
internal sealed partial class Planner
{
    private PlanValue Add(ExprNode node) => Number(CpuOp.Add, node);

    private PlanValue Subtract(ExprNode node) => Number(CpuOp.Subtract, node);

    private PlanValue Multiply(ExprNode node) => Number(CpuOp.Multiply, node);

    private PlanValue Divide(ExprNode node) => Number(CpuOp.Divide, node);

    private PlanValue Negate(ExprNode node) => Number(CpuOp.Negate, node);

    private PlanValue Abs(ExprNode node) => Number(CpuOp.Abs, node);

    private PlanValue Sqrt(ExprNode node) => Number(CpuOp.Sqrt, node);

    private PlanValue Minimum(ExprNode node) => Number(CpuOp.Minimum, node);

    private PlanValue Maximum(ExprNode node) => Number(CpuOp.Maximum, node);

    private PlanValue Finite(ExprNode node) => Number(CpuOp.Finite, node);

    private PlanValue Floor(ExprNode node) => Number(CpuOp.Floor, node);

    private PlanValue Log(ExprNode node) => Number(CpuOp.Log, node);

    private PlanValue Log1p(ExprNode node) => Number(CpuOp.Log1p, node);

    private PlanValue Exp(ExprNode node) => Number(CpuOp.Exp, node);

    private PlanValue Expm1(ExprNode node) => Number(CpuOp.Expm1, node);

    private PlanValue Atan(ExprNode node) => Number(CpuOp.Atan, node);

    private PlanValue Erfc(ExprNode node) => Number(CpuOp.Erfc, node);

    private PlanValue Cbrt(ExprNode node) => Number(CpuOp.Cbrt, node);

    private PlanValue Less(ExprNode node) => Comparison(CpuOp.Less, node, X(node), Y(node));

    private PlanValue LessOrEqual(ExprNode node) => Comparison(CpuOp.LessOrEqual, node, X(node), Y(node));

    private PlanValue Greater(ExprNode node) => Comparison(CpuOp.Less, node, Y(node), IsWhetherTraded(node) ? HasVolume() : X(node));

    private PlanValue GreaterOrEqual(ExprNode node) => Comparison(CpuOp.LessOrEqual, node, Y(node), X(node));

    private PlanValue Equal(ExprNode node) => Comparison(CpuOp.Equal, node, X(node), Y(node));

    private PlanValue NotEqual(ExprNode node) => Comparison(CpuOp.NotEqual, node, X(node), Y(node));

    private PlanValue And(ExprNode node)
    {
        if (PresenceOf(node) is not { } presence)
        {
            return OnScalars(CpuOp.And, [X(node).Source, Y(node).Source]);
        }

        return new PlanValue(_plan.Both(TrueBars(X(node), presence), TrueBars(Y(node), presence)), presence);
    }

    private PlanValue Or(ExprNode node)
    {
        if (PresenceOf(node) is not { } presence)
        {
            return OnScalars(CpuOp.Or, [X(node).Source, Y(node).Source]);
        }

        PlanNode either = _plan.Make(PlanKind.Set, CpuOp.Either, [TrueBars(X(node), presence), TrueBars(Y(node), presence)]);
        return new PlanValue(_plan.Both(either, presence), presence);
    }

    private PlanValue Not(ExprNode node)
    {
        PlanValue x = X(node);
        return x.Presence is null
            ? OnScalars(CpuOp.Not, [x.Source])
            : new PlanValue(_plan.Make(PlanKind.Set, CpuOp.Without, [x.Presence, x.Source]), x.Presence);
    }

    private PlanValue IfElse(ExprNode node)
    {
        PlanOperand a = _values[node.Operands[1]].Source;
        PlanOperand b = _values[node.Operands[2]].Source;
        return PresenceOf(node) is { } presence
            ? new PlanValue(_plan.Make(PlanKind.Buffer, CpuOp.IfElse, [TrueBars(X(node), presence), a, b, presence]), presence)
            : OnScalars(CpuOp.IfElse, [X(node).Source, a, b]);
    }

    private PlanValue Number(CpuOp op, ExprNode node)
    {
        ImmutableArray<PlanOperand> numbers = [.. node.Operands.Select(operand => _values[operand].Source)];
        return PresenceOf(node) is { } presence
            ? new PlanValue(_plan.Make(PlanKind.Buffer, op, numbers.Add(presence)), presence)
            : OnScalars(op, numbers);
    }

    private PlanValue Comparison(CpuOp op, ExprNode node, PlanValue a, PlanValue b)
        => PresenceOf(node) is { } presence
            ? new PlanValue(_plan.Make(PlanKind.Set, op, [a.Source, b.Source, presence]), presence)
            : OnScalars(op, [a.Source, b.Source]);

    /// <summary>Where a condition holds: a set for one per bar, all or none of some bars for a scalar.</summary>
    private PlanNode TrueBars(PlanValue condition, PlanNode bars)
        => condition.IsScalar ? _plan.Make(PlanKind.Set, CpuOp.Gate, [condition.Source, bars]) : condition.Source.Node;

    private PlanValue OnScalars(CpuOp op, ImmutableArray<PlanOperand> operands) => new(_plan.Make(PlanKind.Scalar, op, operands));
}
