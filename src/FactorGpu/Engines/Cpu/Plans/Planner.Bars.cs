using System;
using FactorGpu.Engines.Cpu.Kernels;
using FactorGpu.Expressions;

namespace FactorGpu.Engines.Cpu.Plans;

/// <content>Shifts, scans and selections: most of them are no work on elements.</content>
internal sealed partial class Planner
{
    private PlanValue Lag(ExprNode node) => Shifted(node, node.Attributes[0]);

    private PlanValue Lead(ExprNode node) => Shifted(node, -node.Attributes[0]);

    private PlanValue Cummax(ExprNode node)
    {
        PlanValue x = X(node);
        return new PlanValue(_plan.Make(PlanKind.Buffer, CpuOp.Cummax, [x.Source, x.Presence!]), x.Presence);
    }

    private PlanValue Where(ExprNode node) => new(X(node).Source, _plan.Both(X(node).Presence!, Y(node).Source.Node));

    private PlanValue Between(ExprNode node)
    {
        PlanNode slots = _plan.Make(PlanKind.Set, CpuOp.Slots, [SequenceOf(node.Sequence!)], node.Attributes[0], node.Attributes[1]);
        return new PlanValue(X(node).Source, _plan.Both(X(node).Presence!, slots));
    }

    private PlanValue Present(ExprNode node) => new(X(node).Presence!, AllOf(node));

    private PlanValue TopFraction(ExprNode node)
    {
        PlanValue key = X(node);
        PlanNode chosen = _plan.Make(PlanKind.Set, CpuOp.TopFraction, [key.Source, CodesOf(key), key.Presence!], node.Attributes[0], node.Attributes[1]);
        return new PlanValue(chosen, key.Presence);
    }

    /// <summary>The codes of a key, at all bars at which it was computed: selections from different bars share them.</summary>
    private PlanNode CodesOf(PlanValue key)
    {
        PlanNode last = key.Source.Node.Operands[^1].Node;
        PlanNode? computed = last.Kind switch
        {
            PlanKind.Sequence => _plan.Make(PlanKind.Set, CpuOp.AllBars, [last]),
            PlanKind.Set => last,
            _ => null,
        };
        return _plan.Make(PlanKind.Buffer, CpuOp.Encode, [key.Source, key.Source.Shift == 0 && computed is not null ? computed : key.Presence!]);
    }

    private PlanValue Shifted(ExprNode node, int bars)
    {
        PlanValue x = X(node);
        PlanNode presence = _plan.Make(PlanKind.Set, CpuOp.ShiftSet, [x.Presence!, AllOf(node)], bars);
        return new PlanValue(Moved(x.Source, -Math.Clamp(bars, -Frame.MostShift, Frame.MostShift)), presence);
    }
}
