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
    /// <summary>The 50 of catalogue section A: 15 names seen in text about the Huatai report and 35 that the catalogue put beside them, in its order.</summary>
    public static ImmutableArray<FactorDefinition> Huatai50 { get; } =
    [
        .. PriceGlobalFactors.All, .. PriceLocalFactors.All, .. VolumeAmountFactors.All,
        .. TradePriceFactors.All, .. PriceVolumeCorrelationFactors.All,
    ];

    /// <summary>All 217 factors, in the order of the catalogue.</summary>
    public static ImmutableArray<FactorDefinition> All => Whole.All;

    /// <summary>The named sets, each with what is in it: <c>all</c>, <c>huatai50</c>, and one for each section of the catalogue but the first.</summary>
    public static ImmutableArray<FactorSet> Sets { get; } =
    [
        new("all", "all factors of the catalogue", () => All),
        new("huatai50", "section A: the Huatai-50", () => Huatai50),
        Section("cicc", "B", "CICC high-frequency factor handbook, minute part"),
        Section("huatai2023", "C", "Huatai full-frequency report of 2023"),
        Section("haitong", "D", "Haitong"),
        Section("realized", "E", "realised variance and jumps"),
        Section("fangzheng", "F", "Fangzheng, one-day part"),
        Section("brokers", "G", "other brokers"),
        Section("supplement", "H", "supplementary factors"),
    ];

    /// <summary>Finds one factor, as in <c>FactorCatalogue.Get("return_var").AsScalar()</c>.</summary>
    /// <param name="name">Its id or an alias, letter case counting.</param>
    /// <exception cref="FactorDefinitionException">The name is not known; the message says which known one is nearest.</exception>
    public static FactorDefinition Get(string name)
    {
        FactorDefinition? factor = Called(name, All);
        if (factor is null)
        {
            Throw.UnknownFactors([(name, NearestName.Of(name, Names(All))!)]);
        }

        return factor;
    }

    /// <summary>Finds factors by name.</summary>
    /// <param name="names">Ids, aliases, or names of <see cref="Sets"/>, letter case counting.</param>
    /// <returns>The factors in the order asked; one that is asked for again, by any of its names, stands at its first place.</returns>
    /// <exception cref="FactorDefinitionException">Some names are not known; the message lists all of them, each with the nearest known one.</exception>
    public static ImmutableArray<FactorDefinition> Find(params IEnumerable<string> names) => Find(names, []);

    /// <summary>Finds factors by name among one's own and those of the catalogue.</summary>
    /// <param name="names">Ids, aliases, or names of <see cref="Sets"/>, letter case counting.</param>
    /// <param name="own">Further factors, by id or alias; one with a name of the catalogue takes its place.</param>
    /// <returns>The factors in the order asked; one that is asked for again, by any of its names, stands at its first place.</returns>
    /// <exception cref="FactorDefinitionException">Some names are not known; the message lists all of them, each with the nearest known one.</exception>
    public static ImmutableArray<FactorDefinition> Find(IEnumerable<string> names, IEnumerable<FactorDefinition> own)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(own);
        ImmutableArray<FactorDefinition> beside = [.. own];
        var found = new List<FactorDefinition>();
        var unknown = new List<string>();
        foreach (string name in names)
        {
            ImmutableArray<FactorDefinition> factors = Called(name, beside) is { } mine ? [mine] : Named(name);
            if (factors.IsEmpty)
            {
                unknown.Add(name);
            }

            found.AddRange(factors);
        }

        if (unknown.Count > 0)
        {
            Throw.UnknownFactors([.. unknown.Select(name => (name, NearestName.Of(name, Names(beside).Concat(Names(All)).Concat(Sets.Select(set => set.Name)))!))]);
        }

        return [.. found.DistinctBy(factor => factor.Id)];
    }

    private static FactorSet Section(string name, string section, string summary)
        => new(name, $"section {section}: {summary}", () => [.. All.Where(factor => factor.Section == section)]);

    /// <summary>The largest |x - y| that was measured in single precision, as a share of the bound 1e-4 max(|y|, IQR of the factor over that day); see benchmarks/results/single-precision.md for on what.</summary>
    /// <param name="factor">A factor of the catalogue.</param>
    /// <returns>Below 1 within the bound; null for a factor that is computed in double precision, or is none of the catalogue.</returns>
    public static double? SingleErrorOf(FactorDefinition factor)
    {
        ArgumentNullException.ThrowIfNull(factor);
        return factor.NeedsDouble is null && SingleErrors.Largest.TryGetValue(factor.Id, out double error) ? error : null;
    }

    private static ImmutableArray<FactorDefinition> Named(string name)
    {
        if (Sets.FirstOrDefault(set => set.Name == name) is { } found)
        {
            return found.Factors;
        }

        return Called(name, All) is { } factor ? [factor] : [];
    }

    private static FactorDefinition? Called(string name, ImmutableArray<FactorDefinition> among) => among.FirstOrDefault(factor => factor.Id == name || factor.Aliases.Contains(name));

    private static IEnumerable<string> Names(ImmutableArray<FactorDefinition> factors) => factors.SelectMany(factor => factor.Aliases.Insert(0, factor.Id));

    /// <summary>Made when something beyond the Huatai-50 is asked for: most who compute ask for these alone.</summary>
    private static class Whole
    {
        internal static ImmutableArray<FactorDefinition> All { get; } =
        [
            .. Huatai50,
            .. MomentumFactors.All, .. VolatilityFactors.All, .. ShapeFactors.All, .. LiquidityFactors.All, .. HandbookCorrelationFactors.All,
            .. ChipFactors.All, .. TradeFlowFactors.All,
            .. FullFrequencyFactors.All, .. HaitongFactors.All, .. RealizedFactors.All, .. FangzhengFactors.All, .. BrokerFactors.All, .. SupplementaryFactors.All,
        ];
    }
}
