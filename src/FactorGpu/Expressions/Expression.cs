using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Errors;

namespace FactorGpu.Expressions;

/// <summary>An expression as a definition writes it, before it has a sequence. Shared where the definition shares it; equal only to itself.</summary>
/// <remarks>Users hold it inside <see cref="Series"/>, <see cref="Condition"/> and <see cref="Scalar"/>; a <see cref="GraphBinder"/> turns it into graph nodes.</remarks>
internal sealed class Expression
{
    private Expression(
        OperatorDescriptor op, ImmutableArray<Expression> operands, ImmutableArray<int> attributes, double constant, FactorDefinition? factor)
    {
        Operator = op;
        Operands = operands;
        Attributes = attributes;
        Constant = constant;
        Factor = factor;
        Kind = op.ResultKind(operands.Any(operand => operand.Kind is ValueKind.Series or ValueKind.SeriesCondition));
        Debug.Assert(operands.Length == op.Operands.Length && attributes.Length == op.Attributes.Length, "arity is fixed by the types users hold");
        Debug.Assert(operands.Select((operand, i) => op.Accepts(i, operand.Kind)).All(accepted => accepted), "kinds are fixed by the types users hold");
    }

    internal OperatorDescriptor Operator { get; }

    internal ImmutableArray<Expression> Operands { get; }

    /// <summary>The operator's whole numbers, in the order of <see cref="OperatorDescriptor.Attributes"/>; a field's index for the sources.</summary>
    internal ImmutableArray<int> Attributes { get; }

    /// <summary>The number of a <c>constant</c>.</summary>
    internal double Constant { get; }

    /// <summary>The definition that a <c>factor</c> stands for.</summary>
    internal FactorDefinition? Factor { get; }

    internal ValueKind Kind { get; }

    /// <summary>The field of a <c>field</c> or <c>day_value</c>.</summary>
    internal BarField Field => (BarField)Attributes[0];

    internal static Expression Apply(OperatorDescriptor op, params ImmutableArray<Expression> operands)
        => new(op, operands, [], 0, null);

    /// <exception cref="FactorDefinitionException">The operator cannot have these attributes.</exception>
    internal static Expression Apply(OperatorDescriptor op, ImmutableArray<int> attributes, params ImmutableArray<Expression> operands)
    {
        op.Check?.Invoke(op.Name, attributes);
        return new(op, operands, attributes, 0, null);
    }

    internal static Expression OfField(BarField field)
        => Apply(BarFields.IsDayValue(field) ? Operators.DayValue : Operators.Field, [(int)field]);

    /// <summary>A number; of the many NaN there is one.</summary>
    internal static Expression OfConstant(double value) => new(Operators.Constant, [], [], double.IsNaN(value) ? double.NaN : value, null);

    /// <summary>All that this is made of, each part once and after its operands, this last; not into other factors.</summary>
    /// <param name="isWhole">True for a part that is not to be taken apart; null takes every part apart.</param>
    internal List<Expression> Parts(Predicate<Expression>? isWhole = null)
    {
        var parts = new List<Expression>();
        var done = new HashSet<Expression>();
        var open = new Stack<Expression>([this]);
        while (open.TryPeek(out Expression? part))
        {
            Expression? next = isWhole?.Invoke(part) == true ? null : part.Operands.FirstOrDefault(operand => !done.Contains(operand));
            if (next is not null)
            {
                open.Push(next);
                continue;
            }

            open.Pop();
            if (done.Add(part))
            {
                parts.Add(part);
            }
        }

        return parts;
    }

    internal static Expression OfFactor(FactorDefinition definition) => new(Operators.Factor, [], [], 0, definition);
}
