namespace FactorGpu.Expressions;

/// <summary>What an operator gives.</summary>
internal enum ResultRule
{
    /// <summary>A scalar.</summary>
    Scalar,

    /// <summary>A scalar condition.</summary>
    ScalarCondition,

    /// <summary>A series.</summary>
    Series,

    /// <summary>A condition per bar.</summary>
    SeriesCondition,

    /// <summary>A series if any operand is one per bar, else a scalar.</summary>
    WidestNumber,

    /// <summary>A condition per bar if any operand is one per bar, else a scalar condition.</summary>
    WidestCondition,
}
