using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Errors;

namespace FactorGpu.Expressions;

/// <summary>Turns a definition into a graph: fixes its sequences, then interns its nodes, with the edge rules of catalogue 1.7 around the value.</summary>
internal sealed class GraphBinder
{
    private readonly GraphBuilder _builder = new();
    private readonly Dictionary<(Expression Expression, Sequence Sequence), ExprNode> _bound = [];
    private readonly Dictionary<FactorDefinition, ExprNode> _factors = new(ReferenceEqualityComparer.Instance);
    private readonly Stack<FactorDefinition> _open = new();

    private GraphBinder()
    {
    }

    /// <summary>The graph of one definition, with its id as the only output: the graph as defined, before any pass.</summary>
    /// <exception cref="FactorDefinitionException">The factor reads itself.</exception>
    internal static ExprGraph Bind(FactorDefinition definition)
        => new([new GraphOutput(definition.Id, new GraphBinder().BindFactor(definition))]);

    private ExprNode BindFactor(FactorDefinition definition)
    {
        if (_factors.TryGetValue(definition, out ExprNode? known))
        {
            return known;
        }

        if (_open.Contains(definition, ReferenceEqualityComparer.Instance))
        {
            Throw.FactorReadsItself(definition.Id);
        }

        _open.Push(definition);
        Expression value = definition.Value(Day.Instance).Expression;
        Expression? observations = definition.Observations?.Invoke(Day.Instance).Expression;
        Sequence sequence = _builder.Sequence(definition.Scope, DefinitionFields.RequirementsOf(value, observations));
        ExprNode observed = observations is null ? CountOf(_builder.Field(BarField.Volume, sequence)) : Bind(observations, sequence);
        ExprNode guarded = Guard(Bind(value, sequence), observed, definition.MinObservations);
        _open.Pop();
        _factors.Add(definition, guarded);
        return guarded;
    }

    /// <summary>E0: NaN without volume over ALL; E2: NaN below the minimum of observations; E6: NaN for an empty selection; E4: never infinite.</summary>
    private ExprNode Guard(ExprNode value, ExprNode observations, int minimum)
    {
        Sequence all = _builder.Sequence(BarScope.All, BarRequirements.None);
        ExprNode tradedVolume = _builder.Apply(Operators.Sum, _builder.Field(BarField.Volume, all));
        ExprNode isSound = _builder.Apply(Operators.And, IsAbove(tradedVolume, 0), IsAtLeast(observations, minimum));
        foreach (ExprNode selection in SelectionsIn(value))
        {
            isSound = _builder.Apply(Operators.And, isSound, SelectsBars(selection));
        }

        ExprNode guarded = _builder.Apply(Operators.IfElse, isSound, value, _builder.Constant(double.NaN));
        return _builder.Apply(Operators.Finite, guarded);
    }

    /// <summary>True when a selection picks a bar and no present key is NaN: the largest key is then a number.</summary>
    private ExprNode SelectsBars(ExprNode selection)
    {
        ExprNode key = selection.Operands[0];
        ExprNode largest = _builder.Apply(Operators.Max, key);
        ExprNode picked = CountOf(_builder.Apply(Operators.Where, key, selection));
        return _builder.Apply(Operators.And, _builder.Apply(Operators.Equal, largest, largest), IsAtLeast(picked, 1));
    }

    /// <summary>The selections by key that a value is made of; not those of other factors, which guard their own.</summary>
    private List<ExprNode> SelectionsIn(ExprNode value)
    {
        var selections = new List<ExprNode>();
        var seen = new HashSet<ExprNode>(_factors.Values);
        var open = new Stack<ExprNode>([value]);
        while (open.TryPop(out ExprNode? node))
        {
            if (!seen.Add(node))
            {
                continue;
            }

            if (node.Operator == Operators.TopFraction || node.Operator == Operators.TopCount)
            {
                selections.Add(node);
            }

            foreach (ExprNode needed in node.Sequence?.Condition is { } condition ? node.Operands.Add(condition) : node.Operands)
            {
                open.Push(needed);
            }
        }

        return selections;
    }

    private ExprNode CountOf(ExprNode x) => _builder.Apply(Operators.Count, x);

    private ExprNode IsAbove(ExprNode x, double bound) => _builder.Apply(Operators.Greater, x, _builder.Constant(bound));

    private ExprNode IsAtLeast(ExprNode x, double bound) => _builder.Apply(Operators.GreaterOrEqual, x, _builder.Constant(bound));

    private ExprNode Bind(Expression expression, Sequence sequence)
    {
        Throw.IfTooDeep();
        if (_bound.TryGetValue((expression, sequence), out ExprNode? known))
        {
            return known;
        }

        ExprNode node = BindNew(expression, sequence);
        _bound.Add((expression, sequence), node);
        return node;
    }

    private ExprNode BindNew(Expression expression, Sequence sequence)
    {
        if (expression.Operator == Operators.Field)
        {
            return _builder.Field(expression.Field, sequence);
        }

        if (expression.Operator == Operators.Slot || expression.Operator == Operators.BarIndex)
        {
            return _builder.Source(expression.Operator, sequence);
        }

        if (expression.Operator == Operators.DayValue)
        {
            return _builder.DayValue(expression.Field);
        }

        if (expression.Operator == Operators.Constant)
        {
            return _builder.Constant(expression.Constant);
        }

        if (expression.Factor is not null)
        {
            return BindFactor(expression.Factor);
        }

        return expression.Operator == Operators.WhereBars
            ? BindWhereBars(expression.Operands[0], expression.Operands[1], sequence)
            : _builder.Apply(expression.Operator, expression.Attributes, [.. expression.Operands.Select(operand => Bind(operand, sequence))]);
    }

    private ExprNode BindWhereBars(Expression condition, Expression value, Sequence sequence)
    {
        ExprNode kept = Bind(condition, sequence);
        return Bind(value, _builder.Sequence(sequence.Scope, sequence.Requirements, kept));
    }
}
