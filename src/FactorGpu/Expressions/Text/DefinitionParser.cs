using System;
using System.Collections.Generic;
using System.Linq;
using FactorGpu.Errors;

namespace FactorGpu.Expressions.Text;

/// <summary>Reads one definition: <c>name = part = expression; setting = value; expression</c>, with any number of parts and settings.</summary>
/// <remarks>The first error ends the definition. What rests on a definition with an error has no expression, and only its form and its names are checked.</remarks>
internal sealed partial class DefinitionParser
{
    private readonly WrittenDefinition _definition;
    private readonly DefinitionNames _names;
    private readonly Dictionary<string, Operand> _parts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Token> _unused = new(StringComparer.Ordinal);
    private int _at;

    private DefinitionParser(WrittenDefinition definition, DefinitionNames names)
    {
        _definition = definition;
        _names = names;
    }

    private Token Next => _definition.Tokens[_at];

    private Token Last => _definition.Tokens[_at - 1];

    private Token Behind => _definition.Tokens[Math.Min(_at + 1, _definition.Tokens.Length - 1)];

    /// <summary>Reads a definition that has a name.</summary>
    /// <returns>Its value; a factor where that is a number of the stock-day and not one that is written out.</returns>
    /// <exception cref="FactorDefinitionException">The definition has an error; the message says where.</exception>
    internal static (Expression? Value, FactorDefinition? Factor) Parse(WrittenDefinition definition, DefinitionNames names)
        => new DefinitionParser(definition, names).Parse();

    private (Expression? Value, FactorDefinition? Factor) Parse()
    {
        _at = 2;
        Expression? value = ParseBody().Expression;
        if (value is null || (_settings.Count == 0 && (value.Kind != ValueKind.Scalar || value.Operator == Operators.Constant)))
        {
            return (value, null);
        }

        if (value.Kind != ValueKind.Scalar)
        {
            (string name, Token place) = _settings.First();
            Throw.SettingOfAPart(_definition.Place(place), name, _definition.Name, KindText.Given(value.Kind));
        }

        FactorDefinition factor = _factor with { Id = _definition.Name, Value = _ => new Scalar(value) };
        return (Expression.OfFactor(factor), factor);
    }

    /// <summary>Parts and settings, each with a semicolon behind it, and the value.</summary>
    private Operand ParseBody()
    {
        while (Next.Kind == TokenKind.Name && Behind.Is("="))
        {
            Token name = Next;
            _at += 2;
            if (s_settings.TryGetValue(name.Text, out Action<DefinitionParser>? read))
            {
                ParseSetting(name, read);
            }
            else
            {
                ParsePart(name);
            }

            Expect(";", ";", $"behind {name.Text}");
        }

        Operand value = ParseExpression();
        if (Next.Kind != TokenKind.End)
        {
            Throw.NotTheEnd(_definition.Place(Next), Found(Next), Instead(Next));
        }

        foreach (Token unused in _unused.Values)
        {
            Throw.UnusedPart(_definition.Place(unused), unused.Text, NearestName.Of(unused.Text, Settings)!);
        }

        return value;
    }

    private void ParsePart(Token name)
    {
        if (_names.Meaning(name.Text) is { } meaning)
        {
            Throw.NameIsTaken(_definition.Place(name), name.Text, meaning);
        }

        if (_parts.ContainsKey(name.Text))
        {
            Throw.PartTwice(_definition.Place(name), name.Text, _definition.Name);
        }

        _parts.Add(name.Text, ParseExpression());
        _unused.Add(name.Text, name);
    }

    private Token Take()
    {
        Token taken = Next;
        _at += taken.Kind == TokenKind.End ? 0 : 1;
        return taken;
    }

    /// <summary>Takes a symbol; without it says what is needed and where.</summary>
    private void Expect(string symbol, string needed, string where)
    {
        if (!Next.Is(symbol))
        {
            Throw.Expected(_definition.Place(Next), needed, where, Found(Next), Instead(Next));
        }

        Take();
    }

    private static string Found(Token token) => token.Kind switch
    {
        TokenKind.End => "the definition ends",
        TokenKind.Unknown when token.Text[0] == '"' => "a text without a closing quote stands there",
        TokenKind.Quoted => $"the text \"{token.Text}\" stands there",
        _ => $"{token.Text} stands there",
    };

    /// <summary>What to write in place of a symbol of another language; empty where nothing is known.</summary>
    private static string Instead(Token token)
        => token.Kind == TokenKind.Unknown && OtherWords.InsteadOfSymbol(token.Text) is { } instead ? $" In place of {token.Text} write {instead}." : "";
}
