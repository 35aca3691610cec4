using System.Collections.Immutable;
using FactorGpu.Bars;
using FactorGpu.Expressions;

namespace FactorGpu.Factors;

/// <summary>Catalogue section A, 价格全局特征: prices over the whole day.</summary>
internal static class PriceGlobalFactors
{
    private const string Category = "价格全局特征";

    /// <summary>日内收益率 <c>return_intraday</c>.</summary>
    internal static FactorDefinition ReturnIntraday { get; } = new()
    {
        Id = "return_intraday",
        Value = day => day.Close.Last().ChangeFrom(day.Open.First()),
        MinObservations = 1,
        Direction = -1,
        Aliases = ["ret_intraday"],
        ChineseName = "日内收益率",
        Section = "A",
        Category = Category,
        Huatai50 = Huatai50Place.NameFound,
        Provenance = Provenance.Reconstructed,
        Confidence = "high",
        Formula = "R(c_last, o_first)",
        Source = "Huatai 2023-10-16 \"高频因子计算的 GPU 加速\" (name); formula = first open to last close",
        Note = "Report: uses two intraday time points only, intraday-reversal factor.",
    };

    /// <summary>典型价格变动(推测) <c>tp_diff</c>.</summary>
    internal static FactorDefinition TpDiff { get; } = new()
    {
        Id = "tp_diff",
        Value = day => TypicalPrice(day).Last().ChangeFrom(TypicalPrice(day).First()),
        MinObservations = 2,
        Direction = -1,
        ChineseName = "典型价格变动(推测)",
        Section = "A",
        Category = Category,
        Huatai50 = Huatai50Place.NameFound,
        Provenance = Provenance.Reconstructed,
        Confidence = "low",
        Formula = "R(TP_last, TP_first), TP_i=((h_i+l_i)+c_i)/3",
        EdgeRule = "NaN if fewer than 2 valid bars",
        Source = "Huatai 2023-10-16 \"高频因子计算的 GPU 加速\" (name only)",
        Note = "Only the name and the label 日内反转 were found. \"TP\" read as typical price. Competing readings: time of high minus time of low (see high_low_time_diff), VWAP vs TWAP (see weighted_close_ratio, vwap_close_bias).",
    };

    /// <summary>改进反转 <c>return_improved</c>.</summary>
    internal static FactorDefinition ReturnImproved { get; } = new()
    {
        Id = "return_improved",
        Value = day => day.Close.Between(new SlotRange(31, 241)).Last().ChangeFrom(Prices.At(day, 30)),
        MinObservations = 2,
        Direction = -1,
        Aliases = ["改进反转"],
        ChineseName = "改进反转",
        Section = "A",
        Category = Category,
        Huatai50 = Huatai50Place.NameFound,
        Provenance = Provenance.Reconstructed,
        Confidence = "high",
        Formula = "R(c_last, P@30)",
        EdgeRule = "NaN unless a valid bar exists with slot<=30 and one with slot>30",
        Source = "Huatai 2023-10-16 \"高频因子计算的 GPU 加速\" (name); formula of Haitong 改进反转, Haitong 选股因子系列(69) 高频因子的现实与幻想 (2020-07)",
        Note = "Haitong: close / price at 10:00 - 1 (overnight and first half hour dropped). P@30 = price at 10:00:00.",
    };

    /// <summary>分钟收益率方差 <c>return_var</c>.</summary>
    internal static FactorDefinition ReturnVar { get; } = new()
    {
        Id = "return_var",
        Value = day => day.Return.Var(ddof: 0),
        Observations = day => day.Return.Count(),
        MinObservations = 2,
        ObservationsAre = "returns r_i in the sample named by the formula",
        ToleranceScale = 1e-9,
        Direction = -1,
        NearVariants = ["real_var (ddof=1 in GF replication)"],
        ChineseName = "分钟收益率方差",
        Section = "A",
        Category = Category,
        Huatai50 = Huatai50Place.NameFound,
        Provenance = Provenance.Reconstructed,
        Confidence = "high",
        Formula = "var_0(r_i, i>=1)",
        EdgeRule = "CONST -> 0",
        Source = "Huatai 2023-10-16 \"高频因子计算的 GPU 加速\" (name; code uses numpy.var)",
    };

    /// <summary>日内最大回撤 <c>intraday_maxdrawdown</c>.</summary>
    internal static FactorDefinition IntradayMaxDrawdown { get; } = new()
    {
        Id = "intraday_maxdrawdown",
        Value = day => ((day.Close.Cummax() - day.Close) / day.Close.Cummax()).Max(),
        MinObservations = 2,
        Aliases = ["maxdrawdown"],
        ChineseName = "日内最大回撤",
        Section = "A",
        Category = Category,
        Huatai50 = Huatai50Place.NameFound,
        Provenance = Provenance.Found,
        Confidence = "high (sign convention chosen here: positive)",
        Formula = "max over i<=j of (c_i - c_j)/c_i  = max_i (c_i - m_i)/c_i with m_i = min_{j>=i} c_j",
        EdgeRule = ">=0; 0 for a never-falling path",
        Source = "Huatai 2023-10-16 \"高频因子计算的 GPU 加速\" (name; CPU code uses numpy.minimum.accumulate); GF Securities 多因子Alpha系列(41) 高频价量数据的因子化方法 (c.2021)",
        Note = "Running-max form max_j (M_j - c_j)/M_j gives the bitwise-same value. Some sources report the negative number.",
    };

