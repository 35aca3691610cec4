namespace FactorGpu.Expressions;

/// <content>One scalar from all present elements.</content>
internal static partial class Operators
{
    internal static OperatorDescriptor Count { get; } = new()
    {
        Name = "count",
        Kind = OperatorKind.Reduction,
        Operands = [OperandRule.Series],
        Result = ResultRule.Scalar,
        EndsSweep = true,
        Summary = "Number of present elements.",
    };

    internal static OperatorDescriptor Sum { get; } = new()
    {
        Name = "sum",
        Kind = OperatorKind.Reduction,
        Operands = [OperandRule.Series],
        Result = ResultRule.Scalar,
        EndsSweep = true,
        Exactness = Exactness.SummationOrder,
        Summary = "Sum of the present elements; 0 for none.",
    };

    internal static OperatorDescriptor Product { get; } = new()
    {
        Name = "product",
        Kind = OperatorKind.Reduction,
        Operands = [OperandRule.Series],
        Result = ResultRule.Scalar,
        EndsSweep = true,
        Exactness = Exactness.SummationOrder,
        Aliases = ["prod"],
        Summary = "Product of the present elements; 1 for none.",
    };

    internal static OperatorDescriptor Max { get; } = new()
    {
        Name = "max",
        Kind = OperatorKind.Reduction,
        Operands = [OperandRule.Series],
        Result = ResultRule.Scalar,
        EndsSweep = true,
        Summary = "Largest present element; NaN for none, or if any is NaN.",
    };

    internal static OperatorDescriptor Min { get; } = new()
    {
        Name = "min",
        Kind = OperatorKind.Reduction,
        Operands = [OperandRule.Series],
        Result = ResultRule.Scalar,
        EndsSweep = true,
        Summary = "Smallest present element; NaN for none, or if any is NaN.",
    };

    internal static OperatorDescriptor First { get; } = new()
    {
        Name = "first",
        Kind = OperatorKind.Reduction,
        Operands = [OperandRule.Series],
        Result = ResultRule.Scalar,
        EndsSweep = true,
        Summary = "The earliest present element; NaN for none.",
    };

    internal static OperatorDescriptor Last { get; } = new()
    {
        Name = "last",
        Kind = OperatorKind.Reduction,
        Operands = [OperandRule.Series],
        Result = ResultRule.Scalar,
        EndsSweep = true,
        Summary = "The latest present element; NaN for none.",
    };

    internal static OperatorDescriptor IsConstant { get; } = new()
    {
        Name = "is_constant",
        Kind = OperatorKind.Reduction,
        Operands = [OperandRule.Series],
        Result = ResultRule.ScalarCondition,
        EndsSweep = true,
        Summary = "True when there is a present element and all are exactly equal: the test CONST of catalogue 1.5. Made on the elements, never on a computed variance; false if any is NaN.",
    };

    internal static OperatorDescriptor Mean { get; } = new()
    {
        Name = "mean",
        Kind = OperatorKind.Reduction,
        Operands = [OperandRule.Series],
        Result = ResultRule.Scalar,
        EndsSweep = true,
        Exactness = Exactness.SummationOrder,
        Summary = "Mean of the present elements; NaN for none.",
    };

    internal static OperatorDescriptor Var { get; } = new()
    {
        Name = "var",
        Kind = OperatorKind.Reduction,
        Operands = [OperandRule.Series],
        Result = ResultRule.Scalar,
        Attributes = ["ddof"],
        EndsSweep = true,
        Exactness = Exactness.SummationOrder,
        Check = CheckDdof,
        Summary = "Variance of the present elements in two passes, divided by n - ddof; exactly 0 for constant elements, NaN unless n > ddof.",
    };

    internal static OperatorDescriptor Std { get; } = new()
    {
        Name = "std",
        Kind = OperatorKind.Reduction,
        Operands = [OperandRule.Series],
        Result = ResultRule.Scalar,
        Attributes = ["ddof"],
        EndsSweep = true,
        Exactness = Exactness.SummationOrder,
        Check = CheckDdof,
        Summary = "Square root of var.",
    };

    internal static OperatorDescriptor Skew { get; } = new()
    {
        Name = "skew",
        Kind = OperatorKind.Reduction,
        Operands = [OperandRule.Series],
        Result = ResultRule.Scalar,
        EndsSweep = true,
        Exactness = Exactness.SummationOrder,
        Summary = "Population skewness m3 / (m2 * sqrt(m2)) of the present elements; NaN for constant elements or none.",
    };

    internal static OperatorDescriptor Kurt { get; } = new()
    {
        Name = "kurt",
        Kind = OperatorKind.Reduction,
        Operands = [OperandRule.Series],
        Result = ResultRule.Scalar,
        EndsSweep = true,
        Exactness = Exactness.SummationOrder,
        Summary = "Population excess kurtosis m4 / (m2 * m2) - 3 of the present elements; NaN for constant elements or none.",
    };

    internal static OperatorDescriptor Corr { get; } = new()
    {
        Name = "corr",
        Kind = OperatorKind.Reduction,
        Operands = [OperandRule.Series, OperandRule.Series],
        Result = ResultRule.Scalar,
        EndsSweep = true,
        Exactness = Exactness.SummationOrder,
        Summary = "Pearson correlation over the bars where both are present, clipped to [-1, 1]; NaN if either is constant there, or for no pair.",
    };

    internal static OperatorDescriptor Cov { get; } = new()
    {
        Name = "cov",
        Kind = OperatorKind.Reduction,
        Operands = [OperandRule.Series, OperandRule.Series],
        Result = ResultRule.Scalar,
        Attributes = ["ddof"],
        EndsSweep = true,
        Exactness = Exactness.SummationOrder,
        Check = CheckDdof,
        Summary = "Covariance over the n bars where both are present, in two passes, divided by n - ddof; exactly 0 if either is constant there, NaN unless n > ddof.",
    };

    internal static OperatorDescriptor Quantile { get; } = new()
    {
        Name = "quantile",
        Kind = OperatorKind.Reduction,
        Operands = [OperandRule.Series],
        Result = ResultRule.Scalar,
        Attributes = ["numerator", "denominator"],
        EndsSweep = true,
        Check = CheckQuantile,
        Summary = "The element at (n - 1) * numerator / denominator of the n present elements in ascending order, interpolated between neighbours; NaN for none, or if any is NaN.",
    };
}
