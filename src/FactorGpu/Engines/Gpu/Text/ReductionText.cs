using System.Collections.Frozen;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Engines.Gpu.Plans;
using static FactorGpu.Engines.Gpu.Text.KernelContext;

namespace FactorGpu.Engines.Gpu.Text;

/// <summary>Writes a batch of reductions: each work-item accumulates over its bars and leaves what it has, then every reduction is folded by one work-item, in the order of the items.</summary>
internal static class ReductionText
{
    /// <summary>The forms, by how they are folded.</summary>
    internal static FrozenDictionary<ReductionForm, ReductionWords> Forms { get; } = new Dictionary<ReductionForm, ReductionWords>
    {
        [ReductionForm.Sum] = new(type => [type.Literal(0)], (_, q, x) => $"{q[0]} += {x};", (_, a, b) => $"{a} + {b}"),
        [ReductionForm.Count] = new(type => [type.Literal(0)], (type, q, _) => $"{q[0]} += {type.Literal(1)};", (_, a, b) => $"{a} + {b}"),
        [ReductionForm.Product] = new(type => [type.Literal(1)], (_, q, x) => $"{q[0]} *= {x};", (_, a, b) => $"{a} * {b}"),
        [ReductionForm.Max] = new(type => ["-" + type.Infinity], (type, q, x) => $"{q[0]} = {Larger(type, q[0], x)};", Larger),
        [ReductionForm.LastBar] = new(type => [type.Literal(-1)], (type, q, _) => $"{q[0]} = ({type.Type})i;", Larger),
        [ReductionForm.Min] = new(type => [type.Infinity], (type, q, x) => $"{q[0]} = {Smaller(type, q[0], x)};", Smaller),
        [ReductionForm.FirstBar] = new(type => [type.Literal(LocalMemory.BarCount)], (type, q, _) => $"{q[0]} = {Smaller(type, q[0], $"({type.Type})i")};", Smaller),

        // Compared with the element before, which is as good as the first: equality passes on. The second accumulator is 0 for none, 1 for all equal, 2 for not.
        [ReductionForm.Constancy] = new(type => [type.Literal(0), type.Literal(0)], Compare, null),
    }.ToFrozenDictionary();

    internal static void Write(KernelContext context, KernelStep step, KernelWriter lines) => lines.Block("", () =>
    {
        FrozenDictionary<Reduction, int> partials = Partials(step);
        var scalars = new ScalarText(context, lines);
        foreach (ImmutableArray<Reduction> loop in step.Loops)
        {
            WriteLoop(context, loop, partials, scalars, lines);
        }

        lines.Line(context.Dialect.Barrier);
        if (context.W > LocalMemory.FoldedItems)
        {
            new FoldText(context, step, LocalMemory.FoldedItems, context.W / LocalMemory.FoldedItems, isLast: false).Write(lines);
            lines.Line(context.Dialect.Barrier);
        }

        new FoldText(context, step, 1, LocalMemory.FoldedItems, isLast: true).Write(lines);
        lines.Line(context.Dialect.Barrier);
    });

    /// <summary>The place of each reduction's first partial result, counted in rows.</summary>
    private static FrozenDictionary<Reduction, int> Partials(KernelStep step)
    {
        var places = new Dictionary<Reduction, int>();
        int row = 0;
        foreach (Reduction reduction in step.Reductions)
        {
            places.Add(reduction, row);
            row += reduction.PartialCount;
        }

        return places.ToFrozenDictionary();
    }

    private static void WriteLoop(
        KernelContext context, ImmutableArray<Reduction> loop, FrozenDictionary<Reduction, int> partials, ScalarText scalars, KernelWriter lines)
    {
        NumberWords scalar = context.Scalar;
        var before = new KernelWriter();
        var body = new KernelWriter();
        var after = new KernelWriter();
        var bar = new BarText(context, body, scalars, "i", "", []);
        foreach (Reduction reduction in loop)
        {
            ReductionWords words = Forms[reduction.Form];
            int row = partials[reduction];
            ImmutableArray<string> accumulators = [.. Enumerable.Range(row, reduction.PartialCount).Select(at => Invariant($"q{at}"))];
            string element = reduction.Series is null ? "" : context.Widened(bar.Value(reduction.Series));
            string accumulate = words.Accumulate(scalar, accumulators, element);
            string? present = bar.Holds(reduction.Presence, reduction.Sequence);
            body.Line(present is null ? accumulate : $"if ({present}) {{ {accumulate} }}");
            for (int a = 0; a < accumulators.Length; a++)
            {
                before.Line($"{scalar.Type} {accumulators[a]} = {words.Starts(scalar)[a]};");
                after.Line(Invariant($"work[{(row + a) * (context.W + 1)} + j] = {accumulators[a]};"));
            }
        }

        lines.Append(before);
        lines.Block(context.BarLoop(loop[0].Sequence), () => lines.Append(body));
        lines.Append(after);
    }

    private static string Larger(NumberWords type, string a, string b) => $"larger_{type.Suffix}({a}, {b})";

    private static string Smaller(NumberWords type, string a, string b) => $"smaller_{type.Suffix}({a}, {b})";

    private static string Compare(NumberWords type, ImmutableArray<string> q, string x)
    {
        string none = type.Literal(0);
        string equal = type.Literal(1);
        string different = type.Literal(2);
        return $"{q[1]} = {q[1]} == {none} ? ({x} == {x} ? {equal} : {different}) : {x} == {q[0]} ? {q[1]} : {different}; {q[0]} = {x};";
    }
}
