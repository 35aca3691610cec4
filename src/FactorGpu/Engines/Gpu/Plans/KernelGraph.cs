using System.Collections.Frozen;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Errors;
using FactorGpu.Expressions;

namespace FactorGpu.Engines.Gpu.Plans;

/// <summary>A program as kernels see it: the numbers and letters its printed text has, when each series is present, and what must be reduced.</summary>
/// <remarks>
/// Shifts, <c>where</c>, <c>between</c> and <c>present</c> are no work on elements: a series is a value that can be evaluated at any bar, and a <see cref="Presence"/>.
/// Counts, first and last elements need no reduction where presence is a run of neighbouring bars.
/// </remarks>
internal sealed class KernelGraph
{
    private readonly FrozenDictionary<ExprNode, int> _numbers;
    private readonly FrozenDictionary<ExprNode, int> _levels;
    private readonly FrozenDictionary<Sequence, string> _letters;
    private readonly Dictionary<ExprNode, Presence> _presence = [];
    private readonly Dictionary<string, Reduction> _reductions = new(System.StringComparer.Ordinal);
    private readonly Dictionary<ExprNode, ImmutableArray<Reduction>> _reductionsOf = [];

    internal KernelGraph(FactorProgram program)
    {
        Nodes = [.. program.Steps.Select(step => step.Node)];
        Precision = program.Precision;
        Outputs = program.Graph.Outputs;
        _numbers = Nodes.Select((node, number) => (node, number)).ToFrozenDictionary(row => row.node, row => row.number);
        _levels = program.Steps.ToFrozenDictionary(step => step.Node, step => step.Level);
        Sequences = [.. Nodes.Select(node => node.Sequence).OfType<Sequence>().Distinct()];
        _letters = Sequences.Select((sequence, at) => (sequence, at)).ToFrozenDictionary(row => row.sequence, row => NodeText.SequenceName(row.at));
        foreach (ExprNode node in Nodes)
        {
            if (node.IsSeries)
            {
                _presence.Add(node, FindPresence(node));
            }
            else if (node.Operator.Kind == OperatorKind.Reduction)
            {
                _reductionsOf.Add(node, FindReductions(node));
            }
        }

        Reductions = [.. _reductions.Values.OrderBy(reduction => reduction.Level).ThenBy(reduction => reduction.Number)];
    }

    internal Precision Precision { get; }

    /// <summary>The nodes by level, operands first.</summary>
    internal ImmutableArray<ExprNode> Nodes { get; }

    /// <summary>The factors [K].</summary>
    internal ImmutableArray<GraphOutput> Outputs { get; }

    /// <summary>The sequences in the order of their letters.</summary>
    internal ImmutableArray<Sequence> Sequences { get; }

    /// <summary>All reductions, by level.</summary>
    internal ImmutableArray<Reduction> Reductions { get; }

    /// <summary>The number of a node in the program's printed text.</summary>
    internal int NumberOf(ExprNode node) => _numbers[node];

    /// <summary>The letter of a sequence in the program's printed text.</summary>
    internal string LetterOf(Sequence sequence) => _letters[sequence];

    /// <summary>When a series is present.</summary>
    internal Presence PresenceOf(ExprNode series) => _presence[series];

    /// <summary>True for a node that keeps a byte for every bar: a selection, a rank, and a series that is present where its own step says so.</summary>
    internal bool HasMarks(ExprNode node)
        => WholeSeries.StepOf(node) is { } && (!WholeSeries.KeepsNumbers(node) || PresenceOf(node).Atoms.Any(atom => atom.Condition == node));

    /// <summary>The reductions that the value of a reducing node is read from; none where presence alone gives it.</summary>
    internal ImmutableArray<Reduction> ReductionsOf(ExprNode node) => _reductionsOf[node];

    /// <summary>The nodes whose values make up the value of another, at the same or another bar. A scalar made of bars has none but for <c>first</c> and <c>last</c>, which look at one bar.</summary>
    internal ImmutableArray<ExprNode> PartsOf(ExprNode node)
    {
        if (node.Operator == Operators.Where || node.Operator == Operators.First || node.Operator == Operators.Last)
        {
            return [node.Operands[0]];
        }

        if (node.Operator == Operators.Present)
        {
            return ConditionsOf(PresenceOf(node.Operands[0]));
        }

        if (WholeSeries.StepOf(node) is not null)
        {
            return [.. node.Operands, .. node.Operands.Where(operand => operand.IsSeries).SelectMany(operand => ConditionsOf(PresenceOf(operand)))];
        }

        return node.Operator.Kind == OperatorKind.Reduction ? [] : node.Operands;
    }

