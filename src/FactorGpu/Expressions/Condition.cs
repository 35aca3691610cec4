namespace FactorGpu.Expressions;

/// <summary>A condition of a factor's definition: true or false per bar, present or absent. Condition [N].</summary>
/// <remarks>There is no third truth value: a comparison with NaN is false, as in IEEE 754, and what is absent is absent.</remarks>
public sealed class Condition
{
    internal Condition(Expression expression) => Expression = expression;

    internal Expression Expression { get; }

    /// <summary>True where both are; absent where either is.</summary>
    public static Condition operator &(Condition a, Condition b) => new(Expression.Apply(Operators.And, a.Expression, b.Expression));

    /// <summary>True where either is; absent where either is.</summary>
    public static Condition operator |(Condition a, Condition b) => new(Expression.Apply(Operators.Or, a.Expression, b.Expression));

    /// <summary>True where a is false; absent where it is.</summary>
    public static Condition operator !(Condition a) => new(Expression.Apply(Operators.Not, a.Expression));

    /// <summary><paramref name="a"/> where this is true, <paramref name="b"/> where it is false.</summary>
    /// <param name="a">Series [N].</param>
    /// <param name="b">Series [N].</param>
    /// <returns>Series [N]; absent where any of the three is.</returns>
    public Series IfElse(Series a, Series b) => new(Expression.Apply(Operators.IfElse, Expression, a.Expression, b.Expression));

    /// <summary>One of two numbers per bar: <c>IfElse(1, 0)</c> makes what is true countable.</summary>
    /// <param name="a">The element where this is true.</param>
    /// <param name="b">The element where this is false.</param>
    /// <returns>Series [N]; absent where this is.</returns>
    public Series IfElse(Scalar a, Scalar b) => new(Expression.Apply(Operators.IfElse, Expression, a.Expression, b.Expression));

    /// <summary><paramref name="a"/> where this is true, the same <paramref name="b"/> everywhere else.</summary>
    /// <param name="a">Series [N].</param>
    /// <param name="b">The element where this is false.</param>
    /// <returns>Series [N]; absent where this or <paramref name="a"/> is.</returns>
    public Series IfElse(Series a, Scalar b) => new(Expression.Apply(Operators.IfElse, Expression, a.Expression, b.Expression));

    /// <summary>The same <paramref name="a"/> wherever this is true, <paramref name="b"/> where it is false.</summary>
    /// <param name="a">The element where this is true.</param>
    /// <param name="b">Series [N].</param>
    /// <returns>Series [N]; absent where this or <paramref name="b"/> is.</returns>
    public Series IfElse(Scalar a, Series b) => new(Expression.Apply(Operators.IfElse, Expression, a.Expression, b.Expression));
}
