using System.Collections.Immutable;
using FactorGpu.Bars;
using FactorGpu.Expressions;

namespace FactorGpu.Factors;

/// <summary>Catalogue section A, 价格局部特征: prices over a part of the day.</summary>
internal static class PriceLocalFactors
{
    private const string Category = "价格局部特征";

    /// <summary>尾盘30分钟收益率 <c>return_last_30min</c>.</summary>
    internal static FactorDefinition ReturnLast30Min { get; } = new()
    {
        Id = "return_last_30min",
        Value = day => day.Close.Between(BarAxis.HalfHours[7]).Last().ChangeFrom(Prices.At(day, 210)),
        MinObservations = 2,
        Direction = -1,
        NearVariants = ["ret_H8 (GF: last/first close inside the last 30 bars)"],
        ChineseName = "尾盘30分钟收益率",
        Section = "A",
        Category = Category,
        Huatai50 = Huatai50Place.NameFound,
        Provenance = Provenance.Reconstructed,
        Confidence = "high",
        Formula = "R(c_last, P@210)",
        EdgeRule = "NaN unless a valid bar has slot<=210 and one slot>=211",
        Source = "Huatai 2023-10-16 \"高频因子计算的 GPU 加速\" (name); two time points; cf. GF Securities 多因子Alpha系列(41) 高频价量数据的因子化方法 (c.2021) ret_H8",
    };

    /// <summary>尾盘收益率偏度 <c>return_skewness_last30min</c>.</summary>
    internal static FactorDefinition ReturnSkewnessLast30Min { get; } = new()
    {
        Id = "return_skewness_last30min",
        Value = day => day.Return.Between(BarAxis.HalfHours[7]).Skew(),
        Observations = day => day.Return.Between(BarAxis.HalfHours[7]).Count(),
        MinObservations = 3,
        ObservationsAre = "returns r_i in the sample named by the formula",
        Direction = -1,
        Aliases = ["late_skew_ret", "r_skew_close"],
        ChineseName = "尾盘收益率偏度",
        Section = "A",
        Category = Category,
        Huatai50 = Huatai50Place.NameFound,
        Provenance = Provenance.Reconstructed,
        Confidence = "high",
        Formula = "skew({r_i: i>=1, s_i∈H8})",
        EdgeRule = "CONST -> NaN",
        Source = "Huatai 2023-10-16 \"高频因子计算的 GPU 加速\" (name); = late_skew_ret of Huatai 2023-12-08 \"基于全频段量价特征的选股模型\"",
    };

    /// <summary>上行收益率方差 <c>return_upward_var</c>.</summary>
    internal static FactorDefinition ReturnUpwardVar { get; } = new()
    {
        Id = "return_upward_var",
        Value = day => day.Return.Where(day.Return > 0).Var(ddof: 0),
        Observations = day => day.Return.Where(day.Return > 0).Count(),
        MinObservations = 2,
        ObservationsAre = "returns r_i in the sample named by the formula",
        ToleranceScale = 1e-9,
        Direction = -1,
        NearVariants = ["real_upvar (ddof=1 in GF replication)"],
        ChineseName = "上行收益率方差",
        Section = "A",
        Category = Category,
        Huatai50 = Huatai50Place.NameFound,
        Provenance = Provenance.Reconstructed,
        Confidence = "high",
        Formula = "var_0({r_i: i>=1, r_i>0})",
        EdgeRule = "CONST -> 0; NaN if fewer than 2 positive returns",
        Source = "Huatai 2023-10-16 \"高频因子计算的 GPU 加速\" (name); mirror of return_downward_var",
    };

    /// <summary>下行收益率方差 <c>return_downward_var</c>.</summary>
    internal static FactorDefinition ReturnDownwardVar { get; } = new()
    {
        Id = "return_downward_var",
        Value = day => day.Return.Where(day.Return < 0).Var(ddof: 0),
        Observations = day => day.Return.Where(day.Return < 0).Count(),
        MinObservations = 2,
        ObservationsAre = "returns r_i in the sample named by the formula",
        ToleranceScale = 1e-9,
        Direction = -1,
        ChineseName = "下行收益率方差",
        Section = "A",
        Category = Category,
        Huatai50 = Huatai50Place.NameFound,
        Provenance = Provenance.Found,
        Confidence = "high",
        Formula = "var_0({r_i: i>=1, r_i<0})",
        EdgeRule = "CONST -> 0; NaN if fewer than 2 negative returns",
        Source = "Huatai 2023-10-16 \"高频因子计算的 GPU 加速\" (digest: variance of downside returns, numpy.var -> cupy.var)",
        Note = "Name, verbal definition and numpy.var (ddof=0) found; the listing itself (strict <0, centring on the subset mean) is inferred.",
    };

    /// <summary>高频上行波动占比 <c>return_upward_var_ratio</c>.</summary>
    internal static FactorDefinition ReturnUpwardVarRatio { get; } = new()
    {
        Id = "return_upward_var_ratio",
        Value = day => Squares(day).Where(day.Return > 0).Sum() / Squares(day).Sum(),
        Observations = day => day.Return.Count(),
        MinObservations = 1,
        ObservationsAre = "returns r_i in the sample named by the formula",
        Aliases = ["ratio_realupvar", "高频上行波动占比"],
        ChineseName = "高频上行波动占比",
        Section = "A",
        Category = Category,
        Huatai50 = Huatai50Place.Filled,
        Provenance = Provenance.Reconstructed,
        Confidence = "name inferred; formula found",
        Formula = "Σ_{r_i>0} r_i² / Σ r_i²  (i>=1)",
        EdgeRule = "NaN if Σr²=0",
        Source = "GF Securities 多因子Alpha系列(41) 高频价量数据的因子化方法 (c.2021) ratio_realupvar; Haitong 已实现波动分解 via DolphinDB digest",
    };

