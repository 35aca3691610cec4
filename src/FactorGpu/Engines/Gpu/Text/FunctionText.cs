using System.Linq;
using FactorGpu.Engines.Gpu.Plans;
using static FactorGpu.Engines.Gpu.Text.KernelContext;

namespace FactorGpu.Engines.Gpu.Text;

/// <summary>Writes the functions that kernels call.</summary>
internal static class FunctionText
{
    internal static void Write(KernelPlan plan, KernelDialect dialect, KernelWriter lines)
    {
        NumberWords element = dialect.Numbers(plan.Precision);
        NumberWords[] types = [.. new[] { element, dialect.Numbers(plan.ScalarPrecision) }.Distinct()];
        foreach (NumberWords type in types)
        {
            WriteNumbers(type, dialect, lines);
        }

        WriteOrder(element, dialect, lines);
        WritePlaces(dialect, lines);
        WriteGroupSum(plan.WorkItems, dialect, lines);
    }

    private static void WriteNumbers(NumberWords type, KernelDialect dialect, KernelWriter lines)
    {
        string head = $"{dialect.Function}{type.Type}";
        string arguments = $"_{type.Suffix}({type.Type} a, {type.Type} b)";
        lines.Line("// a / b; NaN for a divisor of 0, of whatever sign.");
        Function(lines, $"{head} ratio{arguments}", $"return b == {type.Literal(0)} ? {type.NaN} : a / b;");
        lines.Line("// The larger and the smaller of two; NaN if either is, and -0 is below +0.");
        Function(lines, $"{head} larger{arguments}", Extreme(type, ">", "<", "&"));
        Function(lines, $"{head} smaller{arguments}", Extreme(type, "<", ">", "|"));
    }

    /// <summary>Equal numbers have equal bits, but for zeros, of which the signs are combined.</summary>
    private static string Extreme(NumberWords type, string wins, string loses, string combine)
        => $"return a {wins} b ? a : a {loses} b ? b : a == b ? {type.FromBits}({type.ToBits}(a) {combine} {type.ToBits}(b)) : a + b;";

    private static void WriteOrder(NumberWords element, KernelDialect dialect, KernelWriter lines)
    {
        string sign = element.BitCount == 64 ? $"0x8000000000000000{dialect.ULongEnd}" : "0x80000000u";
        lines.Line("// Whole numbers in the order of numbers, both zeros one; 1 for NaN.");
        lines.Block($"{dialect.Function}{element.BitsType} order_{element.Suffix}({element.Type} x)", () =>
        {
            lines.Line($"const {element.BitsType} bits = {element.ToBits}(x == {element.Literal(0)} ? {element.Literal(0)} : x);");
            lines.Line(Invariant($"return x != x ? 1 : bits >> {element.BitCount - 1} ? ~bits : bits | {sign};"));
        });
        lines.Line("");
    }

    private static void WritePlaces(KernelDialect dialect, KernelWriter lines)
    {
        string words = $"{dialect.ULong} w0, {dialect.ULong} w1, {dialect.ULong} w2, {dialect.ULong} w3, int t";
        lines.Line("// A place that an array of bars has.");
        Function(lines, $"{dialect.Function}int inside(int i)", Invariant($"return i < 0 ? 0 : i > {LocalMemory.BarCount - 1} ? {LocalMemory.BarCount - 1} : i;"));
        Function(lines, $"{dialect.Function}int most(int a, int b)", "return a > b ? a : b;");
        Function(lines, $"{dialect.Function}int least(int a, int b)", "return a < b ? a : b;");
        lines.Line("// The slots of a set in four words: those of one word that lie below a slot, how many of all do, and whether a slot is one.");
        Function(
            lines,
            $"{dialect.Function}int below({dialect.ULong} word, int t)",
            $"return t <= 0 ? 0 : (int){dialect.PopCount}(t >= 64 ? word : word & ((({dialect.ULong})1 << t) - 1));");
        Function(lines, $"{dialect.Function}int rank({words})", "return below(w0, t) + below(w1, t - 64) + below(w2, t - 128) + below(w3, t - 192);");
        Function(lines, $"{dialect.Function}int has({words})", "return (int)((t < 128 ? (t < 64 ? w0 : w1) : (t < 192 ? w2 : w3)) >> (t & 63) & 1);");
    }

    /// <summary>A sum that every work-item gets. Beyond 64 items every place of the first 32 takes several terms first. No barrier at its end: the next sum takes other cells.</summary>
    private static void WriteGroupSum(int W, KernelDialect dialect, KernelWriter lines)
    {
        int terms = W <= 2 * LocalMemory.FoldedItems ? W : LocalMemory.FoldedItems;
        lines.Line("// The sum of a number over all work-items of the group; the next sum must take other cells, and the one after it may take these again.");
        lines.Block($"{dialect.Function}{dialect.UInt} group_sum({dialect.UInt} own, {dialect.LocalPointer}{dialect.UInt}* cells, int j)", () =>
        {
            lines.Line("cells[j] = own;");
            lines.Line(dialect.Barrier);
            if (terms < W)
            {
                lines.Line(Invariant($"if (j < {terms}) {{ for (int q = j + {terms}; q < {W}; q += {terms}) {{ cells[j] += cells[q]; }} }}"));
                lines.Line(dialect.Barrier);
            }

            lines.Line($"{dialect.UInt} total = 0;");
            lines.Line(Invariant($"for (int q = 0; q < {terms}; ++q) {{ total += cells[q]; }}"));
            lines.Line("return total;");
        });
        lines.Line("");
    }

    private static void Function(KernelWriter lines, string head, string line)
    {
        lines.Block(head, () => lines.Line(line));
        lines.Line("");
    }
}
