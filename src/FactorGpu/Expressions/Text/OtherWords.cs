using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;

namespace FactorGpu.Expressions.Text;

/// <summary>Words and symbols of other languages that mean something near but not equal to what is here, or that are written in another way.</summary>
internal static class OtherWords
{
    private const int FirstFullWidth = 0xFF01;
    private const int LastFullWidth = 0xFF5E;

    private static readonly ImmutableArray<(string Word, string Instead)> s_functions =
    [
        ("cumsum", "cumsum_by(x, bar_index, bar_index), which goes on over absent elements"),
        ("ts_rank", "rank(x), which is over the whole day"),
        ("ewm", "rolling_mean(x, bars), which weighs all bars alike"),
        ("pct_change", "change_from(x, lag(x))"),
        ("returns", "ret"),
        ("fillna", "if_else over a comparison: x == x is false for NaN"),
        ("isnan", "x != x"),
        ("pow", "x * x, or exp(n * log(x))"),
        ("power", "x * x, or exp(n * log(x))"),
        ("nlargest", "where(x, top_count(x, k))"),
        ("argmax", "first(where(bar_index, x == max(x)))"),
        ("argmin", "first(where(bar_index, x == min(x)))"),
        ("clip", "minimum(maximum(x, lowest), highest)"),
        ("len", "count(x)"),
    ];

    private static readonly ImmutableArray<(string Function, int Operands, string Instead)> s_calls =
    [
        ("max", 2, "maximum(a, b)"),
        ("min", 2, "minimum(a, b)"),
        ("where", 3, "if_else(condition, a, b)"),
    ];

    private static readonly ImmutableArray<(string Symbol, string Instead)> s_symbols =
    [
        ("&&", "&"),
        ("||", "|"),
        ("~", "!"),
        ("**", "x * x, or exp(n * log(x))"),
        ("^", "x * x, or exp(n * log(x))"),
        ("$", "the field's name alone, close"),
        ("?", "if_else(condition, a, b)"),
        (":", "if_else(condition, a, b)"),
        ("<>", "!="),
    ];

    /// <summary>The symbols, longest first.</summary>
    internal static ImmutableArray<string> Symbols { get; } = [.. s_symbols.Select(row => row.Symbol).OrderByDescending(symbol => symbol.Length)];

    /// <summary>What to write in place of a word, or null.</summary>
    internal static string? InsteadOfWord(string word) => s_functions.FirstOrDefault(row => string.Equals(row.Word, word, StringComparison.OrdinalIgnoreCase)).Instead;

    /// <summary>What to write in place of a function with so many operands, or null.</summary>
    internal static string? InsteadOfCall(string function, int operands) => s_calls.FirstOrDefault(row => row.Function == function && row.Operands == operands).Instead;

    /// <summary>What to write in place of a symbol, or null.</summary>
    internal static string? InsteadOfSymbol(string symbol)
        => symbol is [>= (char)FirstFullWidth and <= (char)LastFullWidth]
            ? ((char)(symbol[0] - FirstFullWidth + '!')).ToString(CultureInfo.InvariantCulture) + " of a plain keyboard"
            : s_symbols.FirstOrDefault(row => row.Symbol == symbol).Instead;
}