    /// <summary>下行波动占比 <c>return_downward_var_ratio</c>.</summary>
    internal static FactorDefinition ReturnDownwardVarRatio { get; } = new()
    {
        Id = "return_downward_var_ratio",
        Value = day => Squares(day).Where(day.Return < 0).Sum() / Squares(day).Sum(),
        Observations = day => day.Return.Count(),
        MinObservations = 1,
        ObservationsAre = "returns r_i in the sample named by the formula",
        Direction = 1,
        Aliases = ["下行波动占比", "down_vol_perc", "ratio_realdownvar"],
        ChineseName = "下行波动占比",
        Section = "A",
        Category = Category,
        Huatai50 = Huatai50Place.Filled,
        Provenance = Provenance.Reconstructed,
        Confidence = "name inferred; formula found",
        Formula = "Σ_{r_i<0} r_i² / Σ r_i²  (i>=1)",
        EdgeRule = "NaN if Σr²=0",
        Source = "Haitong 选股因子系列(69) 高频因子的现实与幻想 (2020-07) 下行波动占比; Huatai 2023-12-08 \"基于全频段量价特征的选股模型\" down_vol_perc",
        Note = "Replications of down_vol_perc disagree: std(r<mean)/std(r); var(r<0)/var(r); Haitong primary source is the uncentred sum-of-squares ratio used here.",
    };

    /// <summary>开盘30分钟收益率 <c>return_open_30min</c>.</summary>
    internal static FactorDefinition ReturnOpen30Min { get; } = new()
    {
        Id = "return_open_30min",
        Value = day => Prices.At(day, 30).ChangeFrom(day.Open.First()),
        MinObservations = 1,
        ChineseName = "开盘30分钟收益率",
        Section = "A",
        Category = Category,
        Huatai50 = Huatai50Place.Filled,
        Provenance = Provenance.Reconstructed,
        Confidence = "name inferred",
        Formula = "R(P@30, o_first)",
        EdgeRule = "NaN unless a valid bar has slot<=30",
        Source = "half-hour return, name inferred",
    };

    /// <summary>尾盘收益率方差 <c>return_var_last30min</c>.</summary>
    internal static FactorDefinition ReturnVarLast30Min { get; } = new()
    {
        Id = "return_var_last30min",
        Value = day => day.Return.Between(BarAxis.HalfHours[7]).Var(ddof: 0),
        Observations = day => day.Return.Between(BarAxis.HalfHours[7]).Count(),
        MinObservations = 2,
        ObservationsAre = "returns r_i in the sample named by the formula",
        ToleranceScale = 1e-9,
        NearVariants = ["r_vol_close (its square, ddof=1)"],
        ChineseName = "尾盘收益率方差",
        Section = "A",
        Category = Category,
        Huatai50 = Huatai50Place.Filled,
        Provenance = Provenance.Reconstructed,
        Confidence = "name inferred",
        Formula = "var_0({r_i: i>=1, s_i∈H8})",
        EdgeRule = "CONST -> 0",
        Source = "GF Securities 多因子Alpha系列(41) 高频价量数据的因子化方法 (c.2021) (real_var on the last half hour), name inferred",
    };

    /// <summary>尾盘收益率峰度 <c>return_kurtosis_last30min</c>.</summary>
    internal static FactorDefinition ReturnKurtosisLast30Min { get; } = new()
    {
        Id = "return_kurtosis_last30min",
        Value = day => day.Return.Between(BarAxis.HalfHours[7]).Kurt(),
        Observations = day => day.Return.Between(BarAxis.HalfHours[7]).Count(),
        MinObservations = 4,
        ObservationsAre = "returns r_i in the sample named by the formula",
        Aliases = ["r_kurt_close"],
        ChineseName = "尾盘收益率峰度",
        Section = "A",
        Category = Category,
        Huatai50 = Huatai50Place.Filled,
        Provenance = Provenance.Reconstructed,
        Confidence = "name inferred",
        Formula = "kurt({r_i: i>=1, s_i∈H8})",
        EdgeRule = "CONST -> NaN",
        Source = "GF Securities 多因子Alpha系列(41) 高频价量数据的因子化方法 (c.2021) (real_kurtosis on the last half hour), name inferred",
    };

    /// <summary>开盘收益率方差 <c>return_var_open30min</c>.</summary>
    internal static FactorDefinition ReturnVarOpen30Min { get; } = new()
    {
        Id = "return_var_open30min",
        Value = day => day.Return.Between(BarAxis.HalfHours[0]).Var(ddof: 0),
        Observations = day => day.Return.Between(BarAxis.HalfHours[0]).Count(),
        MinObservations = 2,
        ObservationsAre = "returns r_i in the sample named by the formula",
        ToleranceScale = 1e-9,
        ChineseName = "开盘收益率方差",
        Section = "A",
        Category = Category,
        Huatai50 = Huatai50Place.Filled,
        Provenance = Provenance.Reconstructed,
        Confidence = "name inferred",
        Formula = "var_0({r_i: i>=1, s_i∈H1})",
        EdgeRule = "CONST -> 0",
        Source = "mirror of return_var_last30min, name inferred",
    };

    /// <summary>The factors of this category, in the order of the catalogue.</summary>
    internal static ImmutableArray<FactorDefinition> All =>
    [
        ReturnLast30Min, ReturnSkewnessLast30Min, ReturnUpwardVar, ReturnDownwardVar, ReturnUpwardVarRatio,
        ReturnDownwardVarRatio, ReturnOpen30Min, ReturnVarLast30Min, ReturnKurtosisLast30Min, ReturnVarOpen30Min,
    ];

    private static Series Squares(Day day) => day.Return * day.Return;
}
