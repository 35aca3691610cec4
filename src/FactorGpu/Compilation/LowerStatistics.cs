using FactorGpu.Expressions;

namespace FactorGpu.Compilation;

/// <summary>Writes mean, var, std, skew, kurt, corr, cov and quantile as the sums, counts, selections and tests of catalogue 1.5 that they are made of, so that factors share them.</summary>
/// <remarks>
/// Exact: an engine that sums in one fixed order gives the same bits as for the operator itself. Linear in nodes.
/// A centred sum of constant elements is replaced by 0, decided on the elements; the rest follows from division by 0 giving NaN.
/// </remarks>
internal sealed class LowerStatistics : IGraphPass
{
    public string Name => "lower-statistics";

    public ExprGraph Run(ExprGraph graph, CompileOptions options) => graph.Rebuild(Lower);

    private static ExprNode Lower(GraphBuilder builder, ExprNode node) => node.Operator.Name switch
    {
        "mean" => Mean(builder, node.Operands[0]),
        "var" => Var(builder, node.Operands[0], node.Attributes[0]),
        "std" => builder.Apply(Operators.Sqrt, Var(builder, node.Operands[0], node.Attributes[0])),
        "skew" => Skew(builder, node.Operands[0]),
        "kurt" => Kurt(builder, node.Operands[0]),
        "corr" => Corr(builder, node.Operands[0], node.Operands[1]),
        "cov" => Cov(builder, node.Operands[0], node.Operands[1], node.Attributes[0]),
        "quantile" => Quantile(builder, node.Operands[0], node.Attributes[0], node.Attributes[1]),
        _ => node,
    };

    private static ExprNode Mean(GraphBuilder builder, ExprNode x) => builder.Apply(Operators.Divide, builder.Apply(Operators.Sum, x), Count(builder, x));

    private static ExprNode Var(GraphBuilder builder, ExprNode x, int ddof)
    {
        ExprNode deviation = Deviation(builder, x);
        return OverDegrees(builder, CentredSum(builder, x, builder.Apply(Operators.Multiply, deviation, deviation)), x, ddof);
    }

    private static ExprNode Skew(GraphBuilder builder, ExprNode x)
    {
        ExprNode deviation = Deviation(builder, x);
        ExprNode square = builder.Apply(Operators.Multiply, deviation, deviation);
        ExprNode m2 = Moment(builder, x, square);
        ExprNode m3 = Moment(builder, x, builder.Apply(Operators.Multiply, square, deviation));
        return builder.Apply(Operators.Divide, m3, builder.Apply(Operators.Multiply, m2, builder.Apply(Operators.Sqrt, m2)));
    }

    private static ExprNode Kurt(GraphBuilder builder, ExprNode x)
    {
        ExprNode deviation = Deviation(builder, x);
        ExprNode square = builder.Apply(Operators.Multiply, deviation, deviation);
        ExprNode m2 = Moment(builder, x, square);
        ExprNode m4 = Moment(builder, x, builder.Apply(Operators.Multiply, square, square));
        ExprNode ratio = builder.Apply(Operators.Divide, m4, builder.Apply(Operators.Multiply, m2, m2));
        return builder.Apply(Operators.Subtract, ratio, builder.Constant(3));
    }

    private static ExprNode Corr(GraphBuilder builder, ExprNode x, ExprNode y)
    {
        ExprNode pairedX = builder.Apply(Operators.Where, x, builder.Apply(Operators.Present, y));
        ExprNode pairedY = builder.Apply(Operators.Where, y, builder.Apply(Operators.Present, x));
        ExprNode e = Deviation(builder, pairedX);
        ExprNode f = Deviation(builder, pairedY);
        ExprNode ee = CentredSum(builder, pairedX, builder.Apply(Operators.Multiply, e, e));
        ExprNode ff = CentredSum(builder, pairedY, builder.Apply(Operators.Multiply, f, f));
        ExprNode ef = builder.Apply(Operators.Sum, builder.Apply(Operators.Multiply, e, f));
        ExprNode scale = builder.Apply(Operators.Multiply, builder.Apply(Operators.Sqrt, ee), builder.Apply(Operators.Sqrt, ff));
        ExprNode ratio = builder.Apply(Operators.Divide, ef, scale);
        return builder.Apply(Operators.Maximum, builder.Constant(-1), builder.Apply(Operators.Minimum, builder.Constant(1), ratio));
    }

