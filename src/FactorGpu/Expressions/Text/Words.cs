using System;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Bars;

namespace FactorGpu.Expressions.Text;

/// <summary>The words of text that stand for a source: the fields, the day's returns, the places of the bars, and the numbers that have no digits.</summary>
internal static class Words
{
    /// <summary>The day's returns.</summary>
    internal const string Return = "ret";

    /// <summary>Each with what it is, in the order of documents.</summary>
    internal static ImmutableArray<(string Name, Expression Value, string Summary)> Rows { get; } =
    [
        .. BarFields.All.Select(field => (BarFields.Name(field), Expression.OfField(field), SummaryOf(field))),
        (Return, Day.Instance.Return.Expression, "Return of the bar, change_from(close, lag(close)); absent at the first bar."),
        (Operators.Slot.Name, Day.Instance.Slot.Expression, Operators.Slot.Summary),
        (Operators.BarIndex.Name, Day.Instance.BarIndex.Expression, Operators.BarIndex.Summary),
        (ExpressionPrinter.NotANumber, Expression.OfConstant(double.NaN), "NaN."),
        (ExpressionPrinter.Infinity, Expression.OfConstant(double.PositiveInfinity), "Infinity."),
    ];

    /// <summary>By name.</summary>
    internal static FrozenDictionary<string, Expression> All { get; } = Rows.ToFrozenDictionary(word => word.Name, word => word.Value, StringComparer.Ordinal);

    private static string SummaryOf(BarField field) => field switch
    {
        BarField.Open => "First price of the bar, CNY.",
        BarField.High => "Highest price of the bar, CNY.",
        BarField.Low => "Lowest price of the bar, CNY.",
        BarField.Close => "Last price of the bar, CNY.",
        BarField.Volume => "Traded shares of the bar.",
        BarField.Amount => "Traded amount of the bar, CNY.",
        BarField.NumTrades => "Number of trades of the bar. A factor that reads it takes only bars where it is valid.",
        BarField.Vwap => "Amount over volume of the bar, CNY. A factor that reads it takes only bars without volume or with a valid vwap.",
        BarField.PreClose => "Close of the previous trading day, CNY, a number of the stock-day; NaN when missing.",
        BarField.LimitUp => "Upper price limit of the day, CNY, a number of the stock-day; NaN when missing.",
        _ => "Lower price limit of the day, CNY, a number of the stock-day; NaN when missing.",
    };
}
