using System;

namespace FactorGpu.Expressions.Text;

/// <summary>A word, a number or a symbol of a text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">As it is written; of <see cref="TokenKind.Quoted"/> what stands between the quotes.</param>
/// <param name="Start">Its first character in the text.</param>
/// <param name="End">The character behind its last.</param>
/// <param name="IsAtMargin">True for the first of a line that is not indented.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int Start, int End, bool IsAtMargin)
{
    internal bool Is(string symbol) => Kind == TokenKind.Symbol && string.Equals(Text, symbol, StringComparison.Ordinal);
}
