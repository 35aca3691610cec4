using FactorGpu.Bars;

namespace FactorGpu.Verification;

/// <summary>How the values of one factor compare with the reference, over all stock-days verified.</summary>
public sealed class FactorVerification
{
    internal FactorVerification()
    {
    }

    /// <summary>Id of the factor.</summary>
    public required string Factor { get; init; }

    /// <summary>Precision that the factor was computed and compared in: double where it needs that, whatever the program's.</summary>
    public required Precision Precision { get; init; }

    /// <summary>S of the comparison rule in double precision (catalogue 1.8): x and y agree when |x - y| is at most 1e-12 max(|x|, |y|, S).
    /// Where S is the value of another factor, that at <see cref="WorstAt"/>; NaN when there is no such place.</summary>
    public required double ToleranceScale { get; init; }

    /// <summary>The largest |x - y| in units of what the rule allows: above 1 is out. Infinite where a NaN stands against a number, a value is infinite or a cell was not written.</summary>
    public required double WorstError { get; init; }

    /// <summary>The first stock-day with <see cref="WorstError"/>; null when every value equals the reference.</summary>
    public required StockDay? WorstAt { get; init; }

    /// <summary>The value of the reference at <see cref="WorstAt"/>; NaN when there is no such place.</summary>
    public required double Reference { get; init; }

    /// <summary>The value of the engine at <see cref="WorstAt"/>; null when the engine wrote none there, or there is no such place.</summary>
    public required double? Value { get; init; }

    /// <summary>Stock-days on which one of the two values is NaN and the other is not.</summary>
    public required long NaNDisagreements { get; init; }

    /// <summary>Stock-days for which the engine wrote no value.</summary>
    public required long Unwritten { get; init; }

    /// <summary>Stock-days on which the values do not agree, those of the two counts above included.</summary>
    public required long OutCount { get; init; }

    /// <summary>True when a stock-day is out.</summary>
    public bool IsOut => OutCount > 0;
}
