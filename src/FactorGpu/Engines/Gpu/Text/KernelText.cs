using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Engines.Gpu.Plans;
using FactorGpu.Expressions;
using static FactorGpu.Engines.Gpu.Text.KernelContext;

namespace FactorGpu.Engines.Gpu.Text;

/// <summary>Prints a plan as C: one writer, the dialects as data. The same plan gives the same bytes.</summary>
internal static class KernelText
{
    private static readonly FrozenDictionary<KernelStepKind, Action<KernelContext, KernelStep, KernelWriter>> s_steps =
        new Dictionary<KernelStepKind, Action<KernelContext, KernelStep, KernelWriter>>
        {
            [KernelStepKind.FormSequence] = SequenceText.Write,
            [KernelStepKind.Store] = StoreText.WriteStore,
            [KernelStepKind.Scan] = StoreText.WriteScan,
            [KernelStepKind.Window] = WindowText.Write,
            [KernelStepKind.Select] = SelectText.Write,
            [KernelStepKind.Rank] = OrderText.WriteRank,
            [KernelStepKind.Cumulate] = OrderText.WriteCumulate,
            [KernelStepKind.Group] = OrderText.WriteGroup,
            [KernelStepKind.Reduce] = ReductionText.Write,
            [KernelStepKind.Write] = WriteText.Write,
        }.ToFrozenDictionary();

    internal static string Print(KernelPlan plan, KernelDialect dialect)
    {
        var lines = new KernelWriter();
        lines.Line($"// {dialect.Name}, made from a kernel plan.");
        bool hasDouble = plan.Precision == Precision.Double || plan.ScalarPrecision == Precision.Double;
        foreach (string preamble in (string[])[dialect.Preamble, hasDouble ? dialect.DoublePreamble : ""])
        {
            if (preamble.Length > 0)
            {
                lines.Lines(preamble);
            }
        }

        lines.Line("");
        FunctionText.Write(plan, dialect, lines);
        foreach (PlannedKernel kernel in plan.Kernels)
        {
            WriteKernel(new KernelContext(plan, kernel, dialect), lines);
        }

        return lines.ToString();
    }

    private static void WriteKernel(KernelContext context, KernelWriter lines)
    {
        foreach (string line in KernelPlanPrinter.Lines(context.Plan, context.Kernel))
        {
            lines.Line("// " + line);
        }

        KernelDialect dialect = context.Dialect;
        string numbers = $"{dialect.Global}const {context.Element.Type}* {dialect.Restrict}";
        lines.Line(Invariant($"{string.Format(System.Globalization.CultureInfo.InvariantCulture, dialect.KernelHead, context.W)} {context.Kernel.Name}("));
        lines.Line($"    {numbers} bars, {dialect.Global}const {dialect.ULong}* {dialect.Restrict} masks, {numbers} day_values,");
        lines.Line($"    {dialect.Global}{context.Scalar.Type}* {dialect.Restrict} scratch, {dialect.Global}{context.Element.Type}* {dialect.Restrict} values, int S)");
        lines.Block("", () =>
        {
            WriteLocals(context, lines);
            lines.Line($"const int s = {dialect.Group};");
            lines.Line($"const int j = {dialect.Item};");
            for (int f = 0; f < context.Plan.Fields.Length; f++)
            {
                lines.Line(Invariant(
                    $"{dialect.Global}const {context.Element.Type}* {BarFields.Name(context.Plan.Fields[f])} = bars + ({context.Row(f)}) * {BarAxis.SlotCount};"));
            }

            int number = 0;
            foreach (KernelStep step in context.Kernel.Steps)
            {
                lines.Line("");
                lines.Line(Invariant($"// {++number}. {KernelPlanPrinter.StepLine(context.Plan, step)}"));
                s_steps[step.Kind](context, step, lines);
            }
        });
        lines.Line("");
    }

    private static void WriteLocals(KernelContext context, KernelWriter lines)
    {
        KernelDialect dialect = context.Dialect;
        PlannedKernel kernel = context.Kernel;
        if (kernel.Results.Length > 0)
        {
            lines.Line(Invariant($"{dialect.Local}{context.Scalar.Type} results[{kernel.Results.Length}];"));
        }

        lines.Line(Invariant($"{dialect.Local}{context.Scalar.Type} work[{kernel.WorkLength}];"));
        foreach (ExprNode series in kernel.Stored)
        {
            lines.Line(Invariant($"{dialect.Local}{context.Element.Type} {context.Array(series)}[{LocalMemory.BarCount}];"));
        }

        foreach (Sequence sequence in kernel.Sequences)
        {
            lines.Line(Invariant($"{dialect.Local}{dialect.UChar} {context.Slots(sequence)}[{LocalMemory.BarCount}];"));
        }

        foreach (Sequence sequence in kernel.Sequences.Where(sequence => sequence.Condition is not null))
        {
            lines.Line(Invariant($"{dialect.Local}{dialect.ULong} {context.Graph.LetterOf(sequence)}_word[{SlotMask.WordCount}];"));
        }

        foreach (ExprNode node in kernel.Marked)
        {
            lines.Line(Invariant($"{dialect.Local}{dialect.UChar} {context.Marks(node)}[{LocalMemory.BarCount}];"));
        }
    }
}
