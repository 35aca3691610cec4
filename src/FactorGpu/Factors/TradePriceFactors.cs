using System.Collections.Immutable;
using FactorGpu.Expressions;

namespace FactorGpu.Factors;

/// <summary>Catalogue section A, 成交关联价格: prices of the bars that trading singles out.</summary>
internal static class TradePriceFactors
{
    private const string Category = "成交关联价格";

    /// <summary>大单推动涨幅 <c>cumreturn_top30order</c>.</summary>
    internal static FactorDefinition CumReturnTop30Order { get; } = new()
    {
        Id = "cumreturn_top30order",
        Value = day => (1 + day.Return.Where(Selections.LargestOrders(day, percent: 30))).Product() - 1,
        Observations = day => day.Return.Where(Selections.LargestOrders(day, percent: 30)).Count(),
        MinObservations = 1,
        ObservationsAre = "k, the size of the selected set",
        NeedsDouble = Selections.NearTies,
        Direction = -1,
        Aliases = ["大单推动涨幅", "bigorder_ret", "Mom_bigOrder(N=30%)", "大单驱动涨幅"],
        ChineseName = "大单推动涨幅",
        Section = "A",
        Category = Category,
        Huatai50 = Huatai50Place.NameFound,
        Provenance = Provenance.Reconstructed,
        Confidence = "high",
        Formula = "Π_{i∈S}(1+r_i) - 1 ; E={i>=1, n_i>0}, m=|E|, S=TOPK(key=a_i/n_i over E, k=floor(30m/100))",
        EdgeRule = "NaN if k<1",
        Source = "Huatai 2023-10-16 \"高频因子计算的 GPU 加速\" (name); Haitong 大单推动涨幅 top 30%, Haitong 选股因子系列(69) 高频因子的现实与幻想 (2020-07)",
        Note = "Haitong(46) omits the trailing -1, Haitong(69) has it.",
    };

    /// <summary>大成交量收益率方差 <c>return_var_top33volume</c>.</summary>
    internal static FactorDefinition ReturnVarTop33Volume { get; } = new()
    {
        Id = "return_var_top33volume",
        Value = day => day.Return.Where(Selections.LargestVolumes(day, among: day.Return)).Var(ddof: 0),
        Observations = day => day.Return.Where(Selections.LargestVolumes(day, among: day.Return)).Count(),
        MinObservations = 2,
        ObservationsAre = "elements of the selected set S",
        ToleranceScale = 1e-9,
        Aliases = ["real_varlarge"],
        NearVariants = ["r_vol_large_v (its square, ddof=1)"],
        ChineseName = "大成交量收益率方差",
        Section = "A",
        Category = Category,
        Huatai50 = Huatai50Place.Filled,
        Provenance = Provenance.Reconstructed,
        Confidence = "name inferred; formula found",
        Formula = "var_0({r_i: i∈S}) ; E={i>=1}, m=|E|, S=TOPK(v_i over E, floor(m/3))",
        EdgeRule = "CONST -> 0; NaN if |S|<2",
        Source = "GF Securities 多因子Alpha系列(41) 高频价量数据的因子化方法 (c.2021) real_varlarge; name inferred from VP_top33volume",
    };

    /// <summary>大成交量收益率偏度 <c>return_skewness_top33volume</c>.</summary>
    internal static FactorDefinition ReturnSkewnessTop33Volume { get; } = new()
    {
        Id = "return_skewness_top33volume",
        Value = day => day.Return.Where(Selections.LargestVolumes(day, among: day.Return)).Skew(),
        Observations = day => day.Return.Where(Selections.LargestVolumes(day, among: day.Return)).Count(),
        MinObservations = 3,
        ObservationsAre = "elements of the selected set S",
        Aliases = ["real_skewlarge", "r_skew_large_v"],
        ChineseName = "大成交量收益率偏度",
        Section = "A",
        Category = Category,
        Huatai50 = Huatai50Place.Filled,
        Provenance = Provenance.Reconstructed,
        Confidence = "name inferred; formula found",
        Formula = "skew({r_i: i∈S}), S as in return_var_top33volume",
        EdgeRule = "CONST -> NaN",
        Source = "GF Securities 多因子Alpha系列(41) 高频价量数据的因子化方法 (c.2021) real_skewlarge; name inferred",
    };

