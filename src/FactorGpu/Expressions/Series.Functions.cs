namespace FactorGpu.Expressions;

/// <content>Functions of one number, bar by bar. All but <see cref="Floor"/> are good to a few units in the last place in relative terms (catalogue 1.8), and so must not decide.</content>
public sealed partial class Series
{
    /// <summary>The largest whole number not above each element, exact.</summary>
    public Series Floor() => Function(Operators.Floor);

    /// <summary>Natural logarithm; minus infinity at 0, NaN below.</summary>
    public Series Log() => Function(Operators.Log);

    /// <summary>ln(1 + x), accurate for small x too: the log return <c>day.Return.Log1p()</c>.</summary>
    public Series Log1p() => Function(Operators.Log1p);

    /// <summary>e to the power of each element.</summary>
    public Series Exp() => Function(Operators.Exp);

    /// <summary>e to the power of each element, less 1, accurate for small elements too.</summary>
    public Series Expm1() => Function(Operators.Expm1);

    /// <summary>Arc tangent, radians.</summary>
    public Series Atan() => Function(Operators.Atan);

    /// <summary>Complementary error function, accurate in relative terms; the normal distribution function is erfc(-x / sqrt(2)) / 2.</summary>
    public Series Erfc() => Function(Operators.Erfc);

    /// <summary>Cube root, of the sign of the element.</summary>
    public Series Cbrt() => Function(Operators.Cbrt);

    private Series Function(OperatorDescriptor op) => new(Expression.Apply(op, Expression));
}
