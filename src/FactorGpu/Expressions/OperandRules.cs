namespace FactorGpu.Expressions;

/// <summary>What the rules of operands say of values.</summary>
internal static class OperandRules
{
    /// <summary>True when an operand under this rule may be of this kind.</summary>
    internal static bool Accepts(this OperandRule rule, ValueKind operand) => rule switch
    {
        OperandRule.Number => operand is ValueKind.Series or ValueKind.Scalar,
        OperandRule.Condition => operand is ValueKind.SeriesCondition or ValueKind.ScalarCondition,
        OperandRule.Series => operand is ValueKind.Series,
        OperandRule.SeriesCondition => operand is ValueKind.SeriesCondition,
        _ => operand is ValueKind.Scalar,
    };
}
