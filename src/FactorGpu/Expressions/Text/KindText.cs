namespace FactorGpu.Expressions.Text;

/// <summary>Kinds of values in the words of messages and documents.</summary>
internal static class KindText
{
    /// <summary>What something is.</summary>
    internal static string Given(ValueKind kind) => kind switch
    {
        ValueKind.Scalar => "a number of the stock-day",
        ValueKind.Series => "a series over the bars",
        ValueKind.ScalarCondition => "a condition of the stock-day",
        _ => "a condition over the bars",
    };

    /// <summary>What an operand may be.</summary>
    internal static string Taken(OperandRule rule) => rule switch
    {
        OperandRule.Number => "a number, per bar or per stock-day",
        OperandRule.Condition => "a condition",
        OperandRule.Series => "a series over the bars",
        OperandRule.SeriesCondition => "a condition over the bars",
        _ => "a number of the stock-day",
    };

    /// <summary>How to make the one of the other.</summary>
    internal static string Remedy(OperandRule rule, ValueKind given) => (rule, given) switch
    {
        (OperandRule.Number or OperandRule.Series, ValueKind.SeriesCondition) => "Count it with if_else(condition, 1, 0), or choose bars by it with where(x, condition).",
        (OperandRule.Condition or OperandRule.SeriesCondition, ValueKind.Series) => "Compare it, as in x > 0.",
        (OperandRule.Condition, ValueKind.Scalar) => "Compare it, as in x > 0.",
        (OperandRule.SeriesCondition, _) => "Compare a series with it, or choose with if_else(condition, a, b).",
        (OperandRule.Series, ValueKind.Scalar) => "It is one value already.",
        (OperandRule.Scalar, ValueKind.Series) => "Take its mean, sum, last, ... first.",
        _ => "Make a number of it with if_else(condition, 1, 0).",
    };
}
