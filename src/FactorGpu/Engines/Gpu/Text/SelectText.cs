using FactorGpu.Engines.Gpu.Plans;
using FactorGpu.Expressions;
using static FactorGpu.Engines.Gpu.Text.KernelContext;

namespace FactorGpu.Engines.Gpu.Text;

/// <summary>Writes a selection: the k-th largest key is found two bits at a time, by counting the keys at or above three bounds; of the keys equal to it the earliest are taken.</summary>
/// <remarks>
/// Keys are looked at as whole numbers in their order, from 2 on; 1 stands for NaN, which is below every number, and 0 for an absent one. Three counts of at most 242 share a word.
/// The search ends as soon as exactly k keys are at or above a bound.
/// </remarks>
internal static class SelectText
{
    internal static void Write(KernelContext context, KernelStep step, KernelWriter lines) => lines.Block("", () =>
    {
        ExprNode node = step.Nodes[0];
        KernelDialect dialect = context.Dialect;
        lines.Line($"{dialect.LocalPointer}{dialect.UInt}* cells = ({dialect.LocalPointer}{dialect.UInt}*)work;");
        WriteKeys(context, node, lines);
        lines.Line($"{dialect.UInt} present = 0;");
        EachKey(context, lines, "present += key[p] >= 1;");
        lines.Line("int reached = (int)group_sum(present, cells, j);");
        lines.Line(Invariant($"int k = (int)(({dialect.Long}){node.Attributes[0]} * reached / {node.Attributes[1]});"));
        lines.Line("k = k < 0 ? 0 : k > reached ? reached : k;");
        lines.Line($"{context.Element.BitsType} bound = 0;");
        lines.Line(Invariant($"int shift = {context.Element.BitCount};"));

        // PoCL writes everything behind a barrier that not all ways lead through once more, so the first round is never left out.
        lines.Line("do");
        lines.Block("", () => WriteRound(context, lines));
        lines.Line("while ((shift > 0) & (reached > k));");
        WriteMarks(context, context.Chosen(node), lines);
    });

    private static void WriteKeys(KernelContext context, ExprNode node, KernelWriter lines)
    {
        ExprNode x = node.Operands[0];
        var body = new KernelWriter();
        var bar = new BarText(context, body, new ScalarText(context, lines), "i", "", []);
        string key = $"order_{context.Element.Suffix}({bar.Value(x)})";
        body.Line($"key[p] = {(bar.IsPresent(x) is { } present ? $"{present} ? {key} : 0" : key)};");
        int share = LocalMemory.BarCount / context.W;
        lines.Line(Invariant($"{context.Element.BitsType} key[{share}];"));
        lines.Block(Invariant($"for (int p = 0; p < {share}; ++p)"), () =>
        {
            lines.Line(Invariant($"const int i = j + p * {context.W};"));
            lines.Line("key[p] = 0;");
            lines.Block($"if (i < {context.Length(node.Sequence!)})", () => lines.Append(body));
        });
    }

    /// <summary>The highest of three further bounds that k keys reach, if one is.</summary>
    private static void WriteRound(KernelContext context, KernelWriter lines)
    {
        string bits = context.Element.BitsType;
        lines.Line($"const {bits} low = bound;");
        lines.Line("shift -= 2;");
        lines.Line($"const {bits} step = ({bits})1 << shift;");
        lines.Line($"{context.Dialect.UInt} counts = 0;");
        EachKey(context, lines, "counts += (key[p] >= low + step) + ((key[p] >= low + 2 * step) << 8) + ((key[p] >= low + 3 * step) << 16);");
        lines.Line("counts = group_sum(counts, cells, j);");
        lines.Line("const int first = (int)(counts & 255), second = (int)(counts >> 8 & 255), third = (int)(counts >> 16 & 255);");
        lines.Line("bound = third >= k ? low + 3 * step : second >= k ? low + 2 * step : first >= k ? low + step : low;");
        lines.Line("reached = third >= k ? third : second >= k ? second : first >= k ? first : reached;");
    }

    /// <summary>Marks the keys above the bound with 1 and those at it with 2, then takes the marks of the latest from those of which there are too many.</summary>
    private static void WriteMarks(KernelContext context, string chosen, KernelWriter lines)
    {
        KernelDialect dialect = context.Dialect;
        int share = LocalMemory.BarCount / context.W;
        lines.Line($"{dialect.UInt} equal = 0;");
        lines.Block(Invariant($"for (int p = 0; p < {share}; ++p)"), () =>
        {
            lines.Line(Invariant($"{chosen}[j + p * {context.W}] = k == 0 ? 0 : key[p] > bound ? 1 : key[p] == bound ? 2 : 0;"));
            lines.Line("equal += key[p] == bound;");
        });
        lines.Line("const int kept = (int)group_sum(equal, cells, j) - (reached - k);");
        lines.Line($"{dialect.UInt} dropped = 0;");
        lines.Block(Invariant($"for (int p = 0; p < {share} && k > 0 && reached > k; ++p)"), () =>
        {
            lines.Line("int earlier = 0;");
            lines.Block(Invariant($"for (int i = 0; i < j + p * {context.W} && key[p] == bound; ++i)"), () => lines.Line($"earlier += {chosen}[i] == 2;"));
            lines.Line($"dropped |= ({dialect.UInt})(key[p] == bound && earlier >= kept) << p;");
        });
        lines.Line(dialect.Barrier);
        lines.Block(Invariant($"for (int p = 0; p < {share}; ++p)"), () => lines.Line(Invariant($"if (dropped >> p & 1) {{ {chosen}[j + p * {context.W}] = 0; }}")));
        lines.Line(dialect.Barrier);
    }

    private static void EachKey(KernelContext context, KernelWriter lines, string line)
        => lines.Block(Invariant($"for (int p = 0; p < {LocalMemory.BarCount / context.W}; ++p)"), () => lines.Line(line));
}
