using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Bars;

namespace FactorGpu.Expressions.Text;

/// <summary>The words of text that stand for a source: the fields, the day's returns, the places of the bars, and the numbers that have no digits.</summary>
internal static class Words
{
    /// <summary>The day's returns.</summary>
    internal const string Return = "ret";

    /// <summary>In the order of documents.</summary>
    internal static ImmutableArray<string> Names { get; } = [.. Make().Select(word => word.Key)];

    /// <summary>By name.</summary>
    internal static FrozenDictionary<string, Expression> All { get; } = Make().ToFrozenDictionary(StringComparer.Ordinal);

    private static IEnumerable<KeyValuePair<string, Expression>> Make() =>
    [
        .. BarFields.All.Select(field => KeyValuePair.Create(BarFields.Name(field), Expression.OfField(field))),
        KeyValuePair.Create(Return, Day.Instance.Return.Expression),
        KeyValuePair.Create(Operators.Slot.Name, Day.Instance.Slot.Expression),
        KeyValuePair.Create(Operators.BarIndex.Name, Day.Instance.BarIndex.Expression),
        KeyValuePair.Create(ExpressionPrinter.NotANumber, Expression.OfConstant(double.NaN)),
        KeyValuePair.Create(ExpressionPrinter.Infinity, Expression.OfConstant(double.PositiveInfinity)),
    ];
}
