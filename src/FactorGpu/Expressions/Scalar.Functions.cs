namespace FactorGpu.Expressions;

/// <content>Comparisons, and functions of one number that are good to a few units in the last place (catalogue 1.8).</content>
public sealed partial class Scalar
{
    /// <summary>True when a &lt; b; false when either is NaN.</summary>
    public static ScalarCondition operator <(Scalar a, Scalar b) => new(Expression.Apply(Operators.Less, a.Expression, b.Expression));

    /// <summary>True when a &lt;= b; false when either is NaN.</summary>
    public static ScalarCondition operator <=(Scalar a, Scalar b) => new(Expression.Apply(Operators.LessOrEqual, a.Expression, b.Expression));

    /// <summary>True when a &gt; b; false when either is NaN.</summary>
    public static ScalarCondition operator >(Scalar a, Scalar b) => new(Expression.Apply(Operators.Greater, a.Expression, b.Expression));

    /// <summary>True when a &gt;= b; false when either is NaN.</summary>
    public static ScalarCondition operator >=(Scalar a, Scalar b) => new(Expression.Apply(Operators.GreaterOrEqual, a.Expression, b.Expression));

    /// <summary>True when this equals <paramref name="other"/> exactly; false when either is NaN.</summary>
    public ScalarCondition EqualTo(Scalar other) => new(Expression.Apply(Operators.Equal, Expression, other.Expression));

    /// <summary>True when this is a number or infinite, false when it is NaN.</summary>
    public ScalarCondition IsNumber() => EqualTo(this);

    /// <summary>The largest whole number not above this, exact.</summary>
    public Scalar Floor() => Function(Operators.Floor);

    /// <summary>Natural logarithm; minus infinity at 0, NaN below.</summary>
    public Scalar Log() => Function(Operators.Log);

    /// <summary>ln(1 + x), accurate for small x too.</summary>
    public Scalar Log1p() => Function(Operators.Log1p);

    /// <summary>e to this power.</summary>
    public Scalar Exp() => Function(Operators.Exp);

    /// <summary>e to this power, less 1, accurate for small numbers too.</summary>
    public Scalar Expm1() => Function(Operators.Expm1);

    /// <summary>Arc tangent, radians.</summary>
    public Scalar Atan() => Function(Operators.Atan);

    /// <summary>Complementary error function, accurate in relative terms.</summary>
    public Scalar Erfc() => Function(Operators.Erfc);

    /// <summary>Cube root, of the sign of this.</summary>
    public Scalar Cbrt() => Function(Operators.Cbrt);

    private Scalar Function(OperatorDescriptor op) => new(Expression.Apply(op, Expression));
}