    /// <summary>大成交量收益率峰度 <c>return_kurtosis_top33volume</c>.</summary>
    internal static FactorDefinition ReturnKurtosisTop33Volume { get; } = new()
    {
        Id = "return_kurtosis_top33volume",
        Value = day => day.Return.Where(Selections.LargestVolumes(day, among: day.Return)).Kurt(),
        Observations = day => day.Return.Where(Selections.LargestVolumes(day, among: day.Return)).Count(),
        MinObservations = 4,
        ObservationsAre = "elements of the selected set S",
        Aliases = ["real_kurtosislarge", "r_kurt_large_v"],
        ChineseName = "大成交量收益率峰度",
        Section = "A",
        Category = Category,
        Huatai50 = Huatai50Place.Filled,
        Provenance = Provenance.Reconstructed,
        Confidence = "name inferred; formula found",
        Formula = "kurt({r_i: i∈S}), S as in return_var_top33volume",
        EdgeRule = "CONST -> NaN",
        Source = "GF Securities 多因子Alpha系列(41) 高频价量数据的因子化方法 (c.2021) real_kurtosislarge; name inferred",
    };

    /// <summary>大成交量波动占比 <c>return_var_top33volume_ratio</c>.</summary>
    internal static FactorDefinition ReturnVarTop33VolumeRatio { get; } = new()
    {
        Id = "return_var_top33volume_ratio",
        Value = day => ReturnVarTop33Volume.AsScalar() / PriceGlobalFactors.ReturnVar.AsScalar(),
        Observations = day => day.Return.Where(Selections.LargestVolumes(day, among: day.Return)).Count(),
        MinObservations = 2,
        ObservationsAre = "elements of the selected set S",
        Aliases = ["ratio_realvarlarge"],
        ChineseName = "大成交量波动占比",
        Section = "A",
        Category = Category,
        Huatai50 = Huatai50Place.Filled,
        Provenance = Provenance.Reconstructed,
        Confidence = "name inferred; ratio of variances assumed (a std ratio is also seen)",
        Formula = "return_var_top33volume / return_var",
        EdgeRule = "NaN if return_var=0",
        Source = "GF Securities 多因子Alpha系列(41) 高频价量数据的因子化方法 (c.2021) ratio_realvarlarge; name inferred",
    };

    /// <summary>Amihud非流动性 <c>amihud_illiq</c>.</summary>
    internal static FactorDefinition AmihudIlliq { get; } = new()
    {
        Id = "amihud_illiq",
        Value = day => (day.Return.Abs() / day.Amount).Where(day.Amount > 0).Mean(),
        Observations = day => day.Return.Where(day.Amount > 0).Count(),
        MinObservations = 1,
        ObservationsAre = "bars i>=1 with a>0",
        ToleranceScale = 0,
        Aliases = ["Amihud_illiq", "amihud"],
        ChineseName = "Amihud非流动性",
        Section = "A",
        Category = Category,
        Huatai50 = Huatai50Place.Filled,
        Provenance = Provenance.Reconstructed,
        Confidence = "formula found; membership of the 50 inferred",
        Formula = "mean({|r_i|/a_i : i>=1, a_i>0})",
        EdgeRule = "NaN if no bar with a>0 and r defined",
        Source = "GF Securities 多因子Alpha系列(41) 高频价量数据的因子化方法 (c.2021) Amihud_illiq",
        Note = "A public GF-style library uses close*volume for the amount and multiplies by 1e10.",
    };

    /// <summary>The factors of this category, in the order of the catalogue.</summary>
    internal static ImmutableArray<FactorDefinition> All =>
    [
        CumReturnTop30Order, ReturnVarTop33Volume, ReturnSkewnessTop33Volume, ReturnKurtosisTop33Volume,
        ReturnVarTop33VolumeRatio, AmihudIlliq,
    ];
}
