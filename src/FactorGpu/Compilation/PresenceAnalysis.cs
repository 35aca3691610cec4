using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using FactorGpu.Errors;
using FactorGpu.Expressions;

namespace FactorGpu.Compilation;

/// <summary>Finds, without data, on what it depends whether an element of a series is present.</summary>
/// <remarks>
/// The answer is a set of conditions that must all hold, each a text: an edge of the sequence, a slot range, a condition node that must be true.
/// A series whose set contains that of another is present only where the other is. The converse need not hold: some equal sets are told apart.
/// </remarks>
internal sealed class PresenceAnalysis
{
    private readonly Dictionary<ExprNode, ImmutableHashSet<string>> _known = [];
    private readonly Dictionary<object, int> _numbers = new(ReferenceEqualityComparer.Instance);

    /// <summary>True for <c>where(x, present(y))</c>, whose condition looks at no value.</summary>
    internal static bool IsRestriction(ExprNode node) => node.Operator == Operators.Where && node.Operands[1].Operator == Operators.Present;

    /// <summary>What must hold at a bar for the node to be present there; empty for what is never absent.</summary>
    internal ImmutableHashSet<string> Of(ExprNode node)
    {
        Throw.IfTooDeep();
        if (!_known.TryGetValue(node, out ImmutableHashSet<string>? needs))
        {
            needs = Find(node);
            _known.Add(node, needs);
        }

        return needs;
    }

    /// <summary>True when <paramref name="x"/> is nowhere present where <paramref name="y"/> is absent.</summary>
    internal bool IsWithin(ExprNode x, ExprNode y) => Of(y).IsSubsetOf(Of(x));

    /// <summary>A text that two series share only if they belong to one sequence and are present at the same bars.</summary>
    internal string Signature(ExprNode series)
        => Number(series.Sequence!) + " " + string.Join(' ', Of(series).Order(System.StringComparer.Ordinal));

    private ImmutableHashSet<string> Find(ExprNode node) => node.Operator.Name switch
    {
        "lag" or "lead" => Shifted(node),
        "where" when IsRestriction(node) => Of(node.Operands[0]).Union(Of(node.Operands[1].Operands[0])),
        "where" => Of(node.Operands[0]).Union(Of(node.Operands[1])).Add("true:" + Number(node.Operands[1])),
        "between" => Of(node.Operands[0]).Add($"slots:{node.Attributes[0]}..{node.Attributes[1]}"),
        "present" => [],
        "rolling_sum" or "rolling_mean" or "rolling_max" or "rolling_min" or "rolling_std" or "rolling_cov" => InWindow(node),
        "cumsum_by" => Of(node.Operands[2]),
        "group_sum" => OfAll(node.Operands).Add("first:" + Number(node)),
        _ => node.IsSeries ? OfAll(node.Operands) : [],
    };

    /// <summary>What must hold for all; mostly that is what must hold for the first, whose set is then taken as it is.</summary>
    private ImmutableHashSet<string> OfAll(ImmutableArray<ExprNode> nodes)
    {
        ImmutableHashSet<string> needs = [];
        foreach (ExprNode node in nodes)
        {
            needs = needs.Union(Of(node));
        }

        return needs;
    }

    private ImmutableHashSet<string> Shifted(ExprNode node)
    {
        string shift = $"{node.Operator.Name}{node.Attributes[0]}";
        return [shift, .. Of(node.Operands[0]).Select(need => $"{shift}({need})")];
    }

    /// <summary>The bar itself and the oldest one of its window have an element, and so has each bar between them.</summary>
    private ImmutableHashSet<string> InWindow(ExprNode node)
    {
        int back = node.Attributes[0] - 1;
        string oldest = $"lag{back}";
        ImmutableHashSet<string> needs = OfAll(node.Operands);
        return back == 0 ? needs : [.. needs, oldest, .. needs.Select(need => $"window{back}({need})")];
    }

    private string Number(object o)
    {
        if (!_numbers.TryGetValue(o, out int number))
        {
            number = _numbers.Count;
            _numbers.Add(o, number);
        }

        return number.ToString(CultureInfo.InvariantCulture);
    }
}
