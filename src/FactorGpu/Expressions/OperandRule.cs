namespace FactorGpu.Expressions;

/// <summary>What an operand of an operator may be.</summary>
internal enum OperandRule
{
    /// <summary>A series or a scalar.</summary>
    Number,

    /// <summary>A condition, per bar or scalar.</summary>
    Condition,

    /// <summary>A series.</summary>
    Series,

    /// <summary>A condition per bar.</summary>
    SeriesCondition,

    /// <summary>A scalar.</summary>
    Scalar,
}
