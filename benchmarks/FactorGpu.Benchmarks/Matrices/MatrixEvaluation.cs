using System;
using System.Collections.Generic;
using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Expressions;

namespace FactorGpu.Benchmarks.Matrices;

/// <summary>Evaluates a graph for all stocks of a day, node after node, and gives back what no later node needs.</summary>
internal sealed class MatrixEvaluation
{
    private readonly DayTensor _day;
    private readonly MatrixMemory _memory;
    private readonly Dictionary<ExprNode, MatrixValue> _values = [];
    private readonly Dictionary<ExprNode, int> _uses = [];
    private readonly Dictionary<Sequence, MatrixSequence> _sequences = [];

    internal MatrixEvaluation(DayTensor day, MatrixMemory memory)
    {
        _day = day;
        _memory = memory;
    }

    /// <summary>Computes the outputs [K, S].</summary>
    internal void Run(ExprGraph graph, Span<double> values)
    {
        CountUses(graph);
        foreach (ExprNode node in graph.Nodes)
        {
            MatrixValue value = Evaluate(node);
            MatrixMemory.Keep(value);
            _values.Add(node, value);
            foreach (ExprNode operand in node.Operands)
            {
                Use(operand);
            }
        }

        for (int k = 0; k < graph.Outputs.Length; k++)
        {
            _values[graph.Outputs[k].Node].Scalars!.CopyTo(values[(k * _day.Shape.S)..]);
        }

        foreach (MatrixValue held in _sequences.Values.SelectMany(sequence => sequence.Held))
        {
            _memory.Release(held);
        }
    }

    private void CountUses(ExprGraph graph)
    {
        foreach (ExprNode operand in graph.Nodes.SelectMany(node => node.Operands))
        {
            _uses[operand] = _uses.GetValueOrDefault(operand) + 1;
        }
    }

    private void Use(ExprNode operand)
    {
        if (--_uses[operand] == 0)
        {
            _memory.Release(_values[operand]);
        }
    }

    private MatrixValue Evaluate(ExprNode node)
    {
        if (node.Operator == Operators.Constant)
        {
            return PerStock(_ => node.Constant);
        }

        if (node.Operator == Operators.DayValue)
        {
            return PerStock(s => _day.DayValue(node.Field, s));
        }

        MatrixSequence? sequence = node.Sequence is null ? null : Bars(node.Sequence);
        return node.Operator == Operators.Field
            ? sequence!.Field(node.Field)
            : MatrixOperators.Of(node.Operator)(new MatrixCall([.. node.Operands.Select(operand => _values[operand])], node.Attributes, sequence, _memory));
    }

    private MatrixValue PerStock(Func<int, double> value) => MatrixValue.OfScalars([.. Enumerable.Range(0, _day.Shape.S).Select(value)]);

    private MatrixSequence Bars(Sequence sequence)
    {
        if (!_sequences.TryGetValue(sequence, out MatrixSequence? bars))
        {
            bars = new MatrixSequence(_day, sequence, _memory);
            foreach (MatrixValue held in bars.Held)
            {
                MatrixMemory.Keep(held);
            }

            _sequences.Add(sequence, bars);
        }

        return bars;
    }
}
