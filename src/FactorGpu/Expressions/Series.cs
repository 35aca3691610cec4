using FactorGpu.Bars;
using FactorGpu.Errors;

namespace FactorGpu.Expressions;

/// <summary>A series of a factor's definition: one float64 per bar of the factor's sequence, each present or absent. Series [N].</summary>
/// <remarks>
/// Nothing is computed here: operators and methods write the expression down. Elementwise results are absent where an operand is;
/// shifts count bars of the sequence, so a lag can bridge a gap. Absent is not NaN: reductions pass over an absent element, and a present NaN makes them NaN.
/// </remarks>
public sealed partial class Series
{
    internal Series(Expression expression) => Expression = expression;

    internal Expression Expression { get; }

    /// <summary>The element <paramref name="bars"/> bars earlier in the sequence; it may lie before a gap or the lunch break.</summary>
    /// <param name="bars">Bars back, 1 or more.</param>
    /// <returns>Series [N] in the unit of this; absent for the first <paramref name="bars"/> bars.</returns>
    /// <exception cref="FactorDefinitionException"><paramref name="bars"/> is below 1.</exception>
    public Series Lag(int bars = 1) => new(Expression.Apply(Operators.Lag, [bars], Expression));

    /// <summary>The element <paramref name="bars"/> bars later in the sequence. Looks ahead.</summary>
    /// <param name="bars">Bars ahead, 1 or more.</param>
    /// <returns>Series [N] in the unit of this; absent for the last <paramref name="bars"/> bars.</returns>
    /// <exception cref="FactorDefinitionException"><paramref name="bars"/> is below 1.</exception>
    public Series Lead(int bars = 1) => new(Expression.Apply(Operators.Lead, [bars], Expression));

    /// <summary>The largest present element up to and including each bar.</summary>
    /// <returns>Series [N] in the unit of this; absent where this is, NaN from the first NaN on.</returns>
    public Series Cummax() => new(Expression.Apply(Operators.Cummax, Expression));

    /// <summary>This at the bars where <paramref name="condition"/> is true.</summary>
    /// <param name="condition">Condition [N].</param>
    /// <returns>Series [N]; absent where the condition is false or absent.</returns>
    public Series Where(Condition condition) => new(Expression.Apply(Operators.Where, Expression, condition.Expression));

    /// <summary>This at the bars of some slots of the day, after all shifts: lag first, select afterwards.</summary>
    /// <param name="slots">Slots, both ends included, such as <see cref="BarAxis.Morning"/>.</param>
    /// <returns>Series [N]; absent at the other slots.</returns>
    /// <exception cref="FactorDefinitionException">The range is empty or leaves the axis 0..241.</exception>
    public Series Between(SlotRange slots)
        => new(Expression.Apply(Operators.Between, [slots.First, slots.Last], Expression));

    /// <summary>True at the bars where this is present. Restricts another series to the sample of this one: <c>volume.Where(ret.Present())</c>.</summary>
    /// <returns>Condition [N]; absent nowhere.</returns>
    public Condition Present() => new(Expression.Apply(Operators.Present, Expression));

    /// <summary>The bars with the largest keys: exactly k = floor(numerator * m / denominator) of the m bars where this key is present, ties to the earlier bar.</summary>
    /// <param name="numerator">Numerator of the fraction, 1 or more.</param>
    /// <param name="denominator">Denominator of the fraction, at least the numerator.</param>
    /// <returns>Condition [N], absent where the key is.</returns>
    /// <remarks>A factor in whose value k &lt; 1 bars are selected, or a present key is NaN, is NaN as a whole (catalogue 1.7, E6).</remarks>
    /// <exception cref="FactorDefinitionException">The fraction is not in (0, 1].</exception>
    public Condition TopFraction(int numerator, int denominator)
        => new(Expression.Apply(Operators.TopFraction, [numerator, denominator], Expression));
}