    /// <summary>The nodes that a reduction looks at bar by bar.</summary>
    internal static ImmutableArray<ExprNode> PartsOf(Reduction reduction)
        => reduction.Series is null ? ConditionsOf(reduction.Presence) : [reduction.Series, .. ConditionsOf(reduction.Presence)];

    /// <summary>The nodes that decide which bars of its parent a sequence keeps; none for one without a condition.</summary>
    internal ImmutableArray<ExprNode> PartsOf(Sequence sequence)
        => sequence.Condition is { } condition ? [condition, .. ConditionsOf(PresenceOf(condition))] : [];

    private static ImmutableArray<ExprNode> ConditionsOf(Presence presence) => [.. presence.Atoms.Select(atom => atom.Condition).OfType<ExprNode>()];

    private Presence FindPresence(ExprNode node)
    {
        Presence all = node.Operands.Where(operand => operand.IsSeries).Select(operand => _presence[operand]).Aggregate(Presence.Always, (a, b) => a.And(b));
        return node.Operator.Name switch
        {
            "lag" => all.At(-System.Math.Min(node.Attributes[0], Presence.MostShift)),
            "lead" => all.At(System.Math.Min(node.Attributes[0], Presence.MostShift)),
            "where" when node.Operands[1].Operator == Operators.Present => all.And(_presence[node.Operands[1].Operands[0]]),
            "where" => all.And(new PresenceAtom(node.Operands[1], 0, 0, 0)),
            "between" => all.And(new PresenceAtom(null, node.Attributes[0], node.Attributes[1], 0)),
            "present" => Presence.Always,
            "rolling_sum" or "rolling_cov" => InWindow(node, all),
            "cumsum_by" => _presence[node.Operands[2]],
            "group_sum" => Marked(node),
            _ => all,
        };
    }

    /// <summary>Present where all bars of the window are: of a run its oldest and its newest decide.</summary>
    private static Presence InWindow(ExprNode node, Presence all)
        => all.IsRun ? all.And(all.At(-System.Math.Min(node.Attributes[0] - 1, Presence.MostShift))) : Marked(node);

    /// <summary>Present where the step that computes the node leaves a mark.</summary>
    private static Presence Marked(ExprNode node) => Presence.Always.And(new PresenceAtom(node, 0, 0, 0));

    private ImmutableArray<Reduction> FindReductions(ExprNode node)
    {
        ExprNode x = node.Operands[0];
        Presence presence = PresenceOf(x);
        Reduction Of(ReductionForm form, ExprNode? series) => Intern(form, node.Sequence!, series, presence, _levels[node]);
        ImmutableArray<Reduction> counted = presence.IsRun ? [] : [Of(ReductionForm.Count, null)];
        switch (node.Operator.Name)
        {
            case "count": return counted;
            case "sum": return [Of(ReductionForm.Sum, x)];
            case "product": return [Of(ReductionForm.Product, x)];
            case "max": return [Of(ReductionForm.Max, x), .. counted];
            case "min": return [Of(ReductionForm.Min, x), .. counted];
            case "first": return presence.IsRun ? [] : [Of(ReductionForm.FirstBar, null)];
            case "last": return presence.IsRun ? [] : [Of(ReductionForm.LastBar, null)];
            case "is_constant": return [Of(ReductionForm.Constancy, x)];
            default: Throw.NoKernelForm(node.Operator.Name); return [];
        }
    }

    private Reduction Intern(ReductionForm form, Sequence sequence, ExprNode? series, Presence presence, int level)
    {
        string key = $"{(int)form} {LetterOf(sequence)} {(series is null ? -1 : NumberOf(series))} {KeyOf(presence)}";
        if (!_reductions.TryGetValue(key, out Reduction? reduction))
        {
            reduction = new Reduction(_reductions.Count, form, sequence, series, presence, level);
            _reductions.Add(key, reduction);
        }

        return reduction;
    }

    /// <summary>A text that two presences on one sequence share only if they are equal.</summary>
    private string KeyOf(Presence presence)
    {
        IEnumerable<string> atoms = presence.Atoms
            .Select(atom => $"{(atom.Condition is null ? -1 : NumberOf(atom.Condition))}:{atom.First}:{atom.Last}:{atom.Shift}");
        return $"{presence.Low}..{presence.High} {string.Join(' ', atoms.Order(System.StringComparer.Ordinal))}";
    }
}
