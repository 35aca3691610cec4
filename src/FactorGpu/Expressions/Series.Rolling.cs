using FactorGpu.Errors;

namespace FactorGpu.Expressions;

/// <content>Each bar from the window of bars that ends with it.</content>
public sealed partial class Series
{
    /// <summary>Sum over each window of <paramref name="bars"/> bars.</summary>
    /// <param name="bars">Bars W of the window, the current one included; 1 or more.</param>
    /// <returns>Series [N] in the unit of this; absent while i &lt; W - 1, or where an element of the window is absent.</returns>
    /// <exception cref="FactorDefinitionException"><paramref name="bars"/> is below 1.</exception>
    public Series RollingSum(int bars) => Window(Operators.RollingSum, bars);

    /// <summary>Mean over each window of <paramref name="bars"/> bars.</summary>
    /// <param name="bars">Bars W of the window, the current one included; 1 or more.</param>
    /// <returns>Series [N] in the unit of this; absent while i &lt; W - 1, or where an element of the window is absent.</returns>
    /// <exception cref="FactorDefinitionException"><paramref name="bars"/> is below 1.</exception>
    public Series RollingMean(int bars) => Window(Operators.RollingMean, bars);

    /// <summary>Largest element of each window of <paramref name="bars"/> bars; NaN if any is.</summary>
    /// <param name="bars">Bars W of the window, the current one included; 1 or more.</param>
    /// <returns>Series [N] in the unit of this; absent while i &lt; W - 1, or where an element of the window is absent.</returns>
    /// <exception cref="FactorDefinitionException"><paramref name="bars"/> is below 1.</exception>
    public Series RollingMax(int bars) => Window(Operators.RollingMax, bars);

    /// <summary>Smallest element of each window of <paramref name="bars"/> bars; NaN if any is.</summary>
    /// <param name="bars">Bars W of the window, the current one included; 1 or more.</param>
    /// <returns>Series [N] in the unit of this; absent while i &lt; W - 1, or where an element of the window is absent.</returns>
    /// <exception cref="FactorDefinitionException"><paramref name="bars"/> is below 1.</exception>
    public Series RollingMin(int bars) => Window(Operators.RollingMin, bars);

    /// <summary>Standard deviation over each window of <paramref name="bars"/> bars, in two passes inside the window (catalogue 1.8).</summary>
    /// <param name="bars">Bars W of the window, the current one included; above <paramref name="ddof"/>.</param>
    /// <param name="ddof">0 divides by W, 1 by W - 1.</param>
    /// <returns>Series [N] in the unit of this; exactly 0 for a window of equal elements; absent while i &lt; W - 1, or where an element of the window is absent.</returns>
    /// <exception cref="FactorDefinitionException"><paramref name="ddof"/> is below 0, or <paramref name="bars"/> not above it.</exception>
    /// <remarks>Cost: O(N W).</remarks>
    public Series RollingStd(int bars, int ddof) => new(Expression.Apply(Operators.RollingStd, [bars, ddof], Expression));

    /// <summary>Covariance with another series over each window of <paramref name="bars"/> bars, in two passes inside the window (catalogue 1.8); with itself the variance.</summary>
    /// <param name="other">Series [N].</param>
    /// <param name="bars">Bars W of the window, the current one included; above <paramref name="ddof"/>.</param>
    /// <param name="ddof">0 divides by W, 1 by W - 1.</param>
    /// <returns>Series [N]; exactly 0 where either is constant in the window; absent while i &lt; W - 1, or where an element of either is absent in the window.</returns>
    /// <exception cref="FactorDefinitionException"><paramref name="ddof"/> is below 0, or <paramref name="bars"/> not above it.</exception>
    /// <remarks>Cost: O(N W).</remarks>
    public Series RollingCov(Series other, int bars, int ddof)
        => new(Expression.Apply(Operators.RollingCov, [bars, ddof], Expression, other.Expression));

    /// <summary>Pearson correlation with another series over each window of <paramref name="bars"/> bars.</summary>
    /// <param name="other">Series [N].</param>
    /// <param name="bars">Bars W of the window, the current one included; 2 or more.</param>
    /// <returns>Series [N]; NaN where either is constant in the window; absent while i &lt; W - 1, or where an element of either is absent in the window.</returns>
    /// <exception cref="FactorDefinitionException"><paramref name="bars"/> is below 2.</exception>
    /// <remarks>Not clipped: rounding may leave it some units in the last place outside [-1, 1]. Cost: O(N W).</remarks>
    public Series RollingCorr(Series other, int bars)
        => RollingCov(other, bars, ddof: 1) / (RollingStd(bars, ddof: 1) * other.RollingStd(bars, ddof: 1));

    /// <summary>Slope of the least-squares line of this on another series over each window of <paramref name="bars"/> bars.</summary>
    /// <param name="x">The regressor, Series [N].</param>
    /// <param name="bars">Bars W of the window, the current one included; 2 or more.</param>
    /// <returns>Series [N]; exactly 0 where this is constant in the window, NaN where the regressor is; absent while i &lt; W - 1, or where an element of either is absent in the window.</returns>
    /// <exception cref="FactorDefinitionException"><paramref name="bars"/> is below 2.</exception>
    /// <remarks>Cost: O(N W).</remarks>
    public Series RollingSlope(Series x, int bars) => x.RollingCov(this, bars, ddof: 1) / x.RollingCov(x, bars, ddof: 1);

    private Series Window(OperatorDescriptor op, int bars) => new(Expression.Apply(op, [bars], Expression));
}
