using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Errors;
using FactorGpu.Expressions;

namespace FactorGpu.Factors;

/// <summary>The factors that come with the library.</summary>
public static class FactorCatalogue
{
    private const string AllName = "all";
    private const string Huatai50Name = "huatai50";

    /// <summary>The 50 of catalogue section A: 15 names seen in text about the Huatai report and 35 that the catalogue put beside them, in its order.</summary>
    public static ImmutableArray<FactorDefinition> Huatai50 { get; } =
    [
        .. PriceGlobalFactors.All, .. PriceLocalFactors.All, .. VolumeAmountFactors.All,
        .. TradePriceFactors.All, .. PriceVolumeCorrelationFactors.All,
    ];

    /// <summary>All factors, in the order of the catalogue.</summary>
    public static ImmutableArray<FactorDefinition> All => Huatai50;

    /// <summary>Finds one factor, as in <c>FactorCatalogue.Get("return_var").AsScalar()</c>.</summary>
    /// <param name="name">Its id or an alias, letter case counting.</param>
    /// <exception cref="FactorDefinitionException">The name is not known; the message says which known one is nearest.</exception>
    public static FactorDefinition Get(string name)
    {
        FactorDefinition? factor = Called(name);
        if (factor is null)
        {
            Throw.UnknownFactors([(name, NearestName.Of(name, FactorNames())!)]);
        }

        return factor;
    }

    /// <summary>Finds factors by name.</summary>
    /// <param name="names">Ids, aliases, or the sets <c>huatai50</c> and <c>all</c>, letter case counting.</param>
    /// <returns>The factors in the order asked; one that is asked for again, by any of its names, stands at its first place.</returns>
    /// <exception cref="FactorDefinitionException">Some names are not known; the message lists all of them, each with the nearest known one.</exception>
    public static ImmutableArray<FactorDefinition> Find(params IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        var found = new List<FactorDefinition>();
        var unknown = new List<string>();
        foreach (string name in names)
        {
            ImmutableArray<FactorDefinition> factors = Named(name);
            if (factors.IsEmpty)
            {
                unknown.Add(name);
            }

            found.AddRange(factors);
        }

        if (unknown.Count > 0)
        {
            Throw.UnknownFactors([.. unknown.Select(name => (name, NearestName.Of(name, FactorNames().Append(Huatai50Name).Append(AllName))!))]);
        }

        return [.. found.DistinctBy(factor => factor.Id)];
    }

    /// <summary>The largest |x - y| that was measured in single precision, as a share of the bound 1e-4 max(|y|, IQR of the factor over that day); see benchmarks/results/single-precision.md for on what.</summary>
    /// <param name="factor">A factor of the catalogue.</param>
    /// <returns>Below 1 within the bound; null for a factor that is computed in double precision, or is none of the catalogue.</returns>
    public static double? SingleErrorOf(FactorDefinition factor)
    {
        ArgumentNullException.ThrowIfNull(factor);
        return factor.NeedsDouble is null && SingleErrors.Largest.TryGetValue(factor.Id, out double error) ? error : null;
    }

    private static ImmutableArray<FactorDefinition> Named(string name) => name switch
    {
        AllName => All,
        Huatai50Name => Huatai50,
        _ => Called(name) is { } factor ? [factor] : [],
    };

    private static FactorDefinition? Called(string name) => All.FirstOrDefault(factor => factor.Id == name || factor.Aliases.Contains(name));

    private static IEnumerable<string> FactorNames() => All.SelectMany(factor => factor.Aliases.Insert(0, factor.Id));
}
