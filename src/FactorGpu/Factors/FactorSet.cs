using System.Collections.Immutable;
using FactorGpu.Expressions;

namespace FactorGpu.Factors;

/// <summary>Factors that go by one name.</summary>
public sealed class FactorSet
{
    internal FactorSet(string name, string summary, ImmutableArray<FactorDefinition> factors)
    {
        Name = name;
        Summary = summary;
        Factors = factors;
    }

    /// <summary>The name in lists of factors, such as <c>cicc</c>.</summary>
    public string Name { get; }

    /// <summary>What the factors have in common, in words.</summary>
    public string Summary { get; }

    /// <summary>The factors, in the order of the catalogue.</summary>
    public ImmutableArray<FactorDefinition> Factors { get; }
}
