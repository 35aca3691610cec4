using System;
using System.Globalization;
using System.Linq;
using FactorGpu.Errors;

namespace FactorGpu.Expressions.Text;

/// <summary>A text of definitions, and how messages show places in it.</summary>
internal sealed class SourceText
{
    private const string Indent = "    ";
    private const int MostQuoted = 48;
    private const char WideBlank = '\u3000';
    private const char FirstWide = '\u1100';

    private readonly DefinitionText _source;

    internal SourceText(DefinitionText source)
    {
        _source = source;
    }

    internal string Text => _source.Text;

    /// <summary>The line and column of a character, from 1, and its line with a caret under it.</summary>
    internal DefinitionPlace Place(int at)
    {
        int start = at == 0 ? 0 : Text.LastIndexOf('\n', at - 1) + 1;
        int end = Text.IndexOf('\n', start) is >= 0 and int newline ? newline : Text.Length;
        string line = Text[start..end].TrimEnd();
        string before = string.Concat(Text[start..at].Select(Blank));
        string name = _source.Name.Length == 0 ? "" : _source.Name + ", ";
        string where = string.Create(CultureInfo.InvariantCulture, $"{name}line {Text.AsSpan(0, start).Count('\n') + 1}, column {at - start + 1}");
        return new DefinitionPlace(where, $"{Indent}{line}\n{Indent}{before}^");
    }

    /// <summary>Part of the text on one line, cut where it is long.</summary>
    internal string Quote(int start, int end)
    {
        string text = string.Join(' ', Text[start..end].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= MostQuoted ? text : text[..(MostQuoted - 3)] + "...";
    }

    /// <summary>A blank as wide as a character.</summary>
    private static char Blank(char c) => c == '\t' ? c : c >= FirstWide ? WideBlank : ' ';
}
