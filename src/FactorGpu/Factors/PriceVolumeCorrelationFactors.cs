using System.Collections.Immutable;
using FactorGpu.Bars;
using FactorGpu.Expressions;

namespace FactorGpu.Factors;

/// <summary>Catalogue section A, 价量相关性: correlation of price and volume.</summary>
internal static class PriceVolumeCorrelationFactors
{
    private const string Category = "价量相关性";

    /// <summary>价量相关性 <c>VP</c>.</summary>
    internal static FactorDefinition VP { get; } = new()
    {
        Id = "VP",
        Value = day => day.Close.Corr(day.Volume),
        MinObservations = 3,
        ObservationsAre = "pairs entering corr",
        Direction = -1,
        Aliases = ["corr_VP", "corr_pv", "高频量价相关性", "vp_corr"],
        ChineseName = "价量相关性",
        Section = "A",
        Category = Category,
        Huatai50 = Huatai50Place.NameFound,
        Provenance = Provenance.Reconstructed,
        Confidence = "high",
        Formula = "corr(c_i, v_i)",
        EdgeRule = "CONST -> NaN",
        Source = "Huatai 2023-10-16 \"高频因子计算的 GPU 加速\" (name); GF Securities 多因子Alpha系列(41) 高频价量数据的因子化方法 (c.2021) corr_VP; Haitong 量价相关性",
    };

    /// <summary>大成交量价量相关性 <c>VP_top33volume</c>.</summary>
    internal static FactorDefinition VPTop33Volume { get; } = new()
    {
        Id = "VP_top33volume",
        Value = day => TopThird(day, day.Close).Corr(day.Volume),
        Observations = day => TopThird(day, day.Close).Count(),
        MinObservations = 3,
        ObservationsAre = "pairs entering corr",
        Direction = -1,
        Aliases = ["corr_VPlarge", "vp_corr_large_v"],
        ChineseName = "大成交量价量相关性",
        Section = "A",
        Category = Category,
        Huatai50 = Huatai50Place.NameFound,
        Provenance = Provenance.Reconstructed,
        Confidence = "high (33 read as one third)",
        Formula = "corr({(c_i,v_i): i∈S}), S=TOPK(v_i, floor(N/3))",
        EdgeRule = "CONST -> NaN",
        Source = "Huatai 2023-10-16 \"高频因子计算的 GPU 加速\" (name); GF Securities 多因子Alpha系列(41) 高频价量数据的因子化方法 (c.2021) corr_VPlarge (top third of minute volume)",
    };

    /// <summary>量与滞后收益率相关性 <c>VR_1minlag</c>.</summary>
    internal static FactorDefinition VR1MinLag { get; } = new()
    {
        Id = "VR_1minlag",
        Value = day => day.Volume.Corr(day.Return.Lag()),
        Observations = day => day.Return.Lag().Count(),
        MinObservations = 3,
        ObservationsAre = "pairs entering corr",
        Direction = -1,
        Aliases = ["corr_VRlag", "vr_corr_lag"],
        ChineseName = "量与滞后收益率相关性",
        Section = "A",
        Category = Category,
        Huatai50 = Huatai50Place.NameFound,
        Provenance = Provenance.Reconstructed,
        Confidence = "high on the pairing (GF comment: volume vs previous-minute return); Pearson assumed",
        Formula = "corr({(v_i, r_{i-1}): i>=2})",
        EdgeRule = "CONST -> NaN",
        Source = "Huatai 2023-10-16 \"高频因子计算的 GPU 加速\" (name); GF Securities 多因子Alpha系列(41) 高频价量数据的因子化方法 (c.2021) corr_VRlag",
        Note = "One public GF-style library uses Kendall tau for the lag/lead versions; Pearson is used here.",
    };

    /// <summary>量与收益率相关性 <c>VR</c>.</summary>
    internal static FactorDefinition VR { get; } = new()
    {
        Id = "VR",
        Value = day => day.Volume.Corr(day.Return),
        Observations = day => day.Return.Count(),
        MinObservations = 3,
        ObservationsAre = "pairs entering corr",
        Aliases = ["corr_VR", "corr_prv", "vr_corr"],
        ChineseName = "量与收益率相关性",
        Section = "A",
        Category = Category,
        Huatai50 = Huatai50Place.Filled,
        Provenance = Provenance.Reconstructed,
        Confidence = "name inferred; formula found",
        Formula = "corr({(v_i, r_i): i>=1})",
        EdgeRule = "CONST -> NaN",
        Source = "GF Securities 多因子Alpha系列(41) 高频价量数据的因子化方法 (c.2021) corr_VR; CICC corr_prv",
    };

    /// <summary>量与超前收益率相关性 <c>VR_1minlead</c>.</summary>
    internal static FactorDefinition VR1MinLead { get; } = new()
    {
        Id = "VR_1minlead",
        Value = day => day.Volume.Corr(day.Return.Lead()),
        Observations = day => day.Return.Lead().Count(),
        MinObservations = 3,
        ObservationsAre = "pairs entering corr",
        Aliases = ["corr_VRlead", "vr_corr_lead"],
        ChineseName = "量与超前收益率相关性",
        Section = "A",
        Category = Category,
        Huatai50 = Huatai50Place.Filled,
        Provenance = Provenance.Reconstructed,
        Confidence = "name inferred; formula found",
        Formula = "corr({(v_i, r_{i+1}): 0<=i<=N-2})",
        EdgeRule = "CONST -> NaN",
        Source = "GF Securities 多因子Alpha系列(41) 高频价量数据的因子化方法 (c.2021) corr_VRlead",
    };