    /// <summary>隔夜收益率 <c>return_overnight</c>.</summary>
    internal static FactorDefinition ReturnOvernight { get; } = new()
    {
        Id = "return_overnight",
        Value = day => day.Open.First().ChangeFrom(day.PreClose),
        MinObservations = 1,
        Aliases = ["r_overnight", "ret_overnight"],
        ChineseName = "隔夜收益率",
        Section = "A",
        Category = Category,
        Huatai50 = Huatai50Place.Filled,
        Provenance = Provenance.Reconstructed,
        Confidence = "name inferred; formula found",
        Formula = "R(o_first, pc)",
        EdgeRule = "NaN if pc missing",
        Source = "GF Securities 多因子Alpha系列(41) 高频价量数据的因子化方法 (c.2021); DolphinDB digest 隔夜收益率",
    };

    /// <summary>分钟收益率偏度 <c>return_skewness</c>.</summary>
    internal static FactorDefinition ReturnSkewness { get; } = new()
    {
        Id = "return_skewness",
        Value = day => day.Return.Skew(),
        Observations = day => day.Return.Count(),
        MinObservations = 3,
        ObservationsAre = "returns r_i in the sample named by the formula",
        Direction = -1,
        Aliases = ["real_skew", "r_skew"],
        ChineseName = "分钟收益率偏度",
        Section = "A",
        Category = Category,
        Huatai50 = Huatai50Place.Filled,
        Provenance = Provenance.Reconstructed,
        Confidence = "name inferred; formula found (ddof chosen)",
        Formula = "skew(r_i, i>=1)",
        EdgeRule = "CONST -> NaN",
        Source = "GF Securities 多因子Alpha系列(41) 高频价量数据的因子化方法 (c.2021) real_skew; name inferred from return_skewness_last30min",
    };

    /// <summary>分钟收益率峰度 <c>return_kurtosis</c>.</summary>
    internal static FactorDefinition ReturnKurtosis { get; } = new()
    {
        Id = "return_kurtosis",
        Value = day => day.Return.Kurt(),
        Observations = day => day.Return.Count(),
        MinObservations = 4,
        ObservationsAre = "returns r_i in the sample named by the formula",
        Aliases = ["r_kurt"],
        NearVariants = ["real_kurtosis (= value+3 there)"],
        ChineseName = "分钟收益率峰度",
        Section = "A",
        Category = Category,
        Huatai50 = Huatai50Place.Filled,
        Provenance = Provenance.Reconstructed,
        Confidence = "name inferred; formula found (ddof/excess chosen)",
        Formula = "kurt(r_i, i>=1)  (excess)",
        EdgeRule = "CONST -> NaN",
        Source = "GF Securities 多因子Alpha系列(41) 高频价量数据的因子化方法 (c.2021) real_kurtosis; name inferred",
    };

    /// <summary>趋势占比 <c>trend_ratio</c>.</summary>
    internal static FactorDefinition TrendRatio { get; } = new()
    {
        Id = "trend_ratio",
        Value = day => (day.Close.Last() - day.Close.First()) / (day.Close - day.Close.Lag()).Abs().Sum(),
        MinObservations = 2,
        Aliases = ["trendratio", "day_trend_ratio"],
        ChineseName = "趋势占比",
        Section = "A",
        Category = Category,
        Huatai50 = Huatai50Place.Filled,
        Provenance = Provenance.Reconstructed,
        Confidence = "name inferred; formula found",
        Formula = "(c_last - c_first) / Σ_{i>=1} |c_i - c_{i-1}|",
        EdgeRule = "NaN if denominator 0",
        Source = "GF Securities 多因子Alpha系列(41) 高频价量数据的因子化方法 (c.2021) trendratio; DolphinDB digest 趋势占比",
        Note = "DolphinDB digest writes close minus OPEN in the numerator; on the 242 axis o_first = c_first when bar 0 is the auction print.",
    };

    /// <summary>真实波幅/昨收 <c>true_range_ratio</c>.</summary>
    internal static FactorDefinition TrueRangeRatio { get; } = new()
    {
        Id = "true_range_ratio",
        Value = day => TrueRange(day.High.Max(), day.Low.Min(), day.PreClose) / day.PreClose,
        MinObservations = 1,
        NearVariants = ["true_range (unnormalised)"],
        ChineseName = "真实波幅/昨收",
        Section = "A",
        Category = Category,
        Huatai50 = Huatai50Place.Filled,
        Provenance = Provenance.Reconstructed,
        Confidence = "name inferred; normalisation own",
        Formula = "max(Hd-Ld, |Hd-pc|, |Ld-pc|)/pc, Hd=max h_i, Ld=min l_i",
        EdgeRule = "NaN if pc missing",
        Source = "true_range in public GF-style factor library, normalised by pre_close here",
    };

    /// <summary>The factors of this category, in the order of the catalogue.</summary>
    internal static ImmutableArray<FactorDefinition> All =>
    [
        ReturnIntraday, TpDiff, ReturnImproved, ReturnVar, IntradayMaxDrawdown, ReturnOvernight, ReturnSkewness,
        ReturnKurtosis, TrendRatio, TrueRangeRatio,
    ];

    private static Series TypicalPrice(Day day) => (day.High + day.Low + day.Close) / 3;

    private static Scalar TrueRange(Scalar high, Scalar low, Scalar preClose)
        => Scalar.Maximum(Scalar.Maximum(high - low, (high - preClose).Abs()), (low - preClose).Abs());
}
