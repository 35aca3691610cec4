using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Engines.Gpu.Plans;
using FactorGpu.Expressions;
using static FactorGpu.Engines.Gpu.Text.KernelContext;

namespace FactorGpu.Engines.Gpu.Text;

/// <summary>Writes windows: the operands of all bars come into the memory that steps share, then each work-item walks the windows of its bars, oldest bar first, as every engine does.</summary>
internal static class WindowText
{
    private static readonly ImmutableArray<string> s_names = ["x", "y"];

    internal static void Write(KernelContext context, KernelStep step, KernelWriter lines) => lines.Block("", () =>
    {
        ExprNode node = step.Nodes[0];
        ExprNode[] operands = [.. node.Operands.Distinct()];
        WriteOperands(context, node, operands, lines);
        lines.Line(context.Dialect.Barrier);
        lines.Block(context.BarLoop(step.Sequence!), () =>
        {
            lines.Line($"{context.Element.Type} value = {context.Element.NaN};");
            if (context.Graph.HasMarks(node))
            {
                lines.Line("int full = 0;");
            }

            lines.Block(Invariant($"if (i >= {node.Attributes[0] - 1})"), () => WriteWindow(context, node, operands.Length, lines));
            lines.Line($"{context.Array(node)}[i] = value;");
            if (context.Graph.HasMarks(node))
            {
                lines.Line($"{context.Marks(node)}[i] = ({context.Dialect.UChar})full;");
            }
        });
        lines.Line(context.Dialect.Barrier);
    });

    /// <summary>Puts the operands into memory, and whether all are present where that is not known from the bar's place alone.</summary>
    private static void WriteOperands(KernelContext context, ExprNode node, ExprNode[] operands, KernelWriter lines)
    {
        KernelDialect dialect = context.Dialect;
        var body = new KernelWriter();
        var bar = new BarText(context, body, new ScalarText(context, lines), "i", "", []);
        for (int at = 0; at < operands.Length; at++)
        {
            lines.Line(context.SharedArray(context.Element.Type, s_names[at], at));
            string value = bar.Value(operands[at]);
            body.Line($"{s_names[at]}[i] = {value};");
        }

        if (context.Graph.HasMarks(node))
        {
            lines.Line(Invariant($"{dialect.LocalPointer}{dialect.UChar}* there = ({dialect.LocalPointer}{dialect.UChar}*)({s_names[operands.Length - 1]} + {LocalMemory.BarCount});"));
            string present = bar.AllPresent(operands) ?? "1";
            body.Line($"there[i] = ({dialect.UChar})({present});");
        }

        lines.Block(context.BarLoop(node.Sequence!), () => lines.Append(body));
    }

    private static void WriteWindow(KernelContext context, ExprNode node, int operands, KernelWriter lines)
    {
        if (context.Graph.HasMarks(node))
        {
            lines.Line("full = 1;");
            lines.Block(WindowLoop(node), () => lines.Line("full &= there[q];"));
        }

        if (node.Operator == Operators.RollingCov)
        {
            WriteCovariance(context, node, s_names[..operands], lines);
            return;
        }

        lines.Line($"{context.Scalar.Type} sum = {context.Scalar.Literal(0)};");
        lines.Block(WindowLoop(node), () => lines.Line($"sum += {context.Widened("x[q]")};"));
        lines.Line($"value = {context.Narrowed("sum")};");
    }

    /// <summary>Two passes: means and whether an operand is constant, then products.</summary>
    private static void WriteCovariance(KernelContext context, ExprNode node, ImmutableArray<string> operands, KernelWriter lines)
    {
        NumberWords scalar = context.Scalar;
        foreach (string x in operands)
        {
            lines.Line($"{scalar.Type} mean_{x} = {scalar.Literal(0)};");
            lines.Line($"int same_{x} = 1;");
        }

        lines.Block(WindowLoop(node), () =>
        {
            foreach (string x in operands)
            {
                lines.Line($"mean_{x} += {context.Widened($"{x}[q]")};");
                lines.Line(Invariant($"same_{x} &= {x}[q] == {x}[i - {node.Attributes[0] - 1}];"));
            }
        });
        foreach (string x in operands)
        {
            lines.Line($"mean_{x} /= {scalar.Literal(node.Attributes[0])};");
        }

        string Deviation(string x) => $"({context.Widened($"{x}[q]")} - mean_{x})";
        lines.Line($"{scalar.Type} products = {scalar.Literal(0)};");
        lines.Block(WindowLoop(node), () => lines.Line($"products += {Deviation(operands[0])} * {Deviation(operands[^1])};"));
        string isConstant = string.Join(" | ", operands.Select(x => $"same_{x}"));
        int degrees = node.Attributes[0] - node.Attributes[1];
        string covariance = $"({isConstant} ? {scalar.Literal(0)} : products) / {scalar.Literal(degrees)}";
        lines.Line($"value = {(degrees > 0 ? context.Narrowed($"({covariance})") : context.Element.NaN)};");
    }

    private static string WindowLoop(ExprNode node) => Invariant($"for (int q = i - {node.Attributes[0] - 1}; q <= i; ++q)");
}
