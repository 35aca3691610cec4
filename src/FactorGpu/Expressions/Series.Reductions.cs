using FactorGpu.Errors;

namespace FactorGpu.Expressions;

/// <content>One scalar from all present elements.</content>
public sealed partial class Series
{
    /// <summary>Number of present elements.</summary>
    public Scalar Count() => Reduce(Operators.Count);

    /// <summary>Sum of the present elements; 0 for none.</summary>
    public Scalar Sum() => Reduce(Operators.Sum);

    /// <summary>Product of the present elements; 1 for none.</summary>
    public Scalar Product() => Reduce(Operators.Product);

    /// <summary>Largest present element; NaN for none.</summary>
    public Scalar Max() => Reduce(Operators.Max);

    /// <summary>Smallest present element; NaN for none.</summary>
    public Scalar Min() => Reduce(Operators.Min);

    /// <summary>The earliest present element; NaN for none.</summary>
    public Scalar First() => Reduce(Operators.First);

    /// <summary>The latest present element; NaN for none.</summary>
    public Scalar Last() => Reduce(Operators.Last);

    /// <summary>Mean of the n present elements; NaN for none.</summary>
    public Scalar Mean() => Reduce(Operators.Mean);

    /// <summary>Variance in two passes, sum((x - mean)^2) / (n - ddof) (catalogue 1.5).</summary>
    /// <param name="ddof">0 divides by n, 1 by n - 1.</param>
    /// <returns>Exactly 0 for equal elements; NaN unless n &gt; ddof.</returns>
    /// <exception cref="FactorDefinitionException"><paramref name="ddof"/> is below 0.</exception>
    public Scalar Var(int ddof) => new(Expression.Apply(Operators.Var, [ddof], Expression));

    /// <summary>Standard deviation, the square root of <see cref="Var"/>.</summary>
    /// <param name="ddof">0 divides by n, 1 by n - 1.</param>
    /// <returns>Exactly 0 for equal elements; NaN unless n &gt; ddof.</returns>
    /// <exception cref="FactorDefinitionException"><paramref name="ddof"/> is below 0.</exception>
    public Scalar Std(int ddof) => new(Expression.Apply(Operators.Std, [ddof], Expression));

    /// <summary>Population skewness m3 / (m2 sqrt(m2)), without bias correction (catalogue 1.5); NaN for equal elements or none.</summary>
    public Scalar Skew() => Reduce(Operators.Skew);

    /// <summary>Population excess kurtosis m4 / (m2 m2) - 3, without bias correction (catalogue 1.5); NaN for equal elements or none.</summary>
    public Scalar Kurt() => Reduce(Operators.Kurt);

    /// <summary>Pearson correlation over the bars where both series are present, clipped to [-1, 1].</summary>
    /// <param name="other">Series [N].</param>
    /// <returns>NaN if either is constant over those bars, or when there is none.</returns>
    public Scalar Corr(Series other) => new(Expression.Apply(Operators.Corr, Expression, other.Expression));

    /// <summary>Covariance over the n bars where both series are present, in two passes: sum((x - mean x)(y - mean y)) / (n - ddof).</summary>
    /// <param name="other">Series [N].</param>
    /// <param name="ddof">0 divides by n, 1 by n - 1.</param>
    /// <returns>Exactly 0 if either is constant over those bars; NaN unless n &gt; ddof.</returns>
    /// <exception cref="FactorDefinitionException"><paramref name="ddof"/> is below 0.</exception>
    public Scalar Cov(Series other, int ddof) => new(Expression.Apply(Operators.Cov, [ddof], Expression, other.Expression));

    /// <summary>Q(numerator / denominator) of catalogue 1.5: the present elements in ascending order, read at place (n - 1) numerator / denominator and interpolated between neighbours.</summary>
    /// <param name="numerator">Numerator of the fraction, 0 or more.</param>
    /// <param name="denominator">Denominator of the fraction, at least the numerator.</param>
    /// <returns>In the unit of this; NaN for none, or if any element is NaN.</returns>
    /// <exception cref="FactorDefinitionException">The fraction is not in [0, 1].</exception>
    public Scalar Quantile(int numerator, int denominator) => new(Expression.Apply(Operators.Quantile, [numerator, denominator], Expression));

    /// <summary>The median, Q(1/2): the middle element, or the mean of the two middle ones.</summary>
    public Scalar Median() => Quantile(1, 2);

    /// <summary>CONST of catalogue 1.5: true when there is a present element and all are exactly equal; false if any is NaN.</summary>
    public ScalarCondition IsConstant() => new(Expression.Apply(Operators.IsConstant, Expression));

    private Scalar Reduce(OperatorDescriptor op) => new(Expression.Apply(op, Expression));
}
