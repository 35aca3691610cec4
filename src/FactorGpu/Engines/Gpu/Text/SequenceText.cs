using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Engines.Gpu.Plans;
using FactorGpu.Expressions;
using static FactorGpu.Engines.Gpu.Text.KernelContext;

namespace FactorGpu.Engines.Gpu.Text;

/// <summary>Writes how the bars of a sequence are found: its slots as bits in four words, its length, and the slot of each bar; 0 for bars that do not exist.</summary>
internal static class SequenceText
{
    internal static void Write(KernelContext context, KernelStep step, KernelWriter lines)
    {
        Sequence sequence = step.Sequence!;
        if (sequence.Condition is { } condition)
        {
            WriteKept(context, sequence, condition, lines);
        }
        else
        {
            WriteMasked(context, sequence, lines);
        }

        KernelDialect dialect = context.Dialect;
        string letter = context.Graph.LetterOf(sequence);
        string words = context.Words(sequence);
        lines.Line($"const int {context.Length(sequence)} = rank({words}, {LocalMemory.BarCount});");
        lines.Block(Invariant($"for (int t = j; t < {LocalMemory.BarCount}; t += {context.W})"), () =>
        {
            lines.Block($"if (has({words}, t))", () => lines.Line($"{letter}_slot[rank({words}, t)] = ({dialect.UChar})t;"));
            lines.Block($"if (t >= {context.Length(sequence)})", () => lines.Line($"{letter}_slot[t] = 0;"));
        });
        lines.Line(dialect.Barrier);
    }

    private static void WriteMasked(KernelContext context, Sequence sequence, KernelWriter lines)
    {
        int row = context.Plan.Masks.IndexOf(sequence.Requirements);
        SlotRange scope = BarAxis.SlotsOf(sequence.Scope);
        for (int word = 0; word < SlotMask.WordCount; word++)
        {
            ulong inScope = Enumerable.Range(0, 64).Where(bit => scope.Contains((word * 64) + bit)).Aggregate(0ul, (bits, bit) => bits | (1ul << bit));
            lines.Line(Invariant(
                $"const {context.Dialect.ULong} {context.Graph.LetterOf(sequence)}_w{word} = masks[({context.Row(row)}) * {SlotMask.WordCount} + {word}] & 0x{inScope:x16}{context.Dialect.ULongEnd};"));
        }
    }

    /// <summary>The slots of those bars of the parent where the condition is present and true: a mark per slot, then 64 marks become a word.</summary>
    private static void WriteKept(KernelContext context, Sequence sequence, ExprNode condition, KernelWriter lines)
    {
        KernelDialect dialect = context.Dialect;
        string letter = context.Graph.LetterOf(sequence);
        lines.Block("", () =>
        {
            lines.Line($"{dialect.LocalPointer}{dialect.UChar}* kept = ({dialect.LocalPointer}{dialect.UChar}*)work;");
            lines.Block(Invariant($"for (int t = j; t < {LocalMemory.BarCount}; t += {context.W})"), () => lines.Line("kept[t] = 0;"));
            lines.Line(dialect.Barrier);
            var body = new KernelWriter();
            var bar = new BarText(context, body, new ScalarText(context, lines), "i", "", []);
            string value = bar.Value(condition);
            string test = bar.IsPresent(condition) is { } present ? $"{present} & {value}" : value;
            body.Line($"kept[{context.Slots(sequence.Parent!)}[i]] = ({dialect.UChar})({test});");
            lines.Block(context.BarLoop(sequence.Parent!), () => lines.Append(body));
            lines.Line(dialect.Barrier);
            lines.Block(Invariant($"for (int w = j; w < {SlotMask.WordCount}; w += {context.W})"), () =>
            {
                lines.Line($"{dialect.ULong} bits = 0;");
                lines.Block("for (int b = 0; b < 64; ++b)", () => lines.Line($"bits |= ({dialect.ULong})kept[64 * w + b] << b;"));
                lines.Line($"{letter}_word[w] = bits;");
            });
            lines.Line(dialect.Barrier);
        });
        for (int word = 0; word < SlotMask.WordCount; word++)
        {
            lines.Line(Invariant($"const {dialect.ULong} {letter}_w{word} = {letter}_word[{word}];"));
        }
    }
}
