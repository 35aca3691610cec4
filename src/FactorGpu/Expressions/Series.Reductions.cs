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
    public Scalar Var(int ddof) => Deviation(Operators.Var, ddof);

    /// <summary>Standard deviation, the square root of <see cref="Var"/>.</summary>
    /// <param name="ddof">0 divides by n, 1 by n - 1.</param>
    /// <returns>Exactly 0 for equal elements; NaN unless n &gt; ddof.</returns>
    /// <exception cref="FactorDefinitionException"><paramref name="ddof"/> is below 0.</exception>
    public Scalar Std(int ddof) => Deviation(Operators.Std, ddof);

    /// <summary>Population skewness m3 / (m2 sqrt(m2)), without bias correction (catalogue 1.5); NaN for equal elements or none.</summary>
    public Scalar Skew() => Reduce(Operators.Skew);

    /// <summary>Population excess kurtosis m4 / (m2 m2) - 3, without bias correction (catalogue 1.5); NaN for equal elements or none.</summary>
    public Scalar Kurt() => Reduce(Operators.Kurt);

    /// <summary>Pearson correlation over the bars where both series are present, clipped to [-1, 1].</summary>
    /// <param name="other">Series [N].</param>
    /// <returns>NaN if either is constant over those bars, or when there is none.</returns>
    public Scalar Corr(Series other) => new(Expression.Apply(Operators.Corr, Expression, other.Expression));

    private Scalar Reduce(OperatorDescriptor op) => new(Expression.Apply(op, Expression));

    private Scalar Deviation(OperatorDescriptor op, int ddof)
    {
        if (ddof < 0)
        {
            Throw.NegativeDdof(op.Name, ddof);
        }

        return new(Expression.Apply(op, [ddof], Expression));
    }
}
