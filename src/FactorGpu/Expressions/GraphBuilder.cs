using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Linq;
using System.Runtime.CompilerServices;
using FactorGpu.Bars;

namespace FactorGpu.Expressions;

/// <summary>Makes the nodes of one graph. Two nodes are one when operator, attributes, operands and sequence are (design 5).</summary>
internal sealed class GraphBuilder
{
    private readonly HashSet<ExprNode> _nodes = new(new SameNode());
    private readonly HashSet<Sequence> _sequences = new(new SameSequence());

    internal Sequence Sequence(BarScope scope, BarRequirements requirements, ExprNode? condition = null)
    {
        var made = new Sequence(scope, requirements, condition);
        if (_sequences.TryGetValue(made, out Sequence? known))
        {
            return known;
        }

        _sequences.Add(made);
        return made;
    }

    internal ExprNode Field(BarField field, Sequence sequence) => Intern(Operators.Field, [], [(int)field], 0, sequence);

    internal ExprNode DayValue(BarField field) => Intern(Operators.DayValue, [], [(int)field], 0, null);

    internal ExprNode Ticks(BarField field, Sequence sequence) => Intern(Operators.Ticks, [], [(int)field], 0, sequence);

    internal ExprNode DayTicks(BarField field) => Intern(Operators.DayTicks, [], [(int)field], 0, null);

    /// <summary>A source that needs nothing but its sequence.</summary>
    internal ExprNode Source(OperatorDescriptor op, Sequence sequence) => Intern(op, [], [], 0, sequence);

    internal ExprNode Tick() => Intern(Operators.Tick, [], [], 0, null);

    internal ExprNode Constant(double value) => Intern(Operators.Constant, [], [], value, null);

    internal ExprNode Apply(OperatorDescriptor op, params ImmutableArray<ExprNode> operands) => Apply(op, [], operands);

    internal ExprNode Apply(OperatorDescriptor op, ImmutableArray<int> attributes, params ImmutableArray<ExprNode> operands)
        => Intern(op, operands, attributes, 0, SequenceOf(operands));

    /// <summary>The node of this graph that says what a node of another graph says, over operands of this graph.</summary>
    internal ExprNode Copy(ExprNode node, ImmutableArray<ExprNode> operands, Sequence? sequence)
        => Intern(node.Operator, operands, node.Attributes, node.Constant, sequence);

    /// <summary>The sequence on which an operator over these operands works: that of its series; null when all are scalars.</summary>
    private static Sequence? SequenceOf(ImmutableArray<ExprNode> operands)
    {
        Sequence? found = null;
        foreach (ExprNode operand in operands)
        {
            if (operand.IsSeries)
            {
                Debug.Assert(found is null || found == operand.Sequence, "an operator never mixes two sequences");
                found = operand.Sequence;
            }
        }

        return found;
    }

    private ExprNode Intern(
        OperatorDescriptor op, ImmutableArray<ExprNode> operands, ImmutableArray<int> attributes, double constant, Sequence? sequence)
    {
        var made = new ExprNode(op, operands, attributes, constant, sequence, op.ResultKind(operands.Any(operand => operand.IsSeries)));
        if (_nodes.TryGetValue(made, out ExprNode? known))
        {
            return known;
        }

        _nodes.Add(made);
        return made;
    }

    /// <summary>Nodes are looked up as they are: a text or a tuple for each would take longer than all else that is done to a node.</summary>
    private sealed class SameNode : IEqualityComparer<ExprNode>
    {
        public bool Equals(ExprNode? x, ExprNode? y)
            => x!.Operator == y!.Operator && x.Sequence == y.Sequence
                && BitConverter.DoubleToInt64Bits(x.Constant) == BitConverter.DoubleToInt64Bits(y.Constant)
                && x.Attributes.AsSpan().SequenceEqual(y.Attributes.AsSpan()) && HaveSameOperands(x, y);

        public int GetHashCode(ExprNode node)
        {
            int hash = RuntimeHelpers.GetHashCode(node.Operator) ^ RuntimeHelpers.GetHashCode(node.Sequence) ^ node.Constant.GetHashCode();
            foreach (int attribute in node.Attributes)
            {
                hash = (hash * 31) + attribute;
            }

            foreach (ExprNode operand in node.Operands)
            {
                hash = (hash * 31) + RuntimeHelpers.GetHashCode(operand);
            }

            return hash;
        }

        private static bool HaveSameOperands(ExprNode x, ExprNode y)
        {
            bool isSame = x.Operands.Length == y.Operands.Length;
            for (int i = 0; isSame && i < x.Operands.Length; i++)
            {
                isSame = x.Operands[i] == y.Operands[i];
            }

            return isSame;
        }
    }

    private sealed class SameSequence : IEqualityComparer<Sequence>
    {
        public bool Equals(Sequence? x, Sequence? y) => x!.Scope == y!.Scope && x.Requirements == y.Requirements && x.Condition == y.Condition;

        public int GetHashCode(Sequence sequence)
            => (((int)sequence.Scope * 31) + (int)sequence.Requirements) ^ RuntimeHelpers.GetHashCode(sequence.Condition);
    }
}
