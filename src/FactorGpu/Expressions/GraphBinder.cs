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
    /// <exception cref="FactorDefinitionException">The factor reads itself, or opens where_bars on a condition that can be undefined.</exception>
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
        Sequence sequence = _builder.Sequence(definition.Scope, DefinitionFields.RequirementsOf(definition));
        ExprNode value = Bind(definition.Value(Day.Instance).Expression, sequence);
        ExprNode observations = Bind(definition.Observations(Day.Instance).Expression, sequence);
        ExprNode guarded = Guard(value, observations, definition.MinObservations);
        _open.Pop();
        _factors.Add(definition, guarded);
        return guarded;
    }

    /// <summary>E0: NaN without volume over ALL; E2: NaN below the minimum of observations; E4: never infinite.</summary>
    private ExprNode Guard(ExprNode value, ExprNode observations, int minimum)
    {
        ExprNode nan = _builder.Constant(double.NaN);
        Sequence all = _builder.Sequence(BarScope.All, BarRequirements.None);
        ExprNode tradedVolume = _builder.Apply(Operators.Sum, _builder.Field(BarField.Volume, all));
        ExprNode isTraded = _builder.Apply(Operators.Greater, tradedVolume, _builder.Constant(0));
        ExprNode isEnough = _builder.Apply(
            Operators.GreaterOrEqual, _builder.Apply(Operators.Count, observations), _builder.Constant(minimum));
        ExprNode enough = _builder.Apply(Operators.IfElse, isEnough, value, nan);
        return _builder.Apply(Operators.Finite, _builder.Apply(Operators.IfElse, isTraded, enough, nan));
    }

    private ExprNode Bind(Expression expression, Sequence sequence)
    {
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
        if (condition.Parts().FirstOrDefault(part => part.Operator.CanBeUndefined) is { } undefined)
        {
            Throw.UndefinedCondition(_open.Peek().Id, undefined.Operator.Name);
        }

        ExprNode kept = Bind(condition, sequence);
        return Bind(value, _builder.Sequence(sequence.Scope, sequence.Requirements, kept));
    }
}
