using System;
using System.Collections.Immutable;
using System.Linq;
using System.Text;

namespace FactorGpu.Expressions.Text;

/// <summary>Takes a text of definitions apart. Never fails: what is no part of the language becomes a token of its own.</summary>
internal sealed class Lexer
{
    private const char Quote = '"';
    private const char Escape = '\\';

    /// <summary>Everything that is not a word, a number or quoted, longest first.</summary>
    private static readonly ImmutableArray<string> s_symbols =
    [
        .. Operators.All.Select(op => op.Symbol).OfType<string>().Concat(["(", ")", ",", ";", "="]).Distinct().OrderByDescending(symbol => symbol.Length),
    ];

    private readonly string _text;
    private readonly ImmutableArray<Token>.Builder _tokens = ImmutableArray.CreateBuilder<Token>();
    private int _at;

    private Lexer(string text)
    {
        _text = text;
    }

    internal static ImmutableArray<Token> Tokens(string text)
    {
        var lexer = new Lexer(text);
        while (lexer.SkipBlanks())
        {
            lexer.Take();
        }

        return lexer._tokens.ToImmutable();
    }

    internal static bool IsLetter(char c) => char.IsLetter(c) || c == '_';

    private static bool IsOfName(char c) => IsLetter(c) || char.IsAsciiDigit(c);

    private char Ahead(int by = 0) => _at + by < _text.Length ? _text[_at + by] : '\0';

    /// <summary>Goes over blanks and comments; false at the end of the text.</summary>
    private bool SkipBlanks()
    {
        while (_at < _text.Length && (char.IsWhiteSpace(_text[_at]) || _text[_at] == '#'))
        {
            int newline = _text.IndexOf('\n', _at);
            _at = _text[_at] != '#' ? _at + 1 : newline < 0 ? _text.Length : newline;
        }

        return _at < _text.Length;
    }

    private void Take()
    {
        char c = Ahead();
        if (IsLetter(c))
        {
            Add(TokenKind.Name, LengthOf(IsOfName));
        }
        else if (char.IsAsciiDigit(c) || (c == '.' && char.IsAsciiDigit(Ahead(1))))
        {
            TakeNumber();
        }
        else if (c == Quote)
        {
            TakeQuoted();
        }
        else if (s_symbols.FirstOrDefault(symbol => StartsWith(symbol)) is { } symbol && !OtherWords.Symbols.Any(other => other.Length > symbol.Length && StartsWith(other)))
        {
            Add(TokenKind.Symbol, symbol.Length);
        }
        else
        {
            Add(TokenKind.Unknown, OtherWords.Symbols.FirstOrDefault(StartsWith)?.Length ?? (char.IsSurrogatePair(c, Ahead(1)) ? 2 : 1));
        }
    }

    private bool StartsWith(string symbol) => string.CompareOrdinal(_text, _at, symbol, 0, symbol.Length) == 0;

    private int LengthOf(Predicate<char> isPart, int from = 0)
    {
        int length = from;
        while (_at + length < _text.Length && isPart(_text[_at + length]))
        {
            length++;
        }

        return length;
    }

    /// <summary>Digits, a fraction, an exponent; with a word grown on it, it is no number.</summary>
    private void TakeNumber()
    {
        int length = LengthOf(char.IsAsciiDigit);
        length = Ahead(length) == '.' ? LengthOf(char.IsAsciiDigit, length + 1) : length;
        if (Ahead(length) is 'e' or 'E')
        {
            int sign = Ahead(length + 1) is '+' or '-' ? 1 : 0;
            length = char.IsAsciiDigit(Ahead(length + 1 + sign)) ? LengthOf(char.IsAsciiDigit, length + 1 + sign) : length;
        }

        int all = LengthOf(IsOfName, length);
        Add(all == length ? TokenKind.Number : TokenKind.Unknown, all);
    }

    private void TakeQuoted()
    {
        int start = _at;
        var inside = new StringBuilder();
        for (_at++; _at < _text.Length && _text[_at] is not (Quote or '\n'); _at++)
        {
            _at += _text[_at] == Escape && Ahead(1) is Quote or Escape ? 1 : 0;
            inside.Append(_text[_at]);
        }

        bool isClosed = Ahead() == Quote;
        _at += isClosed ? 1 : 0;
        _tokens.Add(isClosed
            ? new Token(TokenKind.Quoted, inside.ToString(), start, _at, IsAtMargin(start))
            : new Token(TokenKind.Unknown, _text[start.._at], start, _at, IsAtMargin(start)));
    }

    private void Add(TokenKind kind, int length)
    {
        _tokens.Add(new Token(kind, _text.Substring(_at, length), _at, _at + length, IsAtMargin(_at)));
        _at += length;
    }

    private bool IsAtMargin(int at) => at == 0 || _text[at - 1] == '\n' || _tokens.Count == 0;
}
