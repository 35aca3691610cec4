using FactorGpu.Engines.Gpu.Plans;
using FactorGpu.Expressions;
using static FactorGpu.Engines.Gpu.Text.KernelContext;

namespace FactorGpu.Engines.Gpu.Text;

/// <summary>Writes how series come into local memory: as they are, or as their running maximum.</summary>
internal static class StoreText
{
    internal static void WriteStore(KernelContext context, KernelStep step, KernelWriter lines) => lines.Block("", () =>
    {
        var body = new KernelWriter();
        var bar = new BarText(context, body, new ScalarText(context, lines), "i", "", step.Nodes);
        foreach (ExprNode node in step.Nodes)
        {
            string value = bar.Value(node);
            body.Line($"{context.Array(node)}[i] = {value};");
        }

        lines.Block(context.BarLoop(step.Sequence!), () => lines.Append(body));
        lines.Line(context.Dialect.Barrier);
    });

    /// <summary>A running maximum: every work-item has neighbouring bars here, and begins with the largest of all items before it.</summary>
    internal static void WriteScan(KernelContext context, KernelStep step, KernelWriter lines) => lines.Block("", () =>
    {
        ExprNode node = step.Nodes[0];
        NumberWords element = context.Element;
        string array = context.Array(node);
        int share = context.Share;
        string larger = $"larger_{element.Suffix}";
        var body = new KernelWriter();
        var bar = new BarText(context, body, new ScalarText(context, lines), "i", "", []);
        string value = bar.Value(node.Operands[0]);
        body.Line($"{array}[i] = {(bar.IsPresent(node.Operands[0]) is { } present ? $"{present} ? {value} : -{element.Infinity}" : value)};");
        lines.Block(context.BarLoop(step.Sequence!), () => lines.Append(body));
        lines.Line(context.Dialect.Barrier);
        string loop = Invariant($"for (int i = j * {share}; i < j * {share} + {share} && i < {context.Length(step.Sequence!)}; ++i)");
        lines.Line($"{element.Type} own = -{element.Infinity};");
        lines.Block(loop, () => lines.Line($"own = {larger}(own, {array}[i]);"));
        lines.Line("work[j] = own;");
        lines.Line(context.Dialect.Barrier);
        lines.Line($"{element.Type} largest = -{element.Infinity};");
        lines.Block("for (int q = 0; q < j; ++q)", () => lines.Line($"largest = {larger}(largest, ({element.Type})work[q]);"));
        lines.Block(loop, () =>
        {
            lines.Line($"largest = {larger}(largest, {array}[i]);");
            lines.Line($"{array}[i] = largest;");
        });
        lines.Line(context.Dialect.Barrier);
    });
}
