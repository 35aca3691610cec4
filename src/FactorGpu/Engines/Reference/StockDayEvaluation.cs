using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Expressions;

namespace FactorGpu.Engines.Reference;

/// <summary>Evaluates a graph, node after node, for one stock on one day.</summary>
internal sealed class StockDayEvaluation
{
    private readonly DayTensor _day;
    private readonly int _stock;
    private readonly FrozenDictionary<string, Func<ReferenceCall, ReferenceValue>> _operators;
    private readonly Dictionary<ExprNode, ReferenceValue> _values = [];
    private readonly Dictionary<Sequence, int[]> _slots = [];

    internal StockDayEvaluation(DayTensor day, int s)
        : this(day, s, ReferenceOperators.Table)
    {
    }

    /// <summary>An evaluation with operators of the caller's choice, each by its name.</summary>
    internal StockDayEvaluation(DayTensor day, int s, FrozenDictionary<string, Func<ReferenceCall, ReferenceValue>> operators)
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
            _values[node] = Evaluate(node);
        }

        return [.. graph.Outputs.Select(output => _values[output.Node].Scalar)];
    }

    private ReferenceValue Evaluate(ExprNode node)
    {
        if (node.Operator.Kind == OperatorKind.Source)
        {
            return Source(node);
        }

        ReferenceValue[] operands = [.. node.Operands.Select(operand => _values[operand])];
        int[] slots = node.Sequence is null ? [] : Slots(node.Sequence);
        return _operators[node.Operator.Name](new ReferenceCall(operands, node.Attributes, slots));
    }

    private ReferenceValue Source(ExprNode node)
    {
        if (node.Operator == Operators.Constant)
        {
            return ReferenceValue.OfScalar(node.Constant);
        }

        if (node.Operator == Operators.DayValue)
        {
            return ReferenceValue.OfScalar(_day.DayValue(node.Field, _stock));
        }

        int[] slots = Slots(node.Sequence!);
        if (node.Operator == Operators.Slot || node.Operator == Operators.BarIndex)
        {
            return Everywhere([.. slots.Select((slot, i) => (double)(node.Operator == Operators.Slot ? slot : i))]);
        }

        return Everywhere([.. slots.Select(slot => _day.Row(node.Field, _stock)[slot])]);
    }

    private static ReferenceValue Everywhere(double[] elements)
    {
        bool[] present = new bool[elements.Length];
        Array.Fill(present, true);
        return ReferenceValue.OfSeries(elements, present);
    }

    /// <summary>Slots [N] of the bars of a sequence, in time order.</summary>
    private int[] Slots(Sequence sequence)
    {
        if (!_slots.TryGetValue(sequence, out int[]? slots))
        {
            slots = sequence.Condition is null ? ScopeSlots(sequence) : KeptSlots(Slots(sequence.Parent!), _values[sequence.Condition]);
            _slots.Add(sequence, slots);
        }

        return slots;
    }

    private int[] ScopeSlots(Sequence sequence)
    {
        SlotMask valid = _day.ValidBars(_stock, sequence.Requirements);
        SlotRange scope = BarAxis.SlotsOf(sequence.Scope);
        var slots = new List<int>();
        for (int t = scope.First; t <= scope.Last; t++)
        {
            if (valid.Contains(t))
            {
                slots.Add(t);
            }
        }

        return [.. slots];
    }

    private static int[] KeptSlots(int[] slots, ReferenceValue condition)
    {
        var kept = new List<int>();
        for (int i = 0; i < slots.Length; i++)
        {
            if (condition.IsPresent(i) && condition.At(i) == ReferenceOperators.True)
            {
                kept.Add(slots[i]);
            }
        }

        return [.. kept];
    }
}
