namespace FactorGpu.Expressions;

/// <content>Arithmetic and comparisons, bar by bar.</content>
public sealed partial class Series
{
    /// <summary>-a, bar by bar.</summary>
    public static Series operator -(Series a) => new(Expression.Apply(Operators.Negate, a.Expression));

    /// <summary>a + b, bar by bar.</summary>
    public static Series operator +(Series a, Series b) => new(Expression.Apply(Operators.Add, a.Expression, b.Expression));

    /// <summary>a + b, bar by bar with the same b at every bar.</summary>
    public static Series operator +(Series a, Scalar b) => new(Expression.Apply(Operators.Add, a.Expression, b.Expression));

    /// <summary>a + b, bar by bar with the same a at every bar.</summary>
    public static Series operator +(Scalar a, Series b) => new(Expression.Apply(Operators.Add, a.Expression, b.Expression));

    /// <summary>a - b, bar by bar.</summary>
    public static Series operator -(Series a, Series b) => new(Expression.Apply(Operators.Subtract, a.Expression, b.Expression));

    /// <summary>a - b, bar by bar with the same b at every bar.</summary>
    public static Series operator -(Series a, Scalar b) => new(Expression.Apply(Operators.Subtract, a.Expression, b.Expression));

    /// <summary>a - b, bar by bar with the same a at every bar.</summary>
    public static Series operator -(Scalar a, Series b) => new(Expression.Apply(Operators.Subtract, a.Expression, b.Expression));

    /// <summary>a * b, bar by bar.</summary>
    public static Series operator *(Series a, Series b) => new(Expression.Apply(Operators.Multiply, a.Expression, b.Expression));

    /// <summary>a * b, bar by bar with the same b at every bar.</summary>
    public static Series operator *(Series a, Scalar b) => new(Expression.Apply(Operators.Multiply, a.Expression, b.Expression));

    /// <summary>a * b, bar by bar with the same a at every bar.</summary>
    public static Series operator *(Scalar a, Series b) => new(Expression.Apply(Operators.Multiply, a.Expression, b.Expression));

    /// <summary>a / b, NaN where b is 0, bar by bar.</summary>
    public static Series operator /(Series a, Series b) => new(Expression.Apply(Operators.Divide, a.Expression, b.Expression));

    /// <summary>a / b, NaN where b is 0, bar by bar with the same b at every bar.</summary>
    public static Series operator /(Series a, Scalar b) => new(Expression.Apply(Operators.Divide, a.Expression, b.Expression));

    /// <summary>a / b, NaN where b is 0, bar by bar with the same a at every bar.</summary>
    public static Series operator /(Scalar a, Series b) => new(Expression.Apply(Operators.Divide, a.Expression, b.Expression));

    /// <summary>True where a &lt; b; false where either is NaN.</summary>
    public static Condition operator <(Series a, Series b) => new(Expression.Apply(Operators.Less, a.Expression, b.Expression));

    /// <summary>True where a &lt; b with the same b at every bar; false where either is NaN.</summary>
    public static Condition operator <(Series a, Scalar b) => new(Expression.Apply(Operators.Less, a.Expression, b.Expression));

    /// <summary>True where a &lt;= b; false where either is NaN.</summary>
    public static Condition operator <=(Series a, Series b) => new(Expression.Apply(Operators.LessOrEqual, a.Expression, b.Expression));

    /// <summary>True where a &lt;= b with the same b at every bar; false where either is NaN.</summary>
    public static Condition operator <=(Series a, Scalar b) => new(Expression.Apply(Operators.LessOrEqual, a.Expression, b.Expression));

    /// <summary>True where a &gt; b; false where either is NaN.</summary>
    public static Condition operator >(Series a, Series b) => new(Expression.Apply(Operators.Greater, a.Expression, b.Expression));

    /// <summary>True where a &gt; b with the same b at every bar; false where either is NaN.</summary>
    public static Condition operator >(Series a, Scalar b) => new(Expression.Apply(Operators.Greater, a.Expression, b.Expression));

    /// <summary>True where a &gt;= b; false where either is NaN.</summary>
    public static Condition operator >=(Series a, Series b) => new(Expression.Apply(Operators.GreaterOrEqual, a.Expression, b.Expression));

    /// <summary>True where a &gt;= b with the same b at every bar; false where either is NaN.</summary>
    public static Condition operator >=(Series a, Scalar b) => new(Expression.Apply(Operators.GreaterOrEqual, a.Expression, b.Expression));

    /// <summary>True where this equals <paramref name="other"/> exactly; false where either is NaN.</summary>
    public Condition EqualTo(Series other) => new(Expression.Apply(Operators.Equal, Expression, other.Expression));

    /// <summary>True where this equals <paramref name="other"/> exactly; false where either is NaN.</summary>
    public Condition EqualTo(Scalar other) => new(Expression.Apply(Operators.Equal, Expression, other.Expression));

    /// <summary>True where this differs from <paramref name="other"/>; true where either is NaN.</summary>
    public Condition NotEqualTo(Series other) => new(Expression.Apply(Operators.NotEqual, Expression, other.Expression));

    /// <summary>True where this differs from <paramref name="other"/>; true where either is NaN.</summary>
    public Condition NotEqualTo(Scalar other) => new(Expression.Apply(Operators.NotEqual, Expression, other.Expression));

    /// <summary>Magnitude, bar by bar.</summary>
    public Series Abs() => new(Expression.Apply(Operators.Abs, Expression));

    /// <summary>Square root, correctly rounded; NaN below 0.</summary>
    public Series Sqrt() => new(Expression.Apply(Operators.Sqrt, Expression));

    /// <summary>The smaller of the two, bar by bar; NaN where either is.</summary>
    public static Series Minimum(Series a, Series b) => new(Expression.Apply(Operators.Minimum, a.Expression, b.Expression));

    /// <summary>The smaller of each element and one bound; NaN where either is.</summary>
    public static Series Minimum(Series a, Scalar b) => new(Expression.Apply(Operators.Minimum, a.Expression, b.Expression));

    /// <summary>The larger of the two, bar by bar; NaN where either is.</summary>
    public static Series Maximum(Series a, Series b) => new(Expression.Apply(Operators.Maximum, a.Expression, b.Expression));

    /// <summary>The larger of each element and one bound; NaN where either is.</summary>
    public static Series Maximum(Series a, Scalar b) => new(Expression.Apply(Operators.Maximum, a.Expression, b.Expression));

    /// <summary>R(this, base) = (this - base) / base, the return of catalogue 1.4: one subtraction, one division, never this / base - 1.</summary>
    /// <param name="basis">The base, in the unit of this.</param>
    /// <returns>Series [N], a ratio; NaN where the base is 0.</returns>
    public Series ChangeFrom(Series basis) => (this - basis) / basis;

    /// <summary>R(this, base) = (this - base) / base with one base for all bars (catalogue 1.4).</summary>
    /// <param name="basis">The base, in the unit of this.</param>
    /// <returns>Series [N], a ratio; NaN everywhere when the base is 0.</returns>
    public Series ChangeFrom(Scalar basis) => (this - basis) / basis;
}
