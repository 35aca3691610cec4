using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;

namespace FactorGpu.Benchmarks.Report;

/// <summary>The engines of a report in the order of its charts, so that each has one colour: the way before first, then by name.</summary>
internal static class EngineOrder
{
    private static readonly ImmutableArray<string> s_first = [.. EngineRow.Before.Select(row => row.ToString())];

    internal static ImmutableArray<string> Of(SuiteResults suite, ToolResults? tool)
    {
        IEnumerable<string> found = suite.Rows.Select(row => row["Engine"]).Concat(tool?.Rows.Select(row => row.Engine) ?? []).Where(name => name.Length > 0);
        return [.. found.Distinct().OrderBy(name => s_first.Contains(name) ? s_first.IndexOf(name) : s_first.Length).ThenBy(name => name, System.StringComparer.Ordinal)];
    }

    /// <summary>How many factors a set has, in digits.</summary>
    internal static string FactorsIn(string set) => FactorSets.Compile(set).Factors.Length.ToString(CultureInfo.InvariantCulture);
}
