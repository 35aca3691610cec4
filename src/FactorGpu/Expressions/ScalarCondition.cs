namespace FactorGpu.Expressions;

/// <summary>A condition of a factor's definition on scalars: true or false per stock-day.</summary>
/// <remarks>There is no third truth value: a comparison with NaN is false, as in IEEE 754.</remarks>
public sealed class ScalarCondition
{
    internal ScalarCondition(Expression expression) => Expression = expression;

    internal Expression Expression { get; }

    /// <summary>True when both are.</summary>
    public static ScalarCondition operator &(ScalarCondition a, ScalarCondition b) => new(Expression.Apply(Operators.And, a.Expression, b.Expression));

    /// <summary>True when either is.</summary>
    public static ScalarCondition operator |(ScalarCondition a, ScalarCondition b) => new(Expression.Apply(Operators.Or, a.Expression, b.Expression));

    /// <summary>True when a is false.</summary>
    public static ScalarCondition operator !(ScalarCondition a) => new(Expression.Apply(Operators.Not, a.Expression));

    /// <summary><paramref name="a"/> when this is true, <paramref name="b"/> when it is false.</summary>
    /// <param name="a">A scalar; NaN in it does not matter when this is false.</param>
    /// <param name="b">A scalar; NaN in it does not matter when this is true.</param>
    public Scalar IfElse(Scalar a, Scalar b) => new(Expression.Apply(Operators.IfElse, Expression, a.Expression, b.Expression));
}
