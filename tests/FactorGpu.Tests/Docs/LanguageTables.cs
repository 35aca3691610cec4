using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using FactorGpu.Expressions.Text;

namespace FactorGpu.Tests.Docs;

/// <summary>The tables of docs/writing-a-factor.md, made from what the parser reads.</summary>
internal static class LanguageTables
{
    internal static string Text()
    {
        var text = new StringBuilder();
        foreach ((string Chapter, ImmutableArray<(string, string)> Lines) chapter in LanguageReference.Chapters)
        {
            text.Append(CultureInfo.InvariantCulture, $"{(text.Length == 0 ? "" : "\n")}## {char.ToUpperInvariant(chapter.Chapter[0])}{chapter.Chapter[1..]}\n\n| | |\n|---|---|\n");
            foreach ((string term, string summary) in chapter.Lines)
            {
                text.Append(CultureInfo.InvariantCulture, $"| `{term.Replace("|", "\\|", StringComparison.Ordinal)}` | {Cell(summary)} |\n");
            }
        }

        return text.ToString();
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace(" * ", " \\* ", StringComparison.Ordinal);
}