    private static ExprNode Cov(GraphBuilder builder, ExprNode x, ExprNode y, int ddof)
    {
        ExprNode pairedX = builder.Apply(Operators.Where, x, builder.Apply(Operators.Present, y));
        ExprNode pairedY = builder.Apply(Operators.Where, y, builder.Apply(Operators.Present, x));
        ExprNode product = builder.Apply(Operators.Multiply, Deviation(builder, pairedX), Deviation(builder, pairedY));
        ExprNode isEither = builder.Apply(Operators.Or, builder.Apply(Operators.IsConstant, pairedX), builder.Apply(Operators.IsConstant, pairedY));
        ExprNode products = builder.Apply(Operators.IfElse, isEither, builder.Constant(0), builder.Apply(Operators.Sum, product));
        return OverDegrees(builder, products, pairedX, ddof);
    }

    /// <summary>The largest of the elements up to the place and the smallest of the others: no sort. Adding 0 makes -0 the 0 that it equals.</summary>
    private static ExprNode Quantile(GraphBuilder builder, ExprNode x, int numerator, int denominator)
    {
        ExprNode last = builder.Apply(Operators.Subtract, Count(builder, x), builder.Constant(1));
        ExprNode at = builder.Apply(
            Operators.Divide, builder.Apply(Operators.Multiply, last, builder.Constant(numerator)), builder.Constant(denominator));
        ExprNode below = builder.Apply(Operators.Floor, at);
        ExprNode isUpTo = builder.Apply(
            Operators.TopCount, builder.Apply(Operators.Negate, x), builder.Apply(Operators.Add, below, builder.Constant(1)));
        ExprNode lower = builder.Apply(Operators.Max, builder.Apply(Operators.Where, x, isUpTo));
        ExprNode upper = builder.Apply(Operators.Min, builder.Apply(Operators.Where, x, builder.Apply(Operators.Not, isUpTo)));
        ExprNode step = builder.Apply(Operators.Multiply, builder.Apply(Operators.Subtract, upper, lower), builder.Apply(Operators.Subtract, at, below));
        ExprNode between = builder.Apply(Operators.IfElse, builder.Apply(Operators.Equal, at, below), lower, builder.Apply(Operators.Add, lower, step));
        ExprNode largest = builder.Apply(Operators.Max, x);
        ExprNode isSound = builder.Apply(Operators.Equal, largest, largest);
        return builder.Apply(Operators.IfElse, isSound, builder.Apply(Operators.Add, between, builder.Constant(0)), builder.Constant(double.NaN));
    }

    private static ExprNode OverDegrees(GraphBuilder builder, ExprNode sum, ExprNode x, int ddof)
    {
        ExprNode d = builder.Constant(ddof);
        ExprNode quotient = builder.Apply(Operators.Divide, sum, builder.Apply(Operators.Subtract, Count(builder, x), d));
        ExprNode isEnough = builder.Apply(Operators.Greater, Count(builder, x), d);
        return builder.Apply(Operators.IfElse, isEnough, quotient, builder.Constant(double.NaN));
    }

    private static ExprNode Count(GraphBuilder builder, ExprNode x) => builder.Apply(Operators.Count, x);

    private static ExprNode Deviation(GraphBuilder builder, ExprNode x) => builder.Apply(Operators.Subtract, x, Mean(builder, x));

    private static ExprNode Moment(GraphBuilder builder, ExprNode x, ExprNode power)
        => builder.Apply(Operators.Divide, CentredSum(builder, x, power), Count(builder, x));

    private static ExprNode CentredSum(GraphBuilder builder, ExprNode x, ExprNode power)
        => builder.Apply(
            Operators.IfElse, builder.Apply(Operators.IsConstant, x), builder.Constant(0), builder.Apply(Operators.Sum, power));
}
