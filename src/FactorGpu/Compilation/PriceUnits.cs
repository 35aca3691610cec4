using System;
using System.Collections.Generic;
using FactorGpu.Expressions;

namespace FactorGpu.Compilation;

/// <summary>In which power of the stock's tick the nodes of a graph over ticks are: the value in CNY is the node times that power.</summary>
internal sealed class PriceUnits
{
    private readonly GraphBuilder _builder;
    private readonly Dictionary<ExprNode, int> _powers = [];

    internal PriceUnits(GraphBuilder builder) => _builder = builder;

    /// <summary>Notes the power of a node; equal nodes have equal powers, because both follow from what they are made of.</summary>
    internal ExprNode Have(ExprNode node, int power)
    {
        _powers[node] = power;
        return node;
    }

    internal int PowerOf(ExprNode node) => _powers.GetValueOrDefault(node);

    /// <summary>The node times its power of the tick.</summary>
    internal ExprNode InCny(ExprNode node)
    {
        int power = PowerOf(node);
        OperatorDescriptor op = power > 0 ? Operators.Multiply : Operators.Divide;
        ExprNode inCny = node;
        for (int i = 0; i < Math.Abs(power); i++)
        {
            inCny = _builder.Apply(op, inCny, _builder.Tick());
        }

        return inCny;
    }
}
