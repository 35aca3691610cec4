using System;
using System.Collections.Generic;
using System.Linq;

namespace FactorGpu.Expressions.Text;

/// <summary>What the names in definitions stand for: other definitions of the text, words, known factors.</summary>
internal sealed class DefinitionNames
{
    private readonly KnownFactors _known;
    private readonly Dictionary<string, Expression?> _defined = new(StringComparer.Ordinal);

    internal DefinitionNames(KnownFactors known)
    {
        _known = known;
    }

    /// <summary>All names, functions too.</summary>
    internal IEnumerable<string> All => [.. _defined.Keys, .. Words.Rows.Select(word => word.Name), .. TextFunctions.Words, .. _known.Names];

    /// <inheritdoc cref="KnownFactors.Meaning"/>
    internal string? Meaning(string name) => _known.Meaning(name);

    /// <summary>Says what a definition of the text is worth where it is named; null for one that has an error.</summary>
    internal void Define(string name, Expression? value) => _defined[name] = value;

    /// <summary>Finds what a name stands for.</summary>
    /// <param name="name">Not that of a function.</param>
    /// <param name="value">Null for a definition that has an error.</param>
    internal bool TryFind(string name, out Expression? value)
    {
        if (_defined.TryGetValue(name, out value))
        {
            return true;
        }

        value = Words.All.GetValueOrDefault(name) ?? (_known.Find(name) is { } factor ? Expression.OfFactor(factor) : null);
        return value is not null;
    }
}
