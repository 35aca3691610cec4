using System;
using System.Collections.Immutable;

namespace FactorGpu.Bars;

/// <summary>The table of the 11 fields: their catalogue names, and which of them have one value a day.</summary>
public static class BarFields
{
    private static readonly ImmutableArray<string> s_names =
        ["open", "high", "low", "close", "volume", "amount", "num_trades", "vwap", "pre_close", "limit_up", "limit_down"];

    /// <summary>Number of fields, F = 11.</summary>
    public static int Count => s_names.Length;

    /// <summary>All fields in tensor order, [F].</summary>
    public static ImmutableArray<BarField> All { get; } = [.. Enum.GetValues<BarField>()];

    /// <summary>The six fields without which no bar is valid (catalogue 1.3.1): open, high, low, close, volume, amount.</summary>
    public static ImmutableArray<BarField> Required { get; } =
        [BarField.Open, BarField.High, BarField.Low, BarField.Close, BarField.Volume, BarField.Amount];

    /// <summary>The catalogue's name of a field, as it stands in column headers and printed programs: <c>num_trades</c>.</summary>
    public static string Name(BarField field) => s_names[(int)field];

    /// <summary>Finds the field with a catalogue name.</summary>
    /// <param name="name">The name, compared exactly.</param>
    /// <param name="field">The field, when found.</param>
    public static bool TryParse(string name, out BarField field)
    {
        int f = s_names.IndexOf(name, StringComparer.Ordinal);
        field = (BarField)Math.Max(f, 0);
        return f >= 0;
    }

    /// <summary>True for the fields that have one value a day (catalogue 1.1): pre_close, limit_up, limit_down.</summary>
    public static bool IsDayValue(BarField field) => field >= BarField.PreClose;

    /// <summary>True for the prices that lie on ticks, which are those of orders: open, high, low, close, pre_close, limit_up, limit_down. A vwap does not.</summary>
    internal static bool IsOnTicks(BarField field) => field <= BarField.Close || field >= BarField.PreClose;
}
