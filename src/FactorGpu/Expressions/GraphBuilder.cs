using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Text;
using FactorGpu.Bars;

namespace FactorGpu.Expressions;

/// <summary>Makes the nodes of one graph. Two nodes are one when operator, attributes, operands and sequence are (design 5).</summary>
internal sealed class GraphBuilder
{
    private readonly Dictionary<string, ExprNode> _nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Sequence> _sequences = new(StringComparer.Ordinal);
    private readonly Dictionary<object, int> _ordinals = new(ReferenceEqualityComparer.Instance);

    internal Sequence Sequence(BarScope scope, BarRequirements requirements, ExprNode? condition = null)
    {
        string key = $"{scope} {(int)requirements} {(condition is null ? -1 : _ordinals[condition])}";
        if (!_sequences.TryGetValue(key, out Sequence? sequence))
        {
            sequence = new Sequence(scope, requirements, condition);
            _sequences.Add(key, sequence);
            _ordinals.Add(sequence, _ordinals.Count);
        }

        return sequence;
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
        string key = Key(op, operands, attributes, constant, sequence);
        if (!_nodes.TryGetValue(key, out ExprNode? node))
        {
            ValueKind kind = op.ResultKind(operands.Select(operand => operand.Kind).ToArray());
            node = new ExprNode(op, operands, attributes, constant, sequence, kind);
            _nodes.Add(key, node);
            _ordinals.Add(node, _ordinals.Count);
        }

        return node;
    }

    private string Key(
        OperatorDescriptor op, ImmutableArray<ExprNode> operands, ImmutableArray<int> attributes, double constant, Sequence? sequence)
    {
        var key = new StringBuilder(op.Name).Append('@').Append(sequence is null ? -1 : _ordinals[sequence]);
        key.Append('#').Append(BitConverter.DoubleToInt64Bits(constant).ToString("x", CultureInfo.InvariantCulture));
        foreach (int attribute in attributes)
        {
            key.Append('[').Append(attribute);
        }

        foreach (ExprNode operand in operands)
        {
            key.Append('%').Append(_ordinals[operand]);
        }

        return key.ToString();
    }
}
