using System;
using System.Collections.Immutable;
using FactorGpu.Engines.Gpu.Plans;
using FactorGpu.Expressions;
using static FactorGpu.Engines.Gpu.Text.KernelContext;

namespace FactorGpu.Engines.Gpu.Text;

/// <summary>Writes what goes by the order of a key: the keys of all bars lie in the memory that steps share, and each work-item compares those of its bars with all of them.</summary>
/// <remarks>Keys are whole numbers in their order, 1 for NaN, and the highest of all where there is none. No barrier stands in a loop.</remarks>
internal static class OrderText
{
    /// <summary>The rank of a bar is one more than the number of keys below its own, or equal and earlier; 0 for all when a key is NaN.</summary>
    internal static void WriteRank(KernelContext context, KernelStep step, KernelWriter lines) => lines.Block("", () =>
    {
        ExprNode node = step.Nodes[0];
        WriteKeys(context, node.Operands[0], node.Operands, lines, (_, _) => { });
        lines.Line(Invariant($"int place[{context.Share}];"));
        context.EachOwn(lines, () => lines.Line("place[p] = 1;"));
        EachKey(context, node, lines, "", "place[p] += k < own[p] + (q < i);");
        context.EachOwn(lines, () => lines.Line($"{context.Marks(node)}[i] = ({context.Dialect.UChar})(hasNaN || own[p] == {Absent(context)} ? 0 : place[p]);"));
        lines.Line(context.Dialect.Barrier);
    });

    /// <summary>The elements come into order of the key, one item adds them up, and each bar reads the sum at the last key that its bound reaches.</summary>
    internal static void WriteCumulate(KernelContext context, KernelStep step, KernelWriter lines) => lines.Block("", () =>
    {
        ExprNode node = step.Nodes[0];
        string array = context.Array(node);
        lines.Line(context.SharedArray(context.Element.Type, "x", 1));
        lines.Line(Invariant($"{context.Element.BitsType} bound[{context.Share}];"));
        lines.Line(Invariant($"int place[{context.Share}], reached[{context.Share}], present = 0;"));
        context.EachOwn(lines, () => lines.Line("bound[p] = place[p] = reached[p] = 0;"));
        WriteKeys(context, node.Operands[1], node.Operands[..2], lines, (bar, body) =>
        {
            string x = bar.Value(node.Operands[0]);
            body.Line($"x[i] = {x};");
            string bound = bar.Value(node.Operands[2]);
            body.Line($"bound[p] = order_{context.Element.Suffix}({bound});");
        });
        EachKey(context, node, lines, $"present += k != {Absent(context)};", "place[p] += k < own[p] + (q < i);\nreached[p] += k <= bound[p];");
        context.EachOwn(lines, () => lines.Line($"if (own[p] != {Absent(context)}) {{ {array}[place[p]] = x[i]; }}"));
        lines.Line(context.Dialect.Barrier);
        lines.Block("if (j == 0)", () => WriteSums(context, array, lines));
        lines.Line(context.Dialect.Barrier);
        context.EachOwn(lines, () => lines.Line(
            $"{array}[i] = hasNaN || bound[p] == 1 ? {context.Element.NaN} : reached[p] == 0 ? {context.Element.Literal(0)} : x[reached[p] - 1];"));
        lines.Line(context.Dialect.Barrier);
    });

    /// <summary>Each bar adds up the elements of its key in time order; the first of a key is marked. NaN keys are each their own.</summary>
    internal static void WriteGroup(KernelContext context, KernelStep step, KernelWriter lines) => lines.Block("", () =>
    {
        ExprNode node = step.Nodes[0];
        string array = context.Array(node);
        lines.Line(context.SharedArray(context.Element.Type, "x", 1));
        WriteKeys(context, node.Operands[1], node.Operands, lines, (bar, body) =>
        {
            string x = bar.Value(node.Operands[0]);
            body.Line($"x[i] = {x};");
        });
        lines.Line(Invariant($"{context.Scalar.Type} sum[{context.Share}];"));
        lines.Line(Invariant($"int isLater[{context.Share}];"));
        context.EachOwn(lines, () =>
        {
            lines.Line($"sum[p] = {context.Scalar.Literal(0)};");
            lines.Line("isLater[p] = 0;");
        });
        string element = $"const {context.Scalar.Type} element = {context.Widened("x[q]")};";
        EachKey(context, node, lines, element, "if (k == own[p]) { sum[p] += element; isLater[p] |= q < i && k != 1; }");
        context.EachOwn(lines, () =>
        {
            lines.Line($"{array}[i] = hasNaN ? {context.Element.NaN} : {context.Narrowed("sum[p]")};");
            lines.Line($"{context.Marks(node)}[i] = ({context.Dialect.UChar})(own[p] != {Absent(context)} && !isLater[p]);");
        });
        lines.Line(context.Dialect.Barrier);
    });

    /// <summary>Puts the keys of the bars where some series are present into memory; a work-item keeps those of its bars.</summary>
    /// <param name="context">The kernel.</param>
    /// <param name="key">The key.</param>
    /// <param name="needed">The series that must be present.</param>
    /// <param name="lines">Where it is written.</param>
    /// <param name="more">Writes what else is evaluated at each bar.</param>
    private static void WriteKeys(KernelContext context, ExprNode key, ImmutableArray<ExprNode> needed, KernelWriter lines, Action<BarText, KernelWriter> more)
    {
        string bits = context.Element.BitsType;
        var body = new KernelWriter();
        var bar = new BarText(context, body, new ScalarText(context, lines), "i", "", []);
        string order = $"order_{context.Element.Suffix}({bar.Value(key)})";
        body.Line($"own[p] = {(bar.AllPresent(needed) is { } present ? $"{present} ? {order} : {Absent(context)}" : order)};");
        more(bar, body);
        lines.Line(context.SharedArray(bits, "keys", 0));
        lines.Line(Invariant($"{bits} own[{context.Share}];"));
        context.EachOwn(lines, () =>
        {
            lines.Line($"own[p] = {Absent(context)};");
            lines.Block($"if (i < {context.Length(key.Sequence!)})", () => lines.Append(body));
            lines.Line("keys[i] = own[p];");
        });
        lines.Line(context.Dialect.Barrier);
    }

    /// <summary>Meets every key k at its bar q, and with each the bars of the work-item.</summary>
    private static void EachKey(KernelContext context, ExprNode node, KernelWriter lines, string once, string eachOwn)
    {
        lines.Line("int hasNaN = 0;");
        lines.Block($"for (int q = 0; q < {context.Length(node.Sequence!)}; ++q)", () =>
        {
            lines.Line($"const {context.Element.BitsType} k = keys[q];");
            lines.Line("hasNaN |= k == 1;");
            if (once.Length > 0)
            {
                lines.Line(once);
            }

            context.EachOwn(lines, () => lines.Line(eachOwn));
        });
    }

    /// <summary>Adds up what lies in order of the key, one after the other: each sum in the place of its last element.</summary>
    private static void WriteSums(KernelContext context, string array, KernelWriter lines)
    {
        lines.Line($"{context.Scalar.Type} sum = {context.Scalar.Literal(0)};");
        lines.Block("for (int q = 0; q < present; ++q)", () =>
        {
            lines.Line($"sum += {context.Widened($"{array}[q]")};");
            lines.Line($"x[q] = {context.Narrowed("sum")};");
        });
    }

    private static string Absent(KernelContext context) => $"({context.Element.BitsType})-1";
}
