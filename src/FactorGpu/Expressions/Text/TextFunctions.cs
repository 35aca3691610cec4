using System;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Linq;

namespace FactorGpu.Expressions.Text;

/// <summary>The functions of the text: all operators that have operands and no symbol, and what is made of several.</summary>
internal static class TextFunctions
{
    /// <summary>All, operators first, in the order of their table.</summary>
    internal static ImmutableArray<TextFunction> All { get; } =
    [
        .. Operators.All.Where(op => !op.Operands.IsEmpty && op.Symbol is null).Select(TextFunction.Of),
        new()
        {
            Name = "change_from",
            Operands = [OperandRule.Number, OperandRule.Number],
            OperandNames = ["a", "base"],
            Summary = "(a - base) / base: the return from base to a; NaN where base is 0.",
            Make = (x, _) => Divide(Subtract(x[0], x[1]), x[1]),
        },
        new()
        {
            Name = "delta",
            Operands = [OperandRule.Series],
            OperandNames = ["x"],
            Attributes = ["bars"],
            Defaults = [1],
            Summary = "x - lag(x, bars).",
            Make = (x, bars) => Subtract(x[0], Expression.Apply(Operators.Lag, bars, x[0])),
        },
        new()
        {
            Name = "sign",
            Operands = [OperandRule.Number],
            OperandNames = ["a"],
            Summary = "1 where a is above 0, -1 where it is below, else a itself: 0 or NaN.",
            Make = (x, _) => IfElse(Operators.Greater, x[0], 1, IfElse(Operators.Less, x[0], -1, x[0])),
        },
        new()
        {
            Name = "is_number",
            Operands = [OperandRule.Number],
            OperandNames = ["a"],
            Summary = "True where a is not NaN: a == a.",
            Make = (x, _) => Expression.Apply(Operators.Equal, x[0], x[0]),
        },
        new()
        {
            Name = "median",
            Operands = [OperandRule.Series],
            OperandNames = ["x"],
            Summary = "quantile(x, 1, 2): the middle element, or the mean of the two middle ones.",
            Make = (x, _) => new Series(x[0]).Median().Expression,
        },
        new()
        {
            Name = "rolling_corr",
            Aliases = ["ts_corr"],
            Operands = [OperandRule.Series, OperandRule.Series],
            OperandNames = ["x", "y"],
            Attributes = ["bars"],
            Summary = "Pearson correlation over the window of bars that ends with the bar: rolling_cov over both rolling_std; NaN where x or y is constant in the window.",
            Make = (x, bars) => new Series(x[0]).RollingCorr(new Series(x[1]), bars[0]).Expression,
        },
        new()
        {
            Name = "rolling_slope",
            Operands = [OperandRule.Series, OperandRule.Series],
            OperandNames = ["y", "x"],
            Attributes = ["bars"],
            Summary = "Slope of the least-squares line of y on x over the window of bars that ends with the bar; 0 where y is constant in the window, NaN where x is.",
            Make = (x, bars) => new Series(x[0]).RollingSlope(new Series(x[1]), bars[0]).Expression,
        },
    ];

    /// <summary>Names and aliases, in the order of the functions.</summary>
    internal static ImmutableArray<string> Words { get; } = [.. All.SelectMany(function => function.Aliases.Insert(0, function.Name))];

    /// <summary>By name and by alias.</summary>
    internal static FrozenDictionary<string, TextFunction> ByWord { get; } = Words
        .ToFrozenDictionary(word => word, word => All.Single(function => function.Name == word || function.Aliases.Contains(word)), StringComparer.Ordinal);

    private static Expression Subtract(Expression a, Expression b) => Expression.Apply(Operators.Subtract, a, b);

    private static Expression Divide(Expression a, Expression b) => Expression.Apply(Operators.Divide, a, b);

    private static Expression IfElse(OperatorDescriptor comparison, Expression x, double a, Expression b)
        => Expression.Apply(Operators.IfElse, Expression.Apply(comparison, x, Expression.OfConstant(0)), Expression.OfConstant(a), b);
}
