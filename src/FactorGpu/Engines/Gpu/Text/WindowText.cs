using System.Linq;
using FactorGpu.Engines.Gpu.Plans;
using FactorGpu.Expressions;
using static FactorGpu.Engines.Gpu.Text.KernelContext;

namespace FactorGpu.Engines.Gpu.Text;

/// <summary>Writes windows: the operands of all bars come into local memory, then each work-item walks the windows of its bars, oldest bar first, as every engine does.</summary>
/// <remarks>The first operand lies where the result will, the second in the memory that steps share; results wait in registers until all windows are done.</remarks>
internal static class WindowText
{
    internal static void Write(KernelContext context, KernelStep step, KernelWriter lines) => lines.Block("", () =>
    {
        ExprNode node = step.Nodes[0];
        bool isMarked = context.Graph.HasMarks(node);
        WriteOperands(context, node, isMarked, lines);
        lines.Line(context.Dialect.Barrier);
        lines.Line(Invariant($"{context.Element.Type} own[{context.Share}];"));
        if (isMarked)
        {
            lines.Line(Invariant($"int full[{context.Share}];"));
        }

        context.EachOwn(lines, () =>
        {
            lines.Line($"own[p] = {context.Element.NaN};");
            if (isMarked)
            {
                lines.Line("full[p] = 0;");
            }

            lines.Block(Invariant($"if (i >= {node.Attributes[0] - 1} && i < {context.Length(node.Sequence!)})"), () => WriteWindow(context, node, isMarked, lines));
        });
        lines.Line(context.Dialect.Barrier);
        context.EachOwn(lines, () =>
        {
            lines.Line($"{context.Array(node)}[i] = own[p];");
            if (isMarked)
            {
                lines.Line($"{context.Marks(node)}[i] = ({context.Dialect.UChar})full[p];");
            }
        });
        lines.Line(context.Dialect.Barrier);
    });

    private static bool IsPair(ExprNode node) => node.Operator == Operators.RollingCov && node.Operands[0] != node.Operands[1];

    private static void WriteOperands(KernelContext context, ExprNode node, bool isMarked, KernelWriter lines)
    {
        var body = new KernelWriter();
        var bar = new BarText(context, body, new ScalarText(context, lines), "i", "", []);
        string x = bar.Value(node.Operands[0]);
        body.Line($"{context.Array(node)}[i] = {x};");
        if (IsPair(node))
        {
            KernelDialect dialect = context.Dialect;
            lines.Line($"{dialect.LocalPointer}{context.Element.Type}* other = ({dialect.LocalPointer}{context.Element.Type}*)work;");
            string y = bar.Value(node.Operands[1]);
            body.Line($"other[i] = {y};");
        }

        if (isMarked)
        {
            string present = bar.AllPresent(node.Operands) ?? "1";
            body.Line($"{context.Marks(node)}[i] = ({context.Dialect.UChar})({present});");
        }

        lines.Block(context.BarLoop(node.Sequence!), () => lines.Append(body));
    }

    private static void WriteWindow(KernelContext context, ExprNode node, bool isMarked, KernelWriter lines)
    {
        if (isMarked)
        {
            lines.Line("full[p] = 1;");
            lines.Block(WindowLoop(node), () => lines.Line($"full[p] &= {context.Marks(node)}[q];"));
        }

        if (node.Operator == Operators.RollingCov)
        {
            WriteCovariance(context, node, lines);
            return;
        }

        lines.Line($"{context.Scalar.Type} sum = {context.Scalar.Literal(0)};");
        lines.Block(WindowLoop(node), () => lines.Line($"sum += {context.Widened($"{context.Array(node)}[q]")};"));
        lines.Line($"own[p] = {context.Narrowed("sum")};");
    }

    /// <summary>Two passes: means and whether an operand is constant, then products.</summary>
    private static void WriteCovariance(KernelContext context, ExprNode node, KernelWriter lines)
    {
        (string Name, string Array)[] operands = IsPair(node) ? [("x", context.Array(node)), ("y", "other")] : [("x", context.Array(node))];
        NumberWords scalar = context.Scalar;
        foreach ((string name, string array) in operands)
        {
            lines.Line(Invariant($"const {context.Element.Type} first_{name} = {array}[i - {node.Attributes[0] - 1}];"));
            lines.Line($"{scalar.Type} mean_{name} = {scalar.Literal(0)};");
            lines.Line($"int same_{name} = 1;");
        }

        lines.Block(WindowLoop(node), () =>
        {
            foreach ((string name, string array) in operands)
            {
                lines.Line($"mean_{name} += {context.Widened($"{array}[q]")};");
                lines.Line($"same_{name} &= {array}[q] == first_{name};");
            }
        });
        foreach ((string name, _) in operands)
        {
            lines.Line($"mean_{name} /= {scalar.Literal(node.Attributes[0])};");
        }

        string Deviation(int operand) => $"({context.Widened($"{operands[operand].Array}[q]")} - mean_{operands[operand].Name})";
        lines.Line($"{scalar.Type} products = {scalar.Literal(0)};");
        lines.Block(WindowLoop(node), () => lines.Line($"products += {Deviation(0)} * {Deviation(operands.Length - 1)};"));
        string isConstant = string.Join(" | ", operands.Select(operand => $"same_{operand.Name}"));
        int degrees = node.Attributes[0] - node.Attributes[1];
        string covariance = $"({isConstant} ? {scalar.Literal(0)} : products) / {scalar.Literal(degrees)}";
        lines.Line($"own[p] = {(degrees > 0 ? context.Narrowed($"({covariance})") : context.Element.NaN)};");
    }

    private static string WindowLoop(ExprNode node) => Invariant($"for (int q = i - {node.Attributes[0] - 1}; q <= i; ++q)");
}