    /// <summary>大成交量量与收益率相关性 <c>VR_top33volume</c>.</summary>
    internal static FactorDefinition VRTop33Volume { get; } = new()
    {
        Id = "VR_top33volume",
        Value = day => day.Volume.Corr(TopThird(day, day.Return)),
        Observations = day => TopThird(day, day.Return).Count(),
        MinObservations = 3,
        ObservationsAre = "pairs entering corr",
        Aliases = ["corr_VRlarge", "vr_corr_large_v"],
        ChineseName = "大成交量量与收益率相关性",
        Section = "A",
        Category = Category,
        Huatai50 = Huatai50Place.Filled,
        Provenance = Provenance.Reconstructed,
        Confidence = "name inferred",
        Formula = "corr({(v_i,r_i): i∈S}), E={i>=1}, S=TOPK(v_i over E, floor(|E|/3))",
        EdgeRule = "CONST -> NaN",
        Source = "GF Securities 多因子Alpha系列(41) 高频价量数据的因子化方法 (c.2021) corr_VRlarge; name inferred",
    };

    /// <summary>大成交量滞后相关性 <c>VR_1minlag_top33volume</c>.</summary>
    internal static FactorDefinition VR1MinLagTop33Volume { get; } = new()
    {
        Id = "VR_1minlag_top33volume",
        Value = day => day.Volume.Corr(TopThird(day, day.Return.Lag())),
        Observations = day => TopThird(day, day.Return.Lag()).Count(),
        MinObservations = 3,
        ObservationsAre = "pairs entering corr",
        Aliases = ["corr_VRlaglarge"],
        ChineseName = "大成交量滞后相关性",
        Section = "A",
        Category = Category,
        Huatai50 = Huatai50Place.Filled,
        Provenance = Provenance.Reconstructed,
        Confidence = "name inferred",
        Formula = "corr({(v_i,r_{i-1}): i∈S}), E={i>=2}, S=TOPK(v_i over E, floor(|E|/3))",
        EdgeRule = "CONST -> NaN",
        Source = "GF Securities 多因子Alpha系列(41) 高频价量数据的因子化方法 (c.2021) corr_VRlaglarge; name inferred",
        Note = "The lag is taken on the full sequence before selecting; a public library selects first and then shifts.",
    };

    /// <summary>大成交量超前相关性 <c>VR_1minlead_top33volume</c>.</summary>
    internal static FactorDefinition VR1MinLeadTop33Volume { get; } = new()
    {
        Id = "VR_1minlead_top33volume",
        Value = day => day.Volume.Corr(TopThird(day, day.Return.Lead())),
        Observations = day => TopThird(day, day.Return.Lead()).Count(),
        MinObservations = 3,
        ObservationsAre = "pairs entering corr",
        Aliases = ["corr_VRleadlarge"],
        ChineseName = "大成交量超前相关性",
        Section = "A",
        Category = Category,
        Huatai50 = Huatai50Place.Filled,
        Provenance = Provenance.Reconstructed,
        Confidence = "name inferred",
        Formula = "corr({(v_i,r_{i+1}): i∈S}), E={0..N-2}, S=TOPK(v_i over E, floor(|E|/3))",
        EdgeRule = "CONST -> NaN",
        Source = "GF Securities 多因子Alpha系列(41) 高频价量数据的因子化方法 (c.2021) corr_VRleadlarge; name inferred",
    };

    /// <summary>尾盘价量相关性 <c>VP_last30min</c>.</summary>
    internal static FactorDefinition VPLast30Min { get; } = new()
    {
        Id = "VP_last30min",
        Value = day => day.Close.Between(BarAxis.HalfHours[7]).Corr(day.Volume),
        Observations = day => day.Close.Between(BarAxis.HalfHours[7]).Count(),
        MinObservations = 3,
        ObservationsAre = "pairs entering corr",
        Aliases = ["vp_corr_close"],
        ChineseName = "尾盘价量相关性",
        Section = "A",
        Category = Category,
        Huatai50 = Huatai50Place.Filled,
        Provenance = Provenance.Reconstructed,
        Confidence = "name inferred",
        Formula = "corr({(c_i,v_i): s_i∈H8})",
        EdgeRule = "CONST -> NaN",
        Source = "GF Securities 多因子Alpha系列(41) 高频价量数据的因子化方法 (c.2021) (corr_VP on last half hour); name inferred",
    };

    /// <summary>尾盘量收益相关性 <c>VR_last30min</c>.</summary>
    internal static FactorDefinition VRLast30Min { get; } = new()
    {
        Id = "VR_last30min",
        Value = day => day.Volume.Corr(day.Return.Between(BarAxis.HalfHours[7])),
        Observations = day => day.Return.Between(BarAxis.HalfHours[7]).Count(),
        MinObservations = 3,
        ObservationsAre = "pairs entering corr",
        Aliases = ["vr_corr_close"],
        ChineseName = "尾盘量收益相关性",
        Section = "A",
        Category = Category,
        Huatai50 = Huatai50Place.Filled,
        Provenance = Provenance.Reconstructed,
        Confidence = "name inferred",
        Formula = "corr({(v_i,r_i): i>=1, s_i∈H8})",
        EdgeRule = "CONST -> NaN",
        Source = "GF Securities 多因子Alpha系列(41) 高频价量数据的因子化方法 (c.2021) (corr_VR on last half hour); name inferred",
    };

    /// <summary>The factors of this category, in the order of the catalogue.</summary>
    internal static ImmutableArray<FactorDefinition> All =>
    [
        VP, VPTop33Volume, VR1MinLag, VR, VR1MinLead, VRTop33Volume, VR1MinLagTop33Volume, VR1MinLeadTop33Volume,
        VPLast30Min, VRLast30Min,
    ];

    private static Series TopThird(Day day, Series x) => x.Where(Selections.LargestVolumes(day, among: x));
}
