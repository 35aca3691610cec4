namespace FactorGpu.Expressions;

/// <content>Each bar from the window of bars that ends with it. Sums go from the oldest bar to the newest, so that every engine gives the same bits.</content>
internal static partial class Operators
{
    internal static OperatorDescriptor RollingSum { get; } = new()
    {
        Name = "rolling_sum",
        Kind = OperatorKind.Rolling,
        Operands = [OperandRule.Series],
        Result = ResultRule.Series,
        Attributes = ["bars"],
        Aliases = ["ts_sum"],
        Check = CheckWindow,
        Summary = "Sum of x over the window of bars that ends with the bar, oldest first; absent while the window is not full or an element in it is absent.",
    };

    internal static OperatorDescriptor RollingMean { get; } = new()
    {
        Name = "rolling_mean",
        Kind = OperatorKind.Rolling,
        Operands = [OperandRule.Series],
        Result = ResultRule.Series,
        Attributes = ["bars"],
        Aliases = ["ts_mean"],
        Check = CheckWindow,
        Summary = "rolling_sum over the number of bars.",
    };

    internal static OperatorDescriptor RollingMax { get; } = new()
    {
        Name = "rolling_max",
        Kind = OperatorKind.Rolling,
        Operands = [OperandRule.Series],
        Result = ResultRule.Series,
        Attributes = ["bars"],
        Aliases = ["ts_max"],
        Check = CheckWindow,
        Summary = "Largest x in the window of bars that ends with the bar, NaN if any is; absent as rolling_sum is.",
    };

    internal static OperatorDescriptor RollingMin { get; } = new()
    {
        Name = "rolling_min",
        Kind = OperatorKind.Rolling,
        Operands = [OperandRule.Series],
        Result = ResultRule.Series,
        Attributes = ["bars"],
        Aliases = ["ts_min"],
        Check = CheckWindow,
        Summary = "Smallest x in the window of bars that ends with the bar, NaN if any is; absent as rolling_sum is.",
    };

    internal static OperatorDescriptor RollingStd { get; } = new()
    {
        Name = "rolling_std",
        Kind = OperatorKind.Rolling,
        Operands = [OperandRule.Series],
        Result = ResultRule.Series,
        Attributes = ["bars", "ddof"],
        Aliases = ["ts_std"],
        Check = CheckDeviationWindow,
        Summary = "Square root of rolling_cov of x with itself.",
    };

    internal static OperatorDescriptor RollingCov { get; } = new()
    {
        Name = "rolling_cov",
        Kind = OperatorKind.Rolling,
        Operands = [OperandRule.Series, OperandRule.Series],
        Result = ResultRule.Series,
        Attributes = ["bars", "ddof"],
        Aliases = ["ts_cov"],
        Check = CheckDeviationWindow,
        Summary = "Covariance of x and y over the window of bars that ends with the bar, two passes inside each window, divided by bars - ddof; exactly 0 where x or y is constant in the window; absent while the window is not full or an element of either in it is absent.",
    };
}
