using System;

namespace FactorGpu.Arrow;

/// <summary>Joins a code with the exchange that stands in a column of its own, as <c>600000.SSE</c>.</summary>
internal sealed class CodeText
{
    private byte[] _joined = new byte[64];

    /// <inheritdoc cref="Join(ReadOnlySpan{byte}, ReadOnlySpan{byte})"/>
    internal static string Join(string code, string exchange) => NeedsExchange(code.AsSpan(), '.', ' ') && exchange.Length > 0 ? $"{code}.{exchange}" : code;

    /// <summary>The code of a row, in UTF-8; valid until the next call.</summary>
    /// <param name="code">The code; one with a dot has its exchange and stays as it is, and so does a blank one.</param>
    /// <param name="exchange">The exchange.</param>
    internal ReadOnlySpan<byte> Join(ReadOnlySpan<byte> code, ReadOnlySpan<byte> exchange)
    {
        if (exchange.IsEmpty || !NeedsExchange(code, (byte)'.', (byte)' '))
        {
            return code;
        }

        int length = code.Length + 1 + exchange.Length;
        if (_joined.Length < length)
        {
            _joined = new byte[length];
        }

        code.CopyTo(_joined);
        _joined[code.Length] = (byte)'.';
        exchange.CopyTo(_joined.AsSpan(code.Length + 1));
        return _joined.AsSpan(0, length);
    }

    private static bool NeedsExchange<TChar>(ReadOnlySpan<TChar> code, TChar dot, TChar blank)
        where TChar : IEquatable<TChar>
        => !code.Contains(dot) && code.ContainsAnyExcept(blank);
}
