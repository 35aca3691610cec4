using System;
using System.Collections.Immutable;
using FactorGpu.Compilation;
using FactorGpu.Expressions;
using FactorGpu.Factors;

namespace FactorGpu.Benchmarks;

/// <summary>The sets of factors that are measured, by the names that parameters give them.</summary>
internal static class FactorSets
{
    internal const string Report22 = "report22";
    internal const string Huatai50 = "huatai50";

    /// <summary>The 22 factors that the report of Huatai Securities (2023) timed as a for-loop.</summary>
    internal static ImmutableArray<string> OfReport { get; } =
    [
        "return_var", "return_upward_var", "return_downward_var", "return_skewness", "return_kurtosis",
        "return_skewness_last30min", "return_var_last30min", "return_kurtosis_last30min", "intraday_maxdrawdown", "trend_ratio",
        "amount_outorder_avg_ratio", "amount_inorder_avg_ratio", "amount_netin_top20order_ratio", "cumreturn_top30order",
        "return_var_top33volume", "return_skewness_top33volume", "amihud_illiq", "VP", "VP_top33volume", "VR", "VR_1minlag", "VR_1minlead",
    ];

    internal static FactorProgram Compile(string name) => FactorProgram.Compile(Of(name));

    private static ImmutableArray<FactorDefinition> Of(string name) => name switch
    {
        Report22 => FactorCatalogue.Find([.. OfReport]),
        Huatai50 => FactorCatalogue.Huatai50,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, $"The sets are {Report22} and {Huatai50}."),
    };
}
