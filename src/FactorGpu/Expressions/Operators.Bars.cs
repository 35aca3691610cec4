namespace FactorGpu.Expressions;

/// <content>Shifts, scans and selections.</content>
internal static partial class Operators
{
    internal static OperatorDescriptor Lag { get; } = new()
    {
        Name = "lag",
        Kind = OperatorKind.Shift,
        Operands = [OperandRule.Series],
        Result = ResultRule.Series,
        Attributes = ["bars"],
        Aliases = ["delay", "ref", "shift"],
        Defaults = [1],
        Check = CheckShift,
        Summary = "The element some bars earlier in the sequence, which may bridge a gap; absent for the first bars.",
    };

    internal static OperatorDescriptor Lead { get; } = new()
    {
        Name = "lead",
        Kind = OperatorKind.Shift,
        Operands = [OperandRule.Series],
        Result = ResultRule.Series,
        Attributes = ["bars"],
        Defaults = [1],
        Check = CheckShift,
        Summary = "The element some bars later in the sequence: looks ahead; absent for the last bars.",
    };

    internal static OperatorDescriptor Cummax { get; } = new()
    {
        Name = "cummax",
        Kind = OperatorKind.Scan,
        Operands = [OperandRule.Series],
        Result = ResultRule.Series,
        Summary = "The largest present element up to and including the bar; NaN from the first NaN on; absent where x is.",
    };

    internal static OperatorDescriptor Where { get; } = new()
    {
        Name = "where",
        Kind = OperatorKind.Selection,
        Operands = [OperandRule.Series, OperandRule.SeriesCondition],
        Result = ResultRule.Series,
        Summary = "x where the condition is true, absent where it is false or absent.",
    };

    internal static OperatorDescriptor Between { get; } = new()
    {
        Name = "between",
        Kind = OperatorKind.Selection,
        Operands = [OperandRule.Series],
        Result = ResultRule.Series,
        Attributes = ["first", "last"],
        Check = CheckSlots,
        Summary = "x at the bars whose slot lies between two slots, both included; absent elsewhere.",
    };

    internal static OperatorDescriptor Present { get; } = new()
    {
        Name = "present",
        Kind = OperatorKind.Selection,
        Operands = [OperandRule.Series],
        Result = ResultRule.SeriesCondition,
        Summary = "True where x is present, false where it is absent; itself never absent.",
    };

    internal static OperatorDescriptor TopFraction { get; } = new()
    {
        Name = "top_fraction",
        Kind = OperatorKind.Selection,
        Operands = [OperandRule.Series],
        Result = ResultRule.SeriesCondition,
        Attributes = ["numerator", "denominator"],
        EndsSweep = true,
        OperandNames = ["key"],
        Check = CheckFraction,
        Summary = "True for the k bars with the largest present key, k = floor(numerator * m / denominator) of the m present ones, ties to the earlier bar; absent where the key is. A factor with a selection of k < 1 bars, or by a present NaN, is NaN (E6).",
    };
}
