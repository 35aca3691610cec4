using FactorGpu.Engines.Gpu.Plans;
using FactorGpu.Expressions;
using static FactorGpu.Engines.Gpu.Text.KernelContext;

namespace FactorGpu.Engines.Gpu.Text;

/// <summary>Writes a selection: the k-th largest key is found two bits at a time, by counting the keys at or above three bounds; of the keys equal to it the earliest are taken.</summary>
/// <remarks>
/// Keys are looked at as whole numbers in their order, from 2 on; 1 stands for NaN, which is below every number, and 0 for an absent one. Four counts of at most 242 share a word:
/// those at or above each bound, and that of all keys. The search ends as soon as exactly k keys are at or above a bound.
/// </remarks>
internal static class SelectText
{
    internal static void Write(KernelContext context, KernelStep step, KernelWriter lines) => lines.Block("", () =>
    {
        ExprNode node = step.Nodes[0];
        KernelDialect dialect = context.Dialect;
        lines.Line($"{dialect.LocalPointer}{dialect.UInt}* cells = ({dialect.LocalPointer}{dialect.UInt}*)work;");
        var scalars = new ScalarText(context, lines);
        WriteKeys(context, node, scalars, lines);
        string selected = Selected(context, node, scalars);
        lines.Line($"{context.Element.BitsType} bound = 0;");
        lines.Line(Invariant($"int shift = {context.Element.BitCount}, reached = -1, k = 0, row = 0;"));

        // PoCL writes everything behind a barrier that not all ways lead through once more, so the first round is never left out.
        lines.Line("do");
        lines.Block("", () => WriteRound(context, selected, lines));
        lines.Line("while ((shift > 0) & (reached > k));");
        WriteMarks(context, context.Marks(node), lines);
    });

    /// <summary>The number of bars that are selected, of those present.</summary>
    private static string Selected(KernelContext context, ExprNode node, ScalarText scalars)
    {
        if (node.Operator == Operators.TopFraction)
        {
            return Invariant($"most(0, least(present, (int)(({context.Dialect.Long}){node.Attributes[0]} * present / {node.Attributes[1]})))");
        }

        string count = scalars.Value(node.Operands[1]);
        return $"{count} >= {context.Scalar.Literal(1)} ? ({count} < ({context.Scalar.Type})present ? (int){count} : present) : 0";
    }

    private static void WriteKeys(KernelContext context, ExprNode node, ScalarText scalars, KernelWriter lines)
    {
        ExprNode x = node.Operands[0];
        var body = new KernelWriter();
        var bar = new BarText(context, body, scalars, "i", "", []);
        string key = $"order_{context.Element.Suffix}({bar.Value(x)})";
        body.Line($"key[p] = {(bar.IsPresent(x) is { } present ? $"{present} ? {key} : 0" : key)};");
        lines.Line(Invariant($"{context.Element.BitsType} key[{context.Share}];"));
        context.EachOwn(lines, () =>
        {
            lines.Line("key[p] = 0;");
            lines.Block($"if (i < {context.Length(node.Sequence!)})", () => lines.Append(body));
        });
    }

    /// <summary>The highest of three further bounds that k keys reach, if one is.</summary>
    private static void WriteRound(KernelContext context, string selected, KernelWriter lines)
    {
        string bits = context.Element.BitsType;
        lines.Line($"const {bits} low = bound;");
        lines.Line("shift -= 2;");
        lines.Line($"const {bits} step = ({bits})1 << shift;");
        lines.Line($"{context.Dialect.UInt} counts = 0;");
        string above = "(key[p] >= low + step) + ((key[p] >= low + 2 * step) << 8) + ((key[p] >= low + 3 * step) << 16)";
        EachKey(context, lines, $"counts += {above} + (({context.Dialect.UInt})(key[p] >= 1) << 24);");
        lines.Line("counts = group_sum(counts, cells + row, j);");
        lines.Line(Invariant($"row = {context.W} - row;"));
        lines.Line("const int first = (int)(counts & 255), second = (int)(counts >> 8 & 255), third = (int)(counts >> 16 & 255), present = (int)(counts >> 24);");
        lines.Line($"k = {selected};");
        lines.Line("bound = third >= k ? low + 3 * step : second >= k ? low + 2 * step : first >= k ? low + step : low;");
        lines.Line("reached = third >= k ? third : second >= k ? second : first >= k ? first : reached < 0 ? present : reached;");
    }

    /// <summary>Marks the keys above the bound with 1 and those at it with 2, then takes the marks of the latest from those of which there are too many.</summary>
    private static void WriteMarks(KernelContext context, string chosen, KernelWriter lines)
    {
        KernelDialect dialect = context.Dialect;
        context.EachOwn(lines, () => lines.Line($"{chosen}[i] = k == 0 ? 0 : key[p] > bound ? 1 : key[p] == bound ? 2 : 0;"));
        lines.Line(dialect.Barrier);
        lines.Line($"{dialect.UInt} dropped = 0;");
        lines.Block(Invariant($"for (int p = 0; p < {context.Share} && k > 0 && reached > k; ++p)"), () =>
        {
            lines.Line("int later = 0;");
            lines.Block(Invariant($"for (int i = j + p * {context.W} + 1; i < {LocalMemory.BarCount} && key[p] == bound; ++i)"), () => lines.Line($"later += {chosen}[i] == 2;"));
            lines.Line($"dropped |= ({dialect.UInt})(key[p] == bound && later < reached - k) << p;");
        });
        lines.Line(dialect.Barrier);
        context.EachOwn(lines, () => lines.Line($"if (dropped >> p & 1) {{ {chosen}[i] = 0; }}"));
        lines.Line(dialect.Barrier);
    }

    private static void EachKey(KernelContext context, KernelWriter lines, string line)
        => lines.Block(Invariant($"for (int p = 0; p < {context.Share}; ++p)"), () => lines.Line(line));
}
