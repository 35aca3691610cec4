using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace FactorGpu.Arrow.Presets;

/// <summary>Reads the spellings of stock codes. All styles but Keep can be told from a code alone.</summary>
internal static class CodeStyles
{
    private const int NumberLength = 6;
    private const string Shanghai = "SH";
    private const string Shenzhen = "SZ";
    private const string Beijing = "BJ";

    private static readonly FrozenDictionary<string, string> s_suffixes = Exchanges("SH", "SZ", "BJ");
    private static readonly FrozenDictionary<string, string> s_joinQuant =
        new Dictionary<string, string>(StringComparer.Ordinal) { ["XSHG"] = Shanghai, ["XSHE"] = Shenzhen }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> s_vnpy = Exchanges("SSE", "SZSE", "BSE");

    // Shares, B shares and funds whose exchange their number tells; of other numbers (indices, bonds) it is left open.
    private static readonly ImmutableArray<(string Start, string Exchange)> s_numbers =
    [
        ("60", Shanghai), ("68", Shanghai), ("900", Shanghai), ("50", Shanghai), ("51", Shanghai), ("56", Shanghai), ("58", Shanghai),
        ("00", Shenzhen), ("30", Shenzhen), ("200", Shenzhen), ("15", Shenzhen), ("16", Shenzhen), ("18", Shenzhen),
        ("43", Beijing), ("83", Beijing), ("87", Beijing), ("92", Beijing),
    ];

    /// <summary>The styles that can be told, in the order in which they are tried.</summary>
    private static readonly ImmutableArray<CodeStyle> s_told =
        [CodeStyle.Suffix, CodeStyle.JoinQuant, CodeStyle.Vnpy, CodeStyle.Prefix, CodeStyle.DottedPrefix, CodeStyle.Bare];

    /// <summary>The style of a code; Keep when it is none of those known.</summary>
    internal static CodeStyle Of(string code) => s_told.FirstOrDefault(style => TryRewrite(code, style, out _), CodeStyle.Keep);

    /// <summary>True for a code of any known style that is of Shanghai.</summary>
    internal static bool IsShanghai(string code) => IsOf(code, Shanghai);

    /// <summary>True for a code of any known style that is of Shenzhen.</summary>
    internal static bool IsShenzhen(string code) => IsOf(code, Shenzhen);

    /// <summary>Rewrites a code to <c>NNNNNN.SZ|SH|BJ</c>.</summary>
    /// <param name="code">The code as the file has it.</param>
    /// <param name="style">The style of its source, not Keep.</param>
    /// <param name="rewritten">The code, when it has that style.</param>
    internal static bool TryRewrite(string code, CodeStyle style, out string rewritten)
    {
        (string number, string? exchange) = style switch
        {
            CodeStyle.Suffix => Dotted(code, s_suffixes),
            CodeStyle.JoinQuant => Dotted(code, s_joinQuant),
            CodeStyle.Vnpy => Dotted(code, s_vnpy),
            CodeStyle.Prefix => Prefixed(code, dots: 0),
            CodeStyle.DottedPrefix => Prefixed(code, dots: 1),
            CodeStyle.Bare => (code, ExchangeOf(code)),
            _ => throw new ArgumentOutOfRangeException(nameof(style), style, "Only a known style can be rewritten."),
        };
        bool isOfStyle = exchange is not null && IsNumber(number);
        rewritten = isOfStyle ? $"{number}.{exchange}" : code;
        return isOfStyle;
    }

    private static bool IsOf(string code, string exchange)
        => s_told.Any(style => TryRewrite(code, style, out string rewritten) && rewritten.EndsWith(exchange, StringComparison.Ordinal));

    private static FrozenDictionary<string, string> Exchanges(string shanghai, string shenzhen, string beijing)
        => new Dictionary<string, string>(StringComparer.Ordinal) { [shanghai] = Shanghai, [shenzhen] = Shenzhen, [beijing] = Beijing }
            .ToFrozenDictionary(StringComparer.Ordinal);

    private static (string Number, string? Exchange) Dotted(string code, FrozenDictionary<string, string> exchanges)
    {
        int dot = code.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? (code, null) : (code[..dot], exchanges.GetValueOrDefault(code[(dot + 1)..].ToUpperInvariant()));
    }

    private static (string Number, string? Exchange) Prefixed(string code, int dots)
    {
        bool isLongEnough = code.Length == 2 + dots + NumberLength && (dots == 0 || code[2] == '.');
        return isLongEnough ? (code[(2 + dots)..], s_suffixes.GetValueOrDefault(code[..2].ToUpperInvariant())) : (code, null);
    }

    private static string? ExchangeOf(string number)
        => s_numbers.Where(row => number.StartsWith(row.Start, StringComparison.Ordinal)).Select(row => row.Exchange).FirstOrDefault();

    private static bool IsNumber(string text) => text.Length == NumberLength && text.All(char.IsAsciiDigit);
}
