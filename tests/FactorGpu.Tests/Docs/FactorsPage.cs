using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text;
using FactorGpu.Expressions;
using FactorGpu.Factors;

namespace FactorGpu.Tests.Docs;

/// <summary>The text of docs/factors.md, made from the catalogue.</summary>
internal static class FactorsPage
{
    /// <summary>The sets that have a page of their own.</summary>
    internal static ImmutableArray<FactorSet> Families { get; } = [.. FactorCatalogue.Sets.Where(set => set.Name != "all")];

    internal static string Text()
    {
        var text = new StringBuilder("# Factors\n\n");
        text.Append(CultureInfo.InvariantCulture, $"The {FactorCatalogue.All.Length} factors that come along, by category. ");
        text.Append("Behind each id stands its page: source, edge rules, tolerance, and its definition as text. `factorgpu describe ID` says the same, and shows the program that computes it.\n\n");
        text.Append(CultureInfo.InvariantCulture, $"Pages: {string.Join(", ", Families.Select(set => $"[{set.Name}](factors/{set.Name}.md) ({set.Summary})"))}.\n\n");
        text.Append("Provenance says how well the definition is known: *found* was read in a report or a public digest of it, *reconstructed* was read in part and completed, *own* is an addition.\n\n");
        text.Append("Single says how exact `--precision single` is: the largest measured |x - y| as a share of the bound 1e-4 max(|y|, IQR of the factor over that day), ");
        text.Append("over the markets of [benchmarks/results/single-precision.md](../benchmarks/results/single-precision.md), or `double` for a factor that is computed in double precision all the same.\n");
        foreach (IGrouping<string, FactorDefinition> category in FactorCatalogue.All.GroupBy(factor => factor.Category))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {category.Key}\n\n| id | name | formula | provenance | single |\n|---|---|---|---|---|\n");
            foreach (FactorDefinition factor in category)
            {
                text.Append(CultureInfo.InvariantCulture, $"| [`{factor.Id}`](factors/{Families.First(set => set.Factors.Contains(factor)).Name}.md#{factor.Id.ToLowerInvariant()}) | {Cell(factor.ChineseName)} | `{Cell(factor.Formula)}` | {factor.Provenance.ToString().ToLowerInvariant()} | {FactorCatalogue.SingleErrorOf(factor)?.ToString(CultureInfo.InvariantCulture) ?? "`double`"} |\n");
            }
        }

        return text.ToString();
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
