using FactorGpu.Errors;
using FactorGpu.Expressions;

namespace FactorGpu.Compilation;

/// <summary>Replaces <c>where(x, present(y))</c> by x under the selections and shifts that y's presence depends on: nothing at all for two fields, <c>between(x, ...)</c> for a slice.</summary>
/// <remarks>
/// Exact: the same elements are present, with the same bits. Linear in nodes for each such pair. Runs after LowerStatistics, which pairs the series of every corr this way,
/// so that the volume of a correlation over the last half hour is the volume that other factors sum there.
/// </remarks>
internal sealed class RestrictPresence : IGraphPass
{
    public string Name => "restrict-presence";

    public ExprGraph Run(ExprGraph graph, CompileOptions options)
    {
        var presence = new PresenceAnalysis();
        return graph.Rebuild((builder, node) => PresenceAnalysis.IsRestriction(node) ? Restrict(builder, presence, node.Operands[0], node.Operands[1].Operands[0]) : node);
    }

    /// <summary>x where y is present.</summary>
    private static ExprNode Restrict(GraphBuilder builder, PresenceAnalysis presence, ExprNode x, ExprNode y)
    {
        Throw.IfTooDeep();
        if (presence.IsWithin(x, y))
        {
            return x;
        }

        if (PresenceAnalysis.IsRestriction(y))
        {
            return Restrict(builder, presence, Restrict(builder, presence, x, y.Operands[0]), y.Operands[1].Operands[0]);
        }

        if (y.Operator == Operators.Where)
        {
            return builder.Apply(Operators.Where, Restrict(builder, presence, x, y.Operands[0]), y.Operands[1]);
        }

        if (y.Operator == Operators.Between)
        {
            return builder.Apply(Operators.Between, y.Attributes, Restrict(builder, presence, x, y.Operands[0]));
        }

        if (y.Operator.Kind is OperatorKind.Elementwise or OperatorKind.Scan)
        {
            foreach (ExprNode operand in y.Operands)
            {
                x = operand.IsSeries ? Restrict(builder, presence, x, operand) : x;
            }

            return x;
        }

        return builder.Apply(Operators.Where, x, builder.Apply(Operators.Present, y));
    }
}
