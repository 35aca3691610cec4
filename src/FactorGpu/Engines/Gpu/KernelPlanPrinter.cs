using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text;
using FactorGpu.Bars;
using FactorGpu.Engines.Gpu.Plans;
using FactorGpu.Expressions;

namespace FactorGpu.Engines.Gpu;

/// <summary>Writes a plan as lines; the same plan gives the same text. Nodes have the numbers, and sequences the letters, of the program's text.</summary>
internal static class KernelPlanPrinter
{
    internal static string Print(KernelPlan plan)
    {
        var text = new StringBuilder();
        string scalars = plan.ScalarPrecision == plan.Precision ? "" : $", scalars {Word(plan.ScalarPrecision)}";
        text.Append(Invariant($"kernel plan: {Word(plan.Precision)}{scalars}, {plan.WorkItems} work-items, {Plural(plan.FactorCount, "factor")}, {Plural(plan.Kernels.Length, "kernel")}\n"));
        foreach (string line in Buffers(plan))
        {
            text.Append(line).Append('\n');
        }

        foreach (PlannedKernel kernel in plan.Kernels)
        {
            text.Append('\n');
            text.Append(Head(plan, kernel)).Append('\n');
            int number = 0;
            foreach (KernelStep step in kernel.Steps)
            {
                text.Append(Invariant($"{++number,4}. {StepLine(plan, step)}\n"));
            }
        }

        return text.ToString();
    }

    /// <summary>What a kernel is, what it reads and what it writes.</summary>
    internal static IEnumerable<string> Lines(KernelPlan plan, PlannedKernel kernel)
    {
        yield return Head(plan, kernel);
        foreach (string line in Buffers(plan))
        {
            yield return line;
        }
    }

    private static string Head(KernelPlan plan, PlannedKernel kernel) => Invariant(
        $"{kernel.Name}: {Plural(kernel.Steps.Length, "step")}, {Plural(kernel.Results.Length, "reduction")}; one group of {plan.WorkItems} work-items a stock-day, {kernel.LocalBytes} bytes of local memory");

    /// <summary>One step in words.</summary>
    internal static string StepLine(KernelPlan plan, KernelStep step) => step.Kind switch
    {
        KernelStepKind.FormSequence => SequenceLine(plan.Graph, step.Sequence!),
        KernelStepKind.Store => $"store {Nodes(plan.Graph, step.Nodes)} of {plan.Graph.LetterOf(step.Sequence!)}",
        KernelStepKind.Scan => $"running maximum {Nodes(plan.Graph, step.Nodes)} of {plan.Graph.LetterOf(step.Sequence!)}",
        KernelStepKind.Window => $"windows {Nodes(plan.Graph, step.Nodes)} of {plan.Graph.LetterOf(step.Sequence!)}",
        KernelStepKind.Select => $"selection {Nodes(plan.Graph, step.Nodes)} of {plan.Graph.LetterOf(step.Sequence!)}",
        KernelStepKind.Rank => $"ranks {Nodes(plan.Graph, step.Nodes)} of {plan.Graph.LetterOf(step.Sequence!)}",
        KernelStepKind.Cumulate => $"cumulation {Nodes(plan.Graph, step.Nodes)} of {plan.Graph.LetterOf(step.Sequence!)}",
        KernelStepKind.Group => $"groups {Nodes(plan.Graph, step.Nodes)} of {plan.Graph.LetterOf(step.Sequence!)}",
        KernelStepKind.Reduce => Invariant(
            $"level {step.Reductions[0].Level}: {Plural(step.Reductions.Length, "reduction")} in {Plural(step.Loops.Length, "loop")}: {Reductions(plan.Graph, step.Reductions)}"),
        _ => $"write {Plural(step.Factors.Length, "factor")}{(step.Factors.IsEmpty ? "" : ": ")}{string.Join(", ", step.Factors.Select(k => plan.Graph.Outputs[k].FactorId))}",
    };

    private static IEnumerable<string> Buffers(KernelPlan plan)
    {
        yield return Invariant($"bars [{plan.Fields.Length}, S, {BarAxis.SlotCount}]: {string.Join(", ", plan.Fields.Select(BarFields.Name))}");
        yield return Invariant($"masks [{plan.Masks.Length}, S, {SlotMask.WordCount}]: {string.Join("; ", plan.Masks.Select(Requirements))}");
        string[] dayValues = [.. plan.DayValues.Select(BarFields.Name), .. plan.HasTick ? ["tick"] : Array.Empty<string>()];
        yield return Invariant($"day_values [{dayValues.Length}, S]{(dayValues.Length == 0 ? "" : ": ")}{string.Join(", ", dayValues)}");
        yield return Invariant($"scratch [{plan.Scratch.Length}, S], values [{plan.FactorCount}, S]");
    }

    private static string SequenceLine(KernelGraph graph, Sequence sequence)
    {
        string of = sequence.Condition is { } condition
            ? $"bars of {graph.LetterOf(sequence.Parent!)} where {Nodes(graph, [condition])}"
            : $"{Requirements(sequence.Requirements)} of {(sequence.Scope == BarScope.Core ? "CORE" : "ALL")}";
        return $"sequence {graph.LetterOf(sequence)}: {of}";
    }

    private static string Requirements(BarRequirements requirements)
        => "valid bars"
            + ((requirements & BarRequirements.NumTrades) != 0 ? " with num_trades" : "")
            + ((requirements & BarRequirements.Vwap) != 0 ? " with vwap" : "");

    private static string Reductions(KernelGraph graph, ImmutableArray<Reduction> reductions)
        => string.Join("; ", reductions.GroupBy(reduction => reduction.Form).Select(form
            => $"{form.Key.ToString().ToLowerInvariant()} {string.Join(' ', form.Select(reduction => Reduced(graph, reduction)))}"));

    private static string Reduced(KernelGraph graph, Reduction reduction)
    {
        string presence = string.Join('&', Presence(graph, reduction));
        return (reduction.Series is null ? "" : Nodes(graph, [reduction.Series])) + (presence.Length == 0 ? "" : $"[{presence}]");
    }

    private static IEnumerable<string> Presence(KernelGraph graph, Reduction reduction)
    {
        yield return graph.LetterOf(reduction.Sequence);
        if (reduction.Presence.Low != 0 || reduction.Presence.High != 0)
        {
            yield return Invariant($"{reduction.Presence.Low}..{reduction.Presence.High}");
        }

        foreach (PresenceAtom atom in reduction.Presence.Atoms)
        {
            string at = atom.Shift == 0 ? "" : Invariant($"@{atom.Shift}");
            yield return (atom.Condition is null ? Invariant($"slots {atom.First}-{atom.Last}") : Nodes(graph, [atom.Condition])) + at;
        }
    }

    private static string Nodes(KernelGraph graph, ImmutableArray<ExprNode> nodes) => string.Join(' ', nodes.Select(node => Invariant($"%{graph.NumberOf(node)}")));

    private static string Word(Precision precision) => precision == Precision.Double ? "double" : "single";

    private static string Plural(int count, string noun) => Invariant($"{count} {noun}{(count == 1 ? "" : "s")}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
