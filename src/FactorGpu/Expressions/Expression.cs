using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Linq;
using FactorGpu.Bars;

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
        Kind = op.ResultKind(operands.Select(operand => operand.Kind).ToArray());
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

    internal static Expression Apply(OperatorDescriptor op, ImmutableArray<int> attributes, params ImmutableArray<Expression> operands)
        => new(op, operands, attributes, 0, null);

    internal static Expression OfField(BarField field)
        => Apply(BarFields.IsDayValue(field) ? Operators.DayValue : Operators.Field, [(int)field]);

    internal static Expression OfConstant(double value) => new(Operators.Constant, [], [], value, null);

    /// <summary>This and all it is made of, each once; not into other factors.</summary>
    internal IEnumerable<Expression> Parts()
    {
        var seen = new HashSet<Expression> { this };
        var open = new Stack<Expression>([this]);
        while (open.TryPop(out Expression? part))
        {
            yield return part;
            foreach (Expression operand in part.Operands)
            {
                if (seen.Add(operand))
                {
                    open.Push(operand);
                }
            }
        }
    }

    internal static Expression OfFactor(FactorDefinition definition) => new(Operators.Factor, [], [], 0, definition);
}
