using System;
using FactorGpu.Bars;
using FactorGpu.Expressions;

namespace FactorGpu.Compilation;

/// <summary>Writes rolling_mean, rolling_std, rolling_max and rolling_min as rolling_sum, rolling_cov, shifts and arithmetic, which is all that engines need to know of windows.</summary>
/// <remarks>Exact: the operators are defined as these. A maximum of W bars takes about 2 log2 W nodes. Runs before LowerStatistics; neither makes what the other lowers.</remarks>
internal sealed class LowerWindows : IGraphPass
{
    public string Name => "lower-windows";

    public ExprGraph Run(ExprGraph graph, CompileOptions options) => graph.Rebuild(Lower);

    private static ExprNode Lower(GraphBuilder builder, ExprNode node) => node.Operator.Name switch
    {
        "rolling_mean" => builder.Apply(
            Operators.Divide, builder.Apply(Operators.RollingSum, node.Attributes, node.Operands), builder.Constant(node.Attributes[0])),
        "rolling_std" => builder.Apply(Operators.Sqrt, builder.Apply(Operators.RollingCov, node.Attributes, node.Operands[0], node.Operands[0])),
        "rolling_max" => Extreme(builder, Operators.Maximum, node.Operands[0], node.Attributes[0]),
        "rolling_min" => Extreme(builder, Operators.Minimum, node.Operands[0], node.Attributes[0]),
        _ => node,
    };

    /// <summary>Two windows of half the length, side by side or overlapping: an extreme may be taken twice. A window of more bars than a day has is never full, however long.</summary>
    private static ExprNode Extreme(GraphBuilder builder, OperatorDescriptor op, ExprNode x, int bars)
    {
        int covered = 1;
        int all = Math.Min(bars, BarAxis.SlotCount + 1);
        while (covered < all)
        {
            int step = Math.Min(covered, all - covered);
            x = builder.Apply(op, x, builder.Apply(Operators.Lag, [step], x));
            covered += step;
        }

        return x;
    }
}
