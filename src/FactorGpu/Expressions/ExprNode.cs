using System.Collections.Immutable;
using FactorGpu.Bars;

namespace FactorGpu.Expressions;

/// <summary>A node of an interned graph: an operator, its operands, and the sequence that a series has its bars from. Made by a <see cref="GraphBuilder"/>; equal only to itself.</summary>
internal sealed class ExprNode
{
    internal ExprNode(
        OperatorDescriptor op, ImmutableArray<ExprNode> operands, ImmutableArray<int> attributes, double constant, Sequence? sequence, ValueKind kind)
    {
        Operator = op;
        Operands = operands;
        Attributes = attributes;
        Constant = constant;
        Sequence = sequence;
        Kind = kind;
    }

    internal OperatorDescriptor Operator { get; }

    internal ImmutableArray<ExprNode> Operands { get; }

    /// <summary>The operator's whole numbers, in the order of <see cref="OperatorDescriptor.Attributes"/>.</summary>
    internal ImmutableArray<int> Attributes { get; }

    /// <summary>The number of a <c>constant</c>.</summary>
    internal double Constant { get; }

    /// <summary>The sequence of a series, and of a reduction of one; null for what has no bars: constants, day values, arithmetic on scalars.</summary>
    internal Sequence? Sequence { get; }

    internal ValueKind Kind { get; }

    internal bool IsSeries => Kind is ValueKind.Series or ValueKind.SeriesCondition;

    /// <summary>The field of a <c>field</c> or <c>day_value</c>.</summary>
    internal BarField Field => (BarField)Attributes[0];
}
