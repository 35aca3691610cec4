using FactorGpu.Expressions;

namespace FactorGpu.Compilation;

/// <summary>Writes mean, var, std, skew, kurt and corr as the sums, counts and tests of catalogue 1.5 that they are made of, so that factors share them.</summary>
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
        _ => node,
    };

    private static ExprNode Mean(GraphBuilder builder, ExprNode x) => builder.Apply(Operators.Divide, builder.Apply(Operators.Sum, x), Count(builder, x));

    private static ExprNode Var(GraphBuilder builder, ExprNode x, int ddof)
    {
        ExprNode deviation = Deviation(builder, x);
        ExprNode squares = CentredSum(builder, x, builder.Apply(Operators.Multiply, deviation, deviation));
        ExprNode d = builder.Constant(ddof);
        ExprNode quotient = builder.Apply(Operators.Divide, squares, builder.Apply(Operators.Subtract, Count(builder, x), d));
        ExprNode isEnough = builder.Apply(Operators.Greater, Count(builder, x), d);
        return builder.Apply(Operators.IfElse, isEnough, quotient, builder.Constant(double.NaN));
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

    private static ExprNode Count(GraphBuilder builder, ExprNode x) => builder.Apply(Operators.Count, x);

    private static ExprNode Deviation(GraphBuilder builder, ExprNode x) => builder.Apply(Operators.Subtract, x, Mean(builder, x));

    private static ExprNode Moment(GraphBuilder builder, ExprNode x, ExprNode power)
        => builder.Apply(Operators.Divide, CentredSum(builder, x, power), Count(builder, x));

    private static ExprNode CentredSum(GraphBuilder builder, ExprNode x, ExprNode power)
        => builder.Apply(
            Operators.IfElse, builder.Apply(Operators.IsConstant, x), builder.Constant(0), builder.Apply(Operators.Sum, power));
}
