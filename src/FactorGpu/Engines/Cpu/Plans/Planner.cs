using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Expressions;

namespace FactorGpu.Engines.Cpu.Plans;

/// <summary>Writes a program's graph as what the engine can do. A method has its operator's name in Pascal.</summary>
/// <remarks>Exact: shifts, slices, <c>where</c> and <c>present</c> become shifts of operands and sets of bars; every remaining operation is the operator's own.</remarks>
internal sealed partial class Planner
{
    private readonly PlanGraph _plan = new();
    private readonly Dictionary<ExprNode, PlanValue> _values = [];
    private readonly Dictionary<Sequence, PlanNode> _sequences = [];
    private readonly bool _mergesRequirements;
    private readonly Precision _precision;

    private Planner(bool mergesRequirements, Precision precision)
    {
        _mergesRequirements = mergesRequirements;
        _precision = precision;
    }

    /// <summary>The method of every operator that a compiled program can hold with operands, by the operator's name.</summary>
    internal static FrozenDictionary<string, Func<Planner, ExprNode, PlanValue>> Table { get; } =
        new Dictionary<OperatorDescriptor, Func<Planner, ExprNode, PlanValue>>
        {
            [Operators.Add] = (planner, node) => planner.Add(node),
            [Operators.Subtract] = (planner, node) => planner.Subtract(node),
            [Operators.Multiply] = (planner, node) => planner.Multiply(node),
            [Operators.Divide] = (planner, node) => planner.Divide(node),
            [Operators.Negate] = (planner, node) => planner.Negate(node),
            [Operators.Abs] = (planner, node) => planner.Abs(node),
            [Operators.Sqrt] = (planner, node) => planner.Sqrt(node),
            [Operators.Minimum] = (planner, node) => planner.Minimum(node),
            [Operators.Maximum] = (planner, node) => planner.Maximum(node),
            [Operators.Finite] = (planner, node) => planner.Finite(node),
            [Operators.Less] = (planner, node) => planner.Less(node),
            [Operators.LessOrEqual] = (planner, node) => planner.LessOrEqual(node),
            [Operators.Greater] = (planner, node) => planner.Greater(node),
            [Operators.GreaterOrEqual] = (planner, node) => planner.GreaterOrEqual(node),
            [Operators.Equal] = (planner, node) => planner.Equal(node),
            [Operators.NotEqual] = (planner, node) => planner.NotEqual(node),
            [Operators.And] = (planner, node) => planner.And(node),
            [Operators.Or] = (planner, node) => planner.Or(node),
            [Operators.Not] = (planner, node) => planner.Not(node),
            [Operators.IfElse] = (planner, node) => planner.IfElse(node),
            [Operators.Floor] = (planner, node) => planner.Floor(node),
            [Operators.Log] = (planner, node) => planner.Log(node),
            [Operators.Log1p] = (planner, node) => planner.Log1p(node),
            [Operators.Exp] = (planner, node) => planner.Exp(node),
            [Operators.Expm1] = (planner, node) => planner.Expm1(node),
            [Operators.Atan] = (planner, node) => planner.Atan(node),
            [Operators.Erfc] = (planner, node) => planner.Erfc(node),
            [Operators.Cbrt] = (planner, node) => planner.Cbrt(node),
            [Operators.Lag] = (planner, node) => planner.Lag(node),
            [Operators.Lead] = (planner, node) => planner.Lead(node),
            [Operators.Cummax] = (planner, node) => planner.Cummax(node),
            [Operators.RollingSum] = (planner, node) => planner.RollingSum(node),
            [Operators.RollingCov] = (planner, node) => planner.RollingCov(node),
            [Operators.Where] = (planner, node) => planner.Where(node),
            [Operators.Between] = (planner, node) => planner.Between(node),
            [Operators.Present] = (planner, node) => planner.Present(node),
            [Operators.TopFraction] = (planner, node) => planner.TopFraction(node),
            [Operators.TopCount] = (planner, node) => planner.TopCount(node),
            [Operators.Rank] = (planner, node) => planner.Rank(node),
            [Operators.CumsumBy] = (planner, node) => planner.CumsumBy(node),
            [Operators.GroupSum] = (planner, node) => planner.GroupSum(node),
            [Operators.Count] = (planner, node) => planner.Count(node),
            [Operators.Sum] = (planner, node) => planner.Sum(node),
            [Operators.Product] = (planner, node) => planner.Product(node),
            [Operators.Max] = (planner, node) => planner.Max(node),
            [Operators.Min] = (planner, node) => planner.Min(node),
            [Operators.First] = (planner, node) => planner.First(node),
            [Operators.Last] = (planner, node) => planner.Last(node),
            [Operators.IsConstant] = (planner, node) => planner.IsConstant(node),
        }.ToFrozenDictionary(row => row.Key.Name, row => row.Value, StringComparer.Ordinal);

    /// <summary>The nodes of the factors' values [K].</summary>
    /// <param name="graph">The graph after all passes.</param>
    /// <param name="mergesRequirements">True to take sequences of one scope as one whatever they require: right for a stock-day whose valid bars all have what is required.</param>
    /// <param name="precision">Of rows and buffers.</param>
    internal static ImmutableArray<PlanNode> Plan(ExprGraph graph, bool mergesRequirements, Precision precision)
    {
        var planner = new Planner(mergesRequirements, precision);
        foreach (ExprNode node in graph.Nodes)
        {
            planner._values.Add(node, planner.ValueOf(node));
        }

        return [.. graph.Outputs.Select(output => planner._values[output.Node].Source.Node)];
    }

    private PlanValue ValueOf(ExprNode node) => node.Operator.Kind == OperatorKind.Source ? Source(node) : Table[node.Operator.Name](this, node);

    private PlanNode SequenceOf(Sequence sequence)
    {
        if (!_sequences.TryGetValue(sequence, out PlanNode? node))
        {
            BarRequirements requirements = _mergesRequirements ? BarRequirements.None : sequence.Requirements;
            node = sequence.Condition is { } condition
                ? _plan.Make(PlanKind.Sequence, CpuOp.Keep, [SequenceOf(sequence.Parent!), _values[condition].Source])
                : _plan.Make(PlanKind.Sequence, CpuOp.ValidBars, [], (int)sequence.Scope, (int)requirements);
            _sequences.Add(sequence, node);
        }

        return node;
    }

    private PlanNode AllOf(ExprNode node) => _plan.Make(PlanKind.Set, CpuOp.AllBars, [SequenceOf(node.Sequence!)]);

    private PlanValue X(ExprNode node) => _values[node.Operands[0]];

    private PlanValue Y(ExprNode node) => _values[node.Operands[1]];

    /// <summary>The bars where all series among some operands are present; null when all are scalars.</summary>
    private PlanNode? PresenceOf(ExprNode node)
    {
        PlanNode? presence = null;
        foreach (PlanValue operand in node.Operands.Select(operand => _values[operand]))
        {
            presence = presence is null || operand.Presence is null ? presence ?? operand.Presence : _plan.Both(presence, operand.Presence);
        }

        return presence;
    }
}
