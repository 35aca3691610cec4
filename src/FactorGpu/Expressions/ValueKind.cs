namespace FactorGpu.Expressions;

/// <summary>What a node gives for a stock-day.</summary>
internal enum ValueKind
{
    /// <summary>One float64.</summary>
    Scalar,

    /// <summary>One float64 per bar, present or absent.</summary>
    Series,

    /// <summary>One truth value.</summary>
    ScalarCondition,

    /// <summary>One truth value per bar, present or absent.</summary>
    SeriesCondition,
}
