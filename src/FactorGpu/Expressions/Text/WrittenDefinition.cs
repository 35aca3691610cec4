using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Errors;

namespace FactorGpu.Expressions.Text;

/// <summary>One definition of a text: its tokens from name to end, not yet read.</summary>
internal sealed class WrittenDefinition
{
    private const string Is = "=";

    private readonly SourceText _source;

    private WrittenDefinition(SourceText source, ImmutableArray<Token> tokens)
    {
        _source = source;
        Tokens = tokens.Add(new Token(TokenKind.End, "", tokens[^1].End, tokens[^1].End, IsAtMargin: false));
    }

    /// <summary>From the first to one that stands behind the last.</summary>
    internal ImmutableArray<Token> Tokens { get; }

    /// <summary>False for what does not start with a name and =.</summary>
    internal bool HasName => IsHead(Tokens, 0);

    internal string Name => Tokens[0].Text;

    /// <summary>The names of its own parts and settings, which stand before = outside of all parentheses.</summary>
    internal ImmutableHashSet<string> OwnNames => [.. Outside().Skip(1).Where(place => IsHead(Tokens, place)).Select(place => Tokens[place].Text)];

    /// <summary>The tokens that may be names of other definitions.</summary>
    internal IEnumerable<Token> References
    {
        get
        {
            ImmutableHashSet<string> own = OwnNames;
            return Enumerable.Range(0, Tokens.Length - 1)
                .Where(place => Tokens[place].Kind == TokenKind.Name && !Tokens[place + 1].Is(Is) && !Tokens[place + 1].Is("("))
                .Select(place => Tokens[place])
                .Where(token => !own.Contains(token.Text));
        }
    }

    /// <summary>
    /// Divides a text. A definition starts with a line that is not indented; in open parentheses only if the line starts with a name and =,
    /// so that a parenthesis that is never closed does not reach into the next definition.
    /// </summary>
    internal static IEnumerable<WrittenDefinition> In(DefinitionText text)
    {
        var source = new SourceText(text);
        ImmutableArray<Token> tokens = Lexer.Tokens(text.Text);
        int start = 0;
        int depth = 0;
        for (int place = 0; place < tokens.Length; place++)
        {
            if (place > start && tokens[place].IsAtMargin && (depth <= 0 || IsHead(tokens, place)))
            {
                yield return new WrittenDefinition(source, tokens[start..place]);
                start = place;
                depth = 0;
            }

            depth += Nesting(tokens[place]);
        }

        if (start < tokens.Length)
        {
            yield return new WrittenDefinition(source, tokens[start..]);
        }
    }

    internal DefinitionPlace Place(Token token) => _source.Place(token.Start);

    internal DefinitionPlace Place(int start) => _source.Place(start);

    internal string Quote(int start, int end) => _source.Quote(start, end);

    private static bool IsHead(ImmutableArray<Token> tokens, int place)
        => tokens[place].Kind == TokenKind.Name && place + 1 < tokens.Length && tokens[place + 1].Is(Is);

    private static int Nesting(Token token) => token.Is("(") ? 1 : token.Is(")") ? -1 : 0;

    private IEnumerable<int> Outside()
    {
        int depth = 0;
        for (int place = 0; place < Tokens.Length; place++)
        {
            depth += Nesting(Tokens[place]);
            if (depth == 0)
            {
                yield return place;
            }
        }
    }
}
