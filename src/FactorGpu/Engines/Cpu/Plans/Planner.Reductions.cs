using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Errors;
using FactorGpu.Expressions;

namespace FactorGpu.Engines.Cpu.Plans;

/// <content>One scalar from all present elements.</content>
internal sealed partial class Planner
{
    private const int AtFirst = 0;
    private const int AtLast = 1;

    private PlanValue Count(ExprNode node) => new(_plan.Make(PlanKind.Scalar, CpuOp.Count, [X(node).Presence!]));

    private PlanValue Sum(ExprNode node)
    {
        PlanValue x = X(node);
        PlanNode source = x.Source.Node;
        if (source.Op != CpuOp.Multiply || source.Operands[..2].Any(factor => factor.Node.Kind == PlanKind.Scalar))
        {
            return Reduction(CpuOp.Sum, node);
        }

        // A product is summed where it arises: its elements need no buffer.
        (PlanOperand a, PlanOperand meanA) = Deviation(source.Operands[0], x.Source.Shift);
        (PlanOperand b, PlanOperand meanB) = Deviation(source.Operands[1], x.Source.Shift);
        return new PlanValue(_plan.Make(PlanKind.Scalar, CpuOp.SumOfProducts, [a, meanA, b, meanB, x.Presence!], x.Presence!.IsRun ? 1 : 0));
    }

    private PlanValue Product(ExprNode node) => Reduction(CpuOp.Product, node);

    private PlanValue Max(ExprNode node) => Reduction(CpuOp.Max, node);

    private PlanValue Min(ExprNode node) => Reduction(CpuOp.Min, node);

    private PlanValue First(ExprNode node) => new(Pick(X(node).Source, X(node).Presence!, AtFirst));

    private PlanValue Last(ExprNode node) => new(Pick(X(node).Source, X(node).Presence!, AtLast));

    private PlanValue IsConstant(ExprNode node) => Reduction(CpuOp.IsConstant, node);

    private PlanValue Reduction(CpuOp op, ExprNode node)
    {
        PlanValue x = X(node);
        return new PlanValue(_plan.Make(PlanKind.Scalar, op, [x.Source, x.Presence!], x.Presence!.IsRun ? 1 : 0));
    }

    /// <summary>A series as another less a scalar; the series itself less 0, which changes no bit, where it is none.</summary>
    private (PlanOperand Series, PlanOperand Mean) Deviation(PlanOperand x, int shift)
    {
        PlanNode node = x.Node;
        bool isDeviation = node.Op == CpuOp.Subtract && node.Operands[0].Node.Kind == PlanKind.Buffer && node.Operands[1].Node.Kind == PlanKind.Scalar;
        return isDeviation
            ? (Moved(node.Operands[0], x.Shift + shift), node.Operands[1])
            : (Moved(x, shift), _plan.Constant(0));
    }

    /// <summary>The element at one end of a set. Arithmetic is done on the picked elements alone, and fields are read where they lie.</summary>
    private PlanNode Pick(PlanOperand x, PlanNode bars, int end)
    {
        Throw.IfTooDeep();
        PlanNode node = x.Node;
        if (node.Kind == PlanKind.Scalar)
        {
            return AsElement(node);
        }

        return node.Op switch
        {
            CpuOp.Load => _plan.Make(PlanKind.Scalar, CpuOp.PickField, [node.Operands[0], bars], end, node.P, x.Shift),
            CpuOp.IfElse or CpuOp.Cummax or CpuOp.SlotNumbers or CpuOp.BarNumbers or CpuOp.RollingSum or CpuOp.RollingCov
                or CpuOp.Rank or CpuOp.CumsumBy or CpuOp.GroupSum => _plan.Make(PlanKind.Scalar, CpuOp.PickBar, [x, bars], end),
            _ => AsElement(_plan.Make(PlanKind.Scalar, node.Op, [.. node.Operands[..^1].Select(operand => (PlanOperand)Pick(Moved(operand, x.Shift), bars, end))])),
        };
    }

    /// <summary>A scalar as it is beside elements, or as the element that it stands for: rounded to their precision. The float32 nearest to the float64 result of an operation on float32 is the result of that operation in float32.</summary>
    private PlanNode AsElement(PlanNode scalar) => _precision == Precision.Single ? _plan.Make(PlanKind.Scalar, CpuOp.Narrow, [scalar]) : scalar;

    private static PlanOperand Moved(PlanOperand x, int shift) => x.Node.Kind == PlanKind.Buffer ? x with { Shift = x.Shift + shift } : x;
}
