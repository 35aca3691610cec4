using System.Collections.Immutable;

namespace FactorGpu.Benchmarks;

/// <summary>The 30 factors whose cost is compared with a hand-written C++ program of 30 like them (results/cpu-engine.md).</summary>
internal static class Thirty
{
    internal static ImmutableArray<string> Factors { get; } =
    [
        "return_intraday", "return_var", "return_skewness", "return_kurtosis", "return_upward_var", "return_downward_var",
        "intraday_maxdrawdown", "return_last_30min", "return_skewness_last30min", "amihud_illiq", "volume_open30min_ratio",
        "volume_perc2", "volume_perc3", "volume_perc4", "volume_perc5", "volume_perc6", "volume_perc7", "volume_last30min_ratio",
        "VP", "VR", "VR_1minlag", "VR_1minlead", "return_var_top33volume", "cumreturn_top30order", "tp_diff", "trend_ratio",
        "return_downward_var_ratio", "true_range_ratio", "volume_cv", "return_open_30min",
    ];
}
