using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Errors;

namespace FactorGpu.Expressions.Text;

/// <summary>Reads texts of definitions that may name each other in any order, and finds the errors of all of them at once.</summary>
internal sealed class DefinitionReader
{
    private readonly ImmutableArray<WrittenDefinition> _written;
    private readonly KnownFactors _known;
    private readonly DefinitionNames _names;
    private readonly Dictionary<string, WrittenDefinition> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<WrittenDefinition, string> _errors = [];
    private readonly Dictionary<WrittenDefinition, FactorDefinition> _factors = [];
    private readonly Dictionary<WrittenDefinition, Expression> _parts = [];

    private DefinitionReader(IEnumerable<DefinitionText> texts, KnownFactors known)
    {
        _written = [.. texts.SelectMany(WrittenDefinition.In)];
        _known = known;
        _names = new DefinitionNames(known);
    }

    /// <summary>The factors of some texts, in the order of the texts.</summary>
    /// <exception cref="FactorDefinitionException">There are errors; the message shows all of them.</exception>
    internal static ImmutableArray<FactorDefinition> Read(IEnumerable<DefinitionText> texts, KnownFactors known)
        => new DefinitionReader(texts, known).Read();

    private ImmutableArray<FactorDefinition> Read()
    {
        foreach (WrittenDefinition definition in _written)
        {
            Try(definition, TakeName);
        }

        foreach (string name in _byName.Keys)
        {
            _names.Define(name, null);
        }

        foreach (WrittenDefinition definition in new DefinitionOrder(_byName, Fail).Sorted())
        {
            Try(definition, Parse);
        }

        HashSet<string> named = [.. _written.SelectMany(definition => definition.References).Select(token => token.Text)];
        foreach (WrittenDefinition unused in _parts.Keys.Where(definition => !named.Contains(definition.Name)))
        {
            Try(unused, definition => Throw.UnusedDefinition(definition.Place(definition.Tokens[0]), definition.Name, KindText.Given(_parts[definition].Kind)));
        }

        if (_errors.Count > 0)
        {
            Throw.Definitions([.. _written.Where(_errors.ContainsKey).Select(definition => _errors[definition])], _written.Length);
        }

        return [.. _written.Where(_factors.ContainsKey).Select(definition => _factors[definition])];
    }

    private void Try(WrittenDefinition definition, Action<WrittenDefinition> step)
    {
        try
        {
            step(definition);
        }
        catch (FactorDefinitionException e)
        {
            Fail(definition, e.Message);
        }
    }

    private void Fail(WrittenDefinition definition, string message) => _errors.TryAdd(definition, message);

    private void TakeName(WrittenDefinition definition)
    {
        if (!definition.HasName)
        {
            Throw.NoName(definition.Place(definition.Tokens[0]), definition.Quote(definition.Tokens[0].Start, definition.Tokens[0].End));
        }

        if (_known.Meaning(definition.Name) is { } meaning)
        {
            Throw.NameIsTaken(definition.Place(definition.Tokens[0]), definition.Name, meaning);
        }

        if (!_byName.TryAdd(definition.Name, definition))
        {
            WrittenDefinition first = _byName[definition.Name];
            Throw.DefinedTwice(definition.Place(definition.Tokens[0]), definition.Name, first.Place(first.Tokens[0]).Where);
        }
    }

    private void Parse(WrittenDefinition definition)
    {
        (Expression? value, FactorDefinition? factor) = DefinitionParser.Parse(definition, _names);
        _names.Define(definition.Name, value);
        if (factor is not null)
        {
            _factors.Add(definition, factor);
        }
        else if (value is not null)
        {
            _parts.Add(definition, value);
        }
    }
}
