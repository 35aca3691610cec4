using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace FactorGpu.Expressions.Text;

/// <summary>Everything that can be written in a definition, one line each, made from the tables that the parser reads.</summary>
internal static class LanguageReference
{
    private const int TermWidth = 44;

    /// <summary>The lines, by chapter: how it is written, and what it is.</summary>
    internal static ImmutableArray<(string Chapter, ImmutableArray<(string Term, string Summary)> Lines)> Chapters { get; } =
    [
        ("words", [.. Words.Rows.Select(word => (word.Name, word.Summary))]),
        ("operators", [.. Infix()]),
        ("functions", [.. TextFunctions.All.Select(function => (function.Signature, function.Summary + Also(function)))]),
        ("settings", [.. DefinitionParser.SettingRows]),
    ];

    /// <summary>All lines for a terminal.</summary>
    internal static string Text => string.Join('\n', Chapters.Select(chapter => $"{chapter.Chapter}\n{string.Concat(chapter.Lines.Select(Line))}"));

    private static string Line((string Term, string Summary) line) => $"  {line.Term.PadRight(TermWidth)} {line.Summary}\n";

    /// <summary>The infix operators, loosest first.</summary>
    private static IEnumerable<(string Term, string Summary)> Infix()
        => Operators.All.Where(op => op.Symbol is not null).OrderBy(op => op.Precedence)
            .Select(op => (op.Operands.Length == 1 ? $"{op.Symbol}a" : $"a {op.Symbol} b", op.Summary + (DefinitionParser.Keywords.Contains(op.Name) ? $" Also: {op.Name}." : "")));

    private static string Also(TextFunction function) => function.Aliases.IsEmpty ? "" : $" Also: {string.Join(", ", function.Aliases)}.";
}
