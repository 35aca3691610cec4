using System.Collections.Immutable;
using FactorGpu.Expressions;

namespace FactorGpu.Factors;

/// <summary>Catalogue section B, 量价相关性: correlation of prices and volumes.</summary>
internal static class HandbookCorrelationFactors
{
    private const string Category = "量价相关性";

    /// <summary>收益率与成交量变化率相关 <c>corr_prvr</c>.</summary>
    internal static FactorDefinition CorrPrvr { get; } = new()
    {
        Id = "corr_prvr",
        Value = day => day.Return.Corr(VolumeChange(day)).WhereBars(day.Volume > 0),
        Observations = day => VolumeChange(day).Count().WhereBars(day.Volume > 0),
        MinObservations = 3,
        ObservationsAre = "pairs entering corr",
        ChineseName = "收益率与成交量变化率相关",
        Section = "B",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "replication read",
        Formula = "bars with v>0 only, re-compressed: corr({(r_i,u_i): i>=1}), u_i=(v_i-v_{i-1})/v_{i-1}",
        EdgeRule = "CONST -> NaN",
        Source = "CICC 量化多因子系列(12) 高频因子手册 (year not confirmed), via public polars replication",
    };

    /// <summary>收盘价与滞后成交量相关 <c>corr_pvd</c>.</summary>
    internal static FactorDefinition CorrPvd { get; } = new()
    {
        Id = "corr_pvd",
        Value = day => day.Close.Corr(day.Volume.Lag()),
        Observations = day => day.Volume.Lag().Count(),
        MinObservations = 3,
        ObservationsAre = "pairs entering corr",
        ChineseName = "收盘价与滞后成交量相关",
        Section = "B",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "replication read",
        Formula = "corr({(c_i, v_{i-1}): i>=1})",
        EdgeRule = "CONST -> NaN",
        Source = "CICC 量化多因子系列(12) 高频因子手册 (year not confirmed), via public polars replication",
        Note = "One public project pairs pvd with the NEXT volume and pvl with the previous one.",
    };

    /// <summary>收盘价与领先成交量相关 <c>corr_pvl</c>.</summary>
    internal static FactorDefinition CorrPvl { get; } = new()
    {
        Id = "corr_pvl",
        Value = day => day.Close.Corr(day.Volume.Lead()),
        Observations = day => day.Volume.Lead().Count(),
        MinObservations = 3,
        ObservationsAre = "pairs entering corr",
        ChineseName = "收盘价与领先成交量相关",
        Section = "B",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "replication read",
        Formula = "corr({(c_i, v_{i+1}): i<=N-2})",
        EdgeRule = "CONST -> NaN",
        Source = "CICC 量化多因子系列(12) 高频因子手册 (year not confirmed), via public polars replication",
        Note = "See corr_pvd.",
    };

    /// <summary>收盘价与成交量变化率相关 <c>corr_pvr</c>.</summary>
    internal static FactorDefinition CorrPvr { get; } = new()
    {
        Id = "corr_pvr",
        Value = day => day.Close.Corr(VolumeChange(day)).WhereBars(day.Volume > 0),
        Observations = day => VolumeChange(day).Count().WhereBars(day.Volume > 0),
        MinObservations = 3,
        ObservationsAre = "pairs entering corr",
        ChineseName = "收盘价与成交量变化率相关",
        Section = "B",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "replication read",
        Formula = "bars with v>0 only, re-compressed: corr({(c_i,u_i): i>=1}), u as in corr_prvr",
        EdgeRule = "CONST -> NaN",
        Source = "CICC 量化多因子系列(12) 高频因子手册 (year not confirmed), via public polars replication",
    };

    /// <summary>The factors of this category, in the order of the catalogue.</summary>
    internal static ImmutableArray<FactorDefinition> All =>
    [
        CorrPrvr, CorrPvd, CorrPvl, CorrPvr,
    ];

    private static Series VolumeChange(Day day) => day.Volume.ChangeFrom(day.Volume.Lag());
}
