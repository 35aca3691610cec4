namespace FactorGpu.Expressions;

/// <content>Each bar from its place among all bars, by a key.</content>
public sealed partial class Series
{
    /// <summary>The bars with the largest keys: exactly <paramref name="k"/> of those where this key is present, ties to the earlier bar; all of them when they are fewer. The smallest are those of <c>(-key).TopCount(k)</c>.</summary>
    /// <param name="k">How many, rounded down: a number, or a scalar such as <c>((key.Count() + 9) / 10).Floor()</c>.</param>
    /// <returns>Condition [N], absent where the key is.</returns>
    /// <remarks>A factor in whose value no bar is selected, or a present key is NaN, is NaN as a whole (catalogue 1.7, E6).</remarks>
    public Condition TopCount(Scalar k) => new(Expression.Apply(Operators.TopCount, Expression, k.Expression));

    /// <summary>Place of each bar among the m present keys in ascending order: 1 for the smallest, m for the largest, ties to the earlier bar (catalogue 1.6).</summary>
    /// <returns>Series [N] of whole numbers; absent where the key is, NaN everywhere if a present key is NaN.</returns>
    /// <remarks>
    /// Ranks that share ties are up to a constant <c>key.Rank() - (-key).Rank()</c>: twice the average rank, less m + 1. Cost: a sort.
    /// </remarks>
    public Series Rank() => new(Expression.Apply(Operators.Rank, Expression));

    /// <summary>This, cumulated in ascending order of a key: the sum over all bars whose key is at most that of the bar. In descending order with the key negated; with <c>key.Rank()</c> for the key, ties come one after the other.</summary>
    /// <param name="key">Key, Series [N].</param>
    /// <returns>Series [N] in the unit of this; absent where the key is, NaN everywhere if a present key is NaN.</returns>
    public Series CumsumBy(Series key) => CumsumBy(key, key);

    /// <summary>This, cumulated in ascending order of a key and read at a bound: the sum over all bars whose key is at most <paramref name="bound"/> of the bar.</summary>
    /// <param name="key">Key, Series [N].</param>
    /// <param name="bound">Where to read, in the unit of the key, Series [N].</param>
    /// <returns>Series [N] in the unit of this, over the bars where this and the key are present, added in order of the key, ties to the earlier bar; absent where the bound is, NaN where it is NaN and everywhere if such a key is NaN.</returns>
    /// <remarks>Exact for whole numbers, such as volumes, and so fit to decide. Cost: a sort.</remarks>
    public Series CumsumBy(Series key, Series bound)
        => new(Expression.Apply(Operators.CumsumBy, Expression, key.Expression, bound.Expression));

    /// <summary>The sum of this over the bars of each distinct key (exact equality): groups by price are <c>day.Volume.GroupSum(day.Close)</c>, a histogram groups by <c>Floor()</c>.</summary>
    /// <param name="key">Key, Series [N].</param>
    /// <returns>Series [N] in the unit of this, present at the first bar of each key alone; NaN everywhere if a key is NaN. Bars where this or the key is absent take no part.</returns>
    /// <remarks>A group whose sum is 0 is a group (catalogue 1.6). Cost: a sort.</remarks>
    public Series GroupSum(Series key) => new(Expression.Apply(Operators.GroupSum, Expression, key.Expression));
}
