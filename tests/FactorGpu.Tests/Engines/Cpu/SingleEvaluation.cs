using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Engines.Reference;
using FactorGpu.Expressions;

namespace FactorGpu.Tests.Engines.Cpu;

/// <summary>Evaluates a graph over ticks for one stock-day as single precision means it: elements are float32, scalars float64, and a scalar is rounded where it stands beside a series.</summary>
/// <remarks>The float32 nearest to what the reference gives in float64 for float32 operands is what float32 arithmetic gives: 53 bits are more than twice 24 and 2, so that rounding twice rounds as once.</remarks>
internal sealed class SingleEvaluation
{
    private readonly DayTensor _day;
    private readonly int _stock;
    private readonly FrozenDictionary<string, Func<ReferenceCall, ReferenceValue>> _operators;
    private readonly Dictionary<ExprNode, ReferenceValue> _values = [];

    internal SingleEvaluation(DayTensor day, int s, FrozenDictionary<string, Func<ReferenceCall, ReferenceValue>> operators)
    {
        _day = day;
        _stock = s;
        _operators = operators;
    }

    /// <summary>The outputs of a graph, in its order.</summary>
    internal double[] Evaluate(ExprGraph graph)
    {
        foreach (ExprNode node in graph.Nodes)
        {
            _values[node] = node.Operator.Kind == OperatorKind.Source ? Source(node) : Apply(node);
        }

        return [.. graph.Outputs.Select(output => _values[output.Node].Scalar)];
    }

    private ReferenceValue Source(ExprNode node) => node.Operator.Name switch
    {
        "constant" => ReferenceValue.OfScalar(node.Constant),
        "tick" => ReferenceValue.OfScalar(_day.Ticks[_stock]),
        "day_ticks" => ReferenceValue.OfScalar(Row(node.Field).FirstOrDefault(count => double.IsFinite(count) && count > 0, double.NaN)),
        "slot" => Series([.. Slots(node.Sequence!).Select(t => (double)t)]),
        "bar_index" => Series([.. Slots(node.Sequence!).Select((_, i) => (double)i)]),
        _ => Series([.. Slots(node.Sequence!).Select(t => Row(node.Field)[t])]),
    };

    private ReferenceValue Apply(ExprNode node)
    {
        ReferenceValue[] operands = [.. node.Operands.Select(operand => _values[operand])];
        bool hasSeries = operands.Any(operand => !operand.IsScalar);
        ReferenceValue[] rounded = [.. operands.Select(operand => hasSeries && operand.IsScalar ? ReferenceValue.OfScalar((float)operand.Scalar) : operand)];
        int[] slots = node.Sequence is null ? [] : Slots(node.Sequence);
        ReferenceValue value = _operators[node.Operator.Name](new ReferenceCall(rounded, node.Attributes, slots));
        return value.IsScalar ? value : Rounded(value);
    }

    private static ReferenceValue Rounded(ReferenceValue x)
    {
        int[] bars = [.. Enumerable.Range(0, x.Length)];
        return ReferenceValue.OfSeries([.. bars.Select(i => (double)(float)x.At(i))], [.. bars.Select(x.IsPresent)]);
    }

    private static ReferenceValue Series(double[] elements) => ReferenceValue.OfSeries(elements, [.. elements.Select(_ => true)]);

    private double[] Row(BarField field) => [.. _day.Single.Row(field, _stock).ToArray().Select(x => (double)x)];

    /// <summary>Slots [N] of the bars of a sequence, in time order.</summary>
    private int[] Slots(Sequence sequence)
    {
        if (sequence.Condition is { } condition)
        {
            ReferenceValue kept = _values[condition];
            return [.. Slots(sequence.Parent!).Where((_, i) => kept.IsPresent(i) && kept.At(i) == ReferenceOperators.True)];
        }

        SlotMask valid = _day.ValidBars(_stock, sequence.Requirements);
        SlotRange scope = BarAxis.SlotsOf(sequence.Scope);
        return [.. Enumerable.Range(scope.First, scope.Last + 1 - scope.First).Where(t => valid.Contains(t))];
    }
}
