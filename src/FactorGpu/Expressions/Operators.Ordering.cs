namespace FactorGpu.Expressions;

/// <content>Each bar from its place among all bars, by a key; and the bars of equal key as one.</content>
internal static partial class Operators
{
    internal static OperatorDescriptor TopCount { get; } = new()
    {
        Name = "top_count",
        Kind = OperatorKind.Selection,
        Operands = [OperandRule.Series, OperandRule.Scalar],
        Result = ResultRule.SeriesCondition,
        EndsSweep = true,
        OperandNames = ["key", "k"],
        Summary = "True for the k bars with the largest present key, k rounded down, ties to the earlier bar; for all of them if they are fewer; absent where the key is. A factor with a selection of no bar, or by a present NaN, is NaN (E6).",
    };

    internal static OperatorDescriptor Rank { get; } = new()
    {
        Name = "rank",
        Kind = OperatorKind.Ordering,
        Operands = [OperandRule.Series],
        Result = ResultRule.Series,
        EndsSweep = true,
        OperandNames = ["key"],
        Summary = "Place 1..m of the bar among the m present keys in ascending order, ties to the earlier bar; absent where the key is, NaN everywhere if a present key is NaN.",
    };

    internal static OperatorDescriptor CumsumBy { get; } = new()
    {
        Name = "cumsum_by",
        Kind = OperatorKind.Ordering,
        Operands = [OperandRule.Series, OperandRule.Series, OperandRule.Series],
        Result = ResultRule.Series,
        EndsSweep = true,
        OperandNames = ["x", "key", "bound"],
        Summary = "Sum of x over the bars whose key is at most the bar's bound: x cumulated in ascending order of the key, ties to the earlier bar, and read at the bound. Of the bars where x and key are present; absent where the bound is, NaN where it is NaN and everywhere if such a key is NaN.",
    };

    internal static OperatorDescriptor GroupSum { get; } = new()
    {
        Name = "group_sum",
        Kind = OperatorKind.Ordering,
        Operands = [OperandRule.Series, OperandRule.Series],
        Result = ResultRule.Series,
        EndsSweep = true,
        OperandNames = ["x", "key"],
        Summary = "Sum of x over all bars with exactly the bar's key, in time order, at the first bar of each key and absent at the others. Bars where x or the key is absent take no part; NaN everywhere if a key is NaN.",
    };
}
