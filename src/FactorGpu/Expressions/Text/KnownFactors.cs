using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace FactorGpu.Expressions.Text;

/// <summary>The factors that a text can name without defining them.</summary>
internal sealed class KnownFactors
{
    private readonly ImmutableDictionary<string, FactorDefinition> _factors;
    private readonly FrozenSet<string> _sets;

    /// <param name="factors">Factors, each under its id and its aliases; a later one takes the place of an earlier one of the same name.</param>
    /// <param name="sets">Names of sets of factors, which no definition may have either.</param>
    internal KnownFactors(IEnumerable<FactorDefinition> factors, IEnumerable<string> sets)
    {
        var byName = new Dictionary<string, FactorDefinition>(StringComparer.Ordinal);
        foreach (FactorDefinition factor in factors)
        {
            foreach (string name in factor.Aliases.Insert(0, factor.Id))
            {
                byName[name] = factor;
            }
        }

        _factors = byName.ToImmutableDictionary(StringComparer.Ordinal);
        Names = [.. byName.Keys];
        _sets = sets.ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>Ids and aliases, in the order of the factors.</summary>
    internal ImmutableArray<string> Names { get; }

    internal FactorDefinition? Find(string name) => _factors.GetValueOrDefault(name);

    /// <summary>What a name stands for already, in words; null when it is free for a definition.</summary>
    internal string? Meaning(string name)
        => TextFunctions.ByWord.ContainsKey(name) ? "a function"
            : Words.All.ContainsKey(name) || DefinitionParser.Keywords.Contains(name) ? "a word of the language"
            : DefinitionParser.Settings.Contains(name) ? "a setting"
            : _sets.Contains(name) ? "a set of factors"
            : Find(name) is { } factor ? $"the factor {factor.Id}"
            : null;
}
