namespace FactorGpu.Expressions;

/// <content>Sources, and what says on which sequence an operand is evaluated.</content>
internal static partial class Operators
{
    internal static OperatorDescriptor Field { get; } = new()
    {
        Name = "field",
        Kind = OperatorKind.Source,
        Result = ResultRule.Series,
        Attributes = ["field"],
        Summary = "One field of the bars, printed by its name: open, close, num_trades, ... Always present.",
    };

    internal static OperatorDescriptor DayValue { get; } = new()
    {
        Name = "day_value",
        Kind = OperatorKind.Source,
        Result = ResultRule.Scalar,
        Attributes = ["field"],
        Summary = "pre_close, limit_up or limit_down of the day, printed by its name; NaN when missing.",
    };

    internal static OperatorDescriptor Slot { get; } = new()
    {
        Name = "slot",
        Kind = OperatorKind.Source,
        Result = ResultRule.Series,
        Summary = "The slot 0..241 of the bar on the minute axis. Always present.",
    };

    internal static OperatorDescriptor BarIndex { get; } = new()
    {
        Name = "bar_index",
        Kind = OperatorKind.Source,
        Result = ResultRule.Series,
        Summary = "The number 0..N-1 of the bar in its sequence. Always present.",
    };

    internal static OperatorDescriptor Ticks { get; } = new()
    {
        Name = "ticks",
        Kind = OperatorKind.Source,
        Result = ResultRule.Series,
        Attributes = ["field"],
        Summary = "A price field of the bars as whole counts of the stock's tick; in programs of single precision alone. Always present.",
    };

    internal static OperatorDescriptor DayTicks { get; } = new()
    {
        Name = "day_ticks",
        Kind = OperatorKind.Source,
        Result = ResultRule.Scalar,
        Attributes = ["field"],
        Summary = "pre_close, limit_up or limit_down of the day as a count of the stock's tick; NaN when missing. In programs of single precision alone.",
    };

    internal static OperatorDescriptor Tick { get; } = new()
    {
        Name = "tick",
        Kind = OperatorKind.Source,
        Result = ResultRule.Scalar,
        Summary = "The stock's tick, CNY; in programs of single precision alone.",
    };

    internal static OperatorDescriptor Constant { get; } = new()
    {
        Name = "constant",
        Kind = OperatorKind.Source,
        Result = ResultRule.Scalar,
        Summary = "A number written in the definition.",
    };

    internal static OperatorDescriptor WhereBars { get; } = new()
    {
        Name = "where_bars",
        Kind = OperatorKind.Binding,
        Operands = [OperandRule.SeriesCondition, OperandRule.Scalar],
        Result = ResultRule.Scalar,
        OperandNames = ["condition", "value"],
        Summary = "The scalar, evaluated on the bars where the condition is true, renumbered: lags and windows inside it count those bars only.",
    };

    internal static OperatorDescriptor Factor { get; } = new()
    {
        Name = "factor",
        Kind = OperatorKind.Binding,
        Result = ResultRule.Scalar,
        Summary = "The value of another factor, evaluated on its own sequence with its own edge rules; printed by its id.",
    };
}
