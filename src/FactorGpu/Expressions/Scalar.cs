namespace FactorGpu.Expressions;

/// <summary>A scalar of a factor's definition: one float64 per stock-day. A number converts to it.</summary>
/// <remarks>NaN goes through arithmetic; a factor's own value is never infinite.</remarks>
public sealed partial class Scalar
{
    internal Scalar(Expression expression) => Expression = expression;

    internal Expression Expression { get; }

    /// <summary>A number written in the definition.</summary>
    public static implicit operator Scalar(double value) => new(Expression.OfConstant(value));

    /// <summary>-a.</summary>
    public static Scalar operator -(Scalar a) => new(Expression.Apply(Operators.Negate, a.Expression));

    /// <summary>a + b.</summary>
    public static Scalar operator +(Scalar a, Scalar b) => new(Expression.Apply(Operators.Add, a.Expression, b.Expression));

    /// <summary>a - b.</summary>
    public static Scalar operator -(Scalar a, Scalar b) => new(Expression.Apply(Operators.Subtract, a.Expression, b.Expression));

    /// <summary>a * b.</summary>
    public static Scalar operator *(Scalar a, Scalar b) => new(Expression.Apply(Operators.Multiply, a.Expression, b.Expression));

    /// <summary>a / b, NaN when b is 0.</summary>
    public static Scalar operator /(Scalar a, Scalar b) => new(Expression.Apply(Operators.Divide, a.Expression, b.Expression));

    /// <summary>Magnitude.</summary>
    public Scalar Abs() => new(Expression.Apply(Operators.Abs, Expression));

    /// <summary>Square root, correctly rounded; NaN below 0.</summary>
    public Scalar Sqrt() => new(Expression.Apply(Operators.Sqrt, Expression));

    /// <summary>The smaller of the two; NaN if either is.</summary>
    public static Scalar Minimum(Scalar a, Scalar b) => new(Expression.Apply(Operators.Minimum, a.Expression, b.Expression));

    /// <summary>The larger of the two; NaN if either is.</summary>
    public static Scalar Maximum(Scalar a, Scalar b) => new(Expression.Apply(Operators.Maximum, a.Expression, b.Expression));

    /// <summary>R(this, base) = (this - base) / base, the return of catalogue 1.4: one subtraction, one division, never this / base - 1.</summary>
    /// <param name="basis">The base, in the unit of this.</param>
    /// <returns>A ratio; NaN when the base is 0.</returns>
    public Scalar ChangeFrom(Scalar basis) => (this - basis) / basis;

    /// <summary>This, evaluated on the bars where a condition is true, renumbered: lags inside it count those bars only (catalogue 1.3.3).</summary>
    /// <param name="condition">Condition [N] made of comparisons, such as <c>day.Volume &gt; 0</c>; bars where it is false or absent are removed.</param>
    public Scalar WhereBars(Condition condition) => new(Expression.Apply(Operators.WhereBars, condition.Expression, Expression));
}
