using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Expressions;

namespace FactorGpu.Compilation;

/// <summary>Writes each price as its count of ticks, and leaves the tick out where it cancels: in returns, ratios, comparisons of two prices (design 6). Programs of single precision only.</summary>
/// <remarks>
/// <para>Equal to the graph as defined in real numbers, not in bits. Linear in nodes. Runs first, while mean, var and corr are still operators that say how they scale.</para>
/// <para>Each node is known as a node over ticks times a power of the tick: 1 for a price, 2 for a product of two, 0 for a return. Where operands of different powers meet,
/// or an operator is not homogeneous, they are multiplied out.</para>
/// </remarks>
internal sealed class LowerPrices : IGraphPass
{
    /// <summary>The operators that scale with their operands, and what power of the tick belongs to their result; the operands' powers are those of the series, in order.</summary>
    private static readonly FrozenDictionary<string, Func<int, int>> s_homogeneous = new Dictionary<OperatorDescriptor, Func<int, int>>
    {
        [Operators.Negate] = power => power,
        [Operators.Abs] = power => power,
        [Operators.Finite] = power => power,
        [Operators.Lag] = power => power,
        [Operators.Lead] = power => power,
        [Operators.Cummax] = power => power,
        [Operators.RollingSum] = power => power,
        [Operators.RollingMean] = power => power,
        [Operators.RollingMax] = power => power,
        [Operators.RollingMin] = power => power,
        [Operators.RollingStd] = power => power,
        [Operators.GroupSum] = power => power,
        [Operators.Quantile] = power => power,
        [Operators.Where] = power => power,
        [Operators.Between] = power => power,
        [Operators.Sum] = power => power,
        [Operators.Mean] = power => power,
        [Operators.Std] = power => power,
        [Operators.Max] = power => power,
        [Operators.Min] = power => power,
        [Operators.First] = power => power,
        [Operators.Last] = power => power,
        [Operators.Var] = power => 2 * power,
        [Operators.Present] = _ => 0,
        [Operators.TopFraction] = _ => 0,
        [Operators.Rank] = _ => 0,
        [Operators.Count] = _ => 0,
        [Operators.IsConstant] = _ => 0,
        [Operators.Skew] = _ => 0,
        [Operators.Kurt] = _ => 0,
        [Operators.Corr] = _ => 0,
    }.ToFrozenDictionary(row => row.Key.Name, row => row.Value, StringComparer.Ordinal);

    /// <summary>The operators whose numbers must have one unit; it is the result's too, unless that is a condition.</summary>
    private static readonly ImmutableArray<OperatorDescriptor> s_ofOneUnit =
    [
        Operators.Add, Operators.Subtract, Operators.Minimum, Operators.Maximum, Operators.IfElse,
        Operators.Less, Operators.LessOrEqual, Operators.Greater, Operators.GreaterOrEqual, Operators.Equal, Operators.NotEqual,
    ];

    public string Name => "lower-prices";

    public ExprGraph Run(ExprGraph graph, CompileOptions options)
    {
        if (options.Precision == Precision.Double)
        {
            return graph;
        }

        PriceUnits? units = null;
        ExprGraph lowered = graph.Rebuild((builder, node) => Lower(units ??= new PriceUnits(builder), builder, node));
        return new ExprGraph([.. lowered.Outputs.Select(output => output with { Node = units!.InCny(output.Node) })]);
    }

    private static ExprNode Lower(PriceUnits units, GraphBuilder builder, ExprNode node)
    {
        if (node.Operator == Operators.Field && BarFields.IsOnTicks(node.Field))
        {
            return units.Have(builder.Ticks(node.Field, node.Sequence!), 1);
        }

        if (node.Operator == Operators.DayValue)
        {
            return units.Have(builder.DayTicks(node.Field), 1);
        }

        if (s_ofOneUnit.Contains(node.Operator))
        {
            return OfOneUnit(units, builder, node);
        }

        return Power(units, node) is { } power ? units.Have(node, power) : Again(builder, node, [.. node.Operands.Select(units.InCny)]);
    }

    /// <summary>The power of the tick that belongs to the result over the operands as they are; null where they are to be multiplied out.</summary>
    private static int? Power(PriceUnits units, ExprNode node)
    {
        if (s_homogeneous.TryGetValue(node.Operator.Name, out Func<int, int>? scaled))
        {
            return scaled(units.PowerOf(node.Operands[0]));
        }

        if (node.Operator == Operators.TopCount)
        {
            return units.PowerOf(node.Operands[1]) == 0 ? 0 : null;
        }

        if (node.Operator == Operators.CumsumBy)
        {
            return units.PowerOf(node.Operands[1]) == units.PowerOf(node.Operands[2]) ? units.PowerOf(node.Operands[0]) : null;
        }

        if (node.Operator == Operators.Multiply || node.Operator == Operators.Cov || node.Operator == Operators.RollingCov)
        {
            return units.PowerOf(node.Operands[0]) + units.PowerOf(node.Operands[1]);
        }

        if (node.Operator == Operators.Divide)
        {
            return units.PowerOf(node.Operands[0]) - units.PowerOf(node.Operands[1]);
        }

        bool isEvenRoot = node.Operator == Operators.Sqrt && units.PowerOf(node.Operands[0]) % 2 == 0;
        return isEvenRoot ? units.PowerOf(node.Operands[0]) / 2 : null;
    }

    private static ExprNode OfOneUnit(PriceUnits units, GraphBuilder builder, ExprNode node)
    {
        int[] powers = [.. node.Operands.Where(operand => IsNumber(operand) && !HasNoUnit(operand)).Select(units.PowerOf).Distinct()];
        if (powers.Length > 1)
        {
            return Again(builder, node, [.. node.Operands.Select(units.InCny)]);
        }

        return powers.Length == 1 && IsNumber(node) ? units.Have(node, powers[0]) : node;
    }

    private static ExprNode Again(GraphBuilder builder, ExprNode node, ImmutableArray<ExprNode> operands) => builder.Copy(node, operands, node.Sequence);

    private static bool IsNumber(ExprNode node) => node.Kind is ValueKind.Series or ValueKind.Scalar;

    /// <summary>True for 0, NaN and the infinities, which are the same in every unit.</summary>
    private static bool HasNoUnit(ExprNode node) => node.Operator == Operators.Constant && (node.Constant == 0 || !double.IsFinite(node.Constant));
}
