using System;
using System.Collections.Immutable;
using FactorGpu.Expressions;

namespace FactorGpu.Factors;

/// <summary>Factors that go by one name.</summary>
public sealed class FactorSet
{
    private readonly Func<ImmutableArray<FactorDefinition>> _factors;

    /// <param name="name">The name.</param>
    /// <param name="summary">What the factors have in common.</param>
    /// <param name="factors">Finds them, each time they are asked for.</param>
    internal FactorSet(string name, string summary, Func<ImmutableArray<FactorDefinition>> factors)
    {
        Name = name;
        Summary = summary;
        _factors = factors;
    }

    /// <summary>The name in lists of factors, such as <c>cicc</c>.</summary>
    public string Name { get; }

    /// <summary>What the factors have in common, in words.</summary>
    public string Summary { get; }

    /// <summary>The factors, in the order of the catalogue.</summary>
    public ImmutableArray<FactorDefinition> Factors => _factors();
}
