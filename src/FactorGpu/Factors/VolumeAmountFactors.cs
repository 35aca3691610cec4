using System.Collections.Immutable;
using FactorGpu.Bars;
using FactorGpu.Expressions;

namespace FactorGpu.Factors;

/// <summary>Catalogue section A, 成交量/额: volume and amount.</summary>
internal static class VolumeAmountFactors
{
    private const string Category = "成交量/额";

    /// <summary>开盘30分钟成交量占比 <c>volume_open30min_ratio</c>.</summary>
    internal static FactorDefinition VolumeOpen30MinRatio { get; } = new()
    {
        Id = "volume_open30min_ratio",
        Value = day => VolumeShare(day, halfHour: 1),
        MinObservations = 1,
        Direction = -1,
        Aliases = ["ratio_volumeH1", "trade_headRatio", "v_pct_open"],
        ChineseName = "开盘30分钟成交量占比",
        Section = "A",
        Category = Category,
        Huatai50 = Huatai50Place.NameFound,
        Provenance = Provenance.Reconstructed,
        Confidence = "high",
        Formula = "Σ_{s_i∈H1} v_i / Σ v_i",
        Source = "Huatai 2023-10-16 \"高频因子计算的 GPU 加速\" (name); half-hour shares of Haitong 选股因子系列(69) 高频因子的现实与幻想 (2020-07)",
        Note = "H1 contains the opening auction. CICC trade_headRatio in the replication tests time<=10:00 on bar-start labels and so takes one bar too many (31 bars); treated as an alias after that fix.",
    };

    /// <summary>尾盘成交占比 <c>volume_last30min_ratio</c>.</summary>
    internal static FactorDefinition VolumeLast30MinRatio { get; } = new()
    {
        Id = "volume_last30min_ratio",
        Value = day => VolumeShare(day, halfHour: 8),
        MinObservations = 1,
        Direction = -1,
        Aliases = ["尾盘成交占比", "ratio_volumeH8", "trade_tailRatio", "v_pct_close"],
        ChineseName = "尾盘成交占比",
        Section = "A",
        Category = Category,
        Huatai50 = Huatai50Place.Filled,
        Provenance = Provenance.Reconstructed,
        Confidence = "name inferred; formula found",
        Formula = "Σ_{s_i∈H8} v_i / Σ v_i",
        Source = "Haitong 选股因子系列(69) 高频因子的现实与幻想 (2020-07) 尾盘成交占比; GF Securities 多因子Alpha系列(41) 高频价量数据的因子化方法 (c.2021) ratio_volumeH8",
    };

    /// <summary>第2个半小时成交量占比 <c>volume_perc2</c>.</summary>
    internal static FactorDefinition VolumePerc2 { get; } = new()
    {
        Id = "volume_perc2",
        Value = day => VolumeShare(day, halfHour: 2),
        MinObservations = 1,
        Direction = 1,
        Aliases = ["ratio_volumeH2"],
        ChineseName = "第2个半小时成交量占比",
        Section = "A",
        Category = Category,
        Huatai50 = Huatai50Place.Filled,
        Provenance = Provenance.Found,
        Confidence = "high",
        Formula = "Σ_{s_i∈H2} v_i / Σ v_i",
        Source = "Huatai 2023-12-08 \"基于全频段量价特征的选股模型\" (name found there); GF Securities 多因子Alpha系列(41) 高频价量数据的因子化方法 (c.2021) ratio_volumeH2",
        Note = "Completes the Huatai-50 volume block; not confirmed to be among the 50.",
    };

    /// <summary>第3个半小时成交量占比 <c>volume_perc3</c>.</summary>
    internal static FactorDefinition VolumePerc3 { get; } = new()
    {
        Id = "volume_perc3",
        Value = day => VolumeShare(day, halfHour: 3),
        MinObservations = 1,
        Direction = 1,
        Aliases = ["ratio_volumeH3"],
        ChineseName = "第3个半小时成交量占比",
        Section = "A",
        Category = Category,
        Huatai50 = Huatai50Place.Filled,
        Provenance = Provenance.Found,
        Confidence = "high",
        Formula = "Σ_{s_i∈H3} v_i / Σ v_i",
        Source = "Huatai 2023-12-08 \"基于全频段量价特征的选股模型\" (name found there); GF Securities 多因子Alpha系列(41) 高频价量数据的因子化方法 (c.2021) ratio_volumeH3",
        Note = "Completes the Huatai-50 volume block; not confirmed to be among the 50.",
    };

    /// <summary>第4个半小时成交量占比 <c>volume_perc4</c>.</summary>
    internal static FactorDefinition VolumePerc4 { get; } = new()
    {
        Id = "volume_perc4",
        Value = day => VolumeShare(day, halfHour: 4),
        MinObservations = 1,
        Direction = 1,
        Aliases = ["ratio_volumeH4"],
        ChineseName = "第4个半小时成交量占比",
        Section = "A",
        Category = Category,
        Huatai50 = Huatai50Place.Filled,
        Provenance = Provenance.Found,
        Confidence = "high",
        Formula = "Σ_{s_i∈H4} v_i / Σ v_i",
        Source = "Huatai 2023-12-08 \"基于全频段量价特征的选股模型\" (name found there); GF Securities 多因子Alpha系列(41) 高频价量数据的因子化方法 (c.2021) ratio_volumeH4",
        Note = "Completes the Huatai-50 volume block; not confirmed to be among the 50.",
    };

    /// <summary>第5个半小时成交量占比 <c>volume_perc5</c>.</summary>
    internal static FactorDefinition VolumePerc5 { get; } = new()
    {
        Id = "volume_perc5",
        Value = day => VolumeShare(day, halfHour: 5),
        MinObservations = 1,
        Direction = 1,
        Aliases = ["ratio_volumeH5"],
        ChineseName = "第5个半小时成交量占比",
        Section = "A",
        Category = Category,
        Huatai50 = Huatai50Place.Filled,
        Provenance = Provenance.Found,
        Confidence = "high",
        Formula = "Σ_{s_i∈H5} v_i / Σ v_i",
        Source = "Huatai 2023-12-08 \"基于全频段量价特征的选股模型\" (name found there); GF Securities 多因子Alpha系列(41) 高频价量数据的因子化方法 (c.2021) ratio_volumeH5",
        Note = "Completes the Huatai-50 volume block; not confirmed to be among the 50.",
    };

    /// <summary>第6个半小时成交量占比 <c>volume_perc6</c>.</summary>
    internal static FactorDefinition VolumePerc6 { get; } = new()
    {
        Id = "volume_perc6",
        Value = day => VolumeShare(day, halfHour: 6),
        MinObservations = 1,
        Direction = 1,
        Aliases = ["ratio_volumeH6"],
        ChineseName = "第6个半小时成交量占比",
        Section = "A",
        Category = Category,
        Huatai50 = Huatai50Place.Filled,
        Provenance = Provenance.Found,
        Confidence = "high",
        Formula = "Σ_{s_i∈H6} v_i / Σ v_i",
        Source = "Huatai 2023-12-08 \"基于全频段量价特征的选股模型\" (name found there); GF Securities 多因子Alpha系列(41) 高频价量数据的因子化方法 (c.2021) ratio_volumeH6",
        Note = "Completes the Huatai-50 volume block; not confirmed to be among the 50.",
    };

    /// <summary>第7个半小时成交量占比 <c>volume_perc7</c>.</summary>
    internal static FactorDefinition VolumePerc7 { get; } = new()
    {
        Id = "volume_perc7",
        Value = day => VolumeShare(day, halfHour: 7),
        MinObservations = 1,
        Direction = 1,
        Aliases = ["ratio_volumeH7"],
        ChineseName = "第7个半小时成交量占比",
        Section = "A",
        Category = Category,
        Huatai50 = Huatai50Place.Filled,
        Provenance = Provenance.Found,
        Confidence = "high",
        Formula = "Σ_{s_i∈H7} v_i / Σ v_i",
        Source = "Huatai 2023-12-08 \"基于全频段量价特征的选股模型\" (name found there); GF Securities 多因子Alpha系列(41) 高频价量数据的因子化方法 (c.2021) ratio_volumeH7",
        Note = "Completes the Huatai-50 volume block; not confirmed to be among the 50.",
    };

    /// <summary>平均单笔流出金额占比 <c>amount_outorder_avg_ratio</c>.</summary>
    internal static FactorDefinition AmountOutOrderAvgRatio { get; } = new()
    {
        Id = "amount_outorder_avg_ratio",
        Value = day => AmountPerTrade(day, day.Return < 0) / AmountPerTrade(day),
        MinObservations = 1,
        Direction = 1,
        Aliases = ["平均单笔流出金额占比", "down_single_amt_perc", "ApT_outFlow_ratio", "AMTperTRD_OUT_R"],
        ChineseName = "平均单笔流出金额占比",
        Section = "A",
        Category = Category,
        Huatai50 = Huatai50Place.NameFound,
        Provenance = Provenance.Reconstructed,
        Confidence = "high (name maps 1:1 to the Haitong factor)",
        Formula = "[Σ_{i>=1,r_i<0} a_i / Σ_{i>=1,r_i<0} n_i] / [Σ a_i / Σ n_i]",
        EdgeRule = "NaN if Σn=0 over r<0 bars or over all bars, or Σa=0",
        Source = "Huatai 2023-10-16 \"高频因子计算的 GPU 加速\" (name); Haitong 平均单笔流出金额占比, Haitong 选股因子系列(46) 日内分时成交中的玄机 (2019-04)",
        Note = "Haitong drops the auctions; the Huatai version is kept on scope ALL. Some public code uses tick-level trade direction instead of the sign of the minute return.",
    };

    /// <summary>平均单笔流入金额占比 <c>amount_inorder_avg_ratio</c>.</summary>
    internal static FactorDefinition AmountInOrderAvgRatio { get; } = new()
    {
        Id = "amount_inorder_avg_ratio",
        Value = day => AmountPerTrade(day, day.Return > 0) / AmountPerTrade(day),
        MinObservations = 1,
        Aliases = ["ApT_inFlow_ratio", "AMTperTRD_IN_R"],
        ChineseName = "平均单笔流入金额占比",
        Section = "A",
        Category = Category,
        Huatai50 = Huatai50Place.Filled,
        Provenance = Provenance.Reconstructed,
        Confidence = "name inferred; formula found",
        Formula = "[Σ_{i>=1,r_i>0} a_i / Σ_{i>=1,r_i>0} n_i] / [Σ a_i / Σ n_i]",
        EdgeRule = "as amount_outorder_avg_ratio with r>0",
        Source = "Haitong 选股因子系列(46) 日内分时成交中的玄机 (2019-04); name inferred",
    };

    /// <summary>平均单笔流入流出金额之比 <c>amount_inout_avg_ratio</c>.</summary>
    internal static FactorDefinition AmountInOutAvgRatio { get; } = new()
    {
        Id = "amount_inout_avg_ratio",
        Value = day => AmountPerTrade(day, day.Return > 0) / AmountPerTrade(day, day.Return < 0),
        MinObservations = 1,
        Aliases = ["ApT_netInFlow_ratio", "AMTperTRD_IN_OUT"],
        ChineseName = "平均单笔流入流出金额之比",
        Section = "A",
        Category = Category,
        Huatai50 = Huatai50Place.Filled,
        Provenance = Provenance.Reconstructed,
        Confidence = "name inferred; formula found",
        Formula = "[Σ_{r_i>0} a_i / Σ_{r_i>0} n_i] / [Σ_{r_i<0} a_i / Σ_{r_i<0} n_i]  (i>=1)",
        EdgeRule = "NaN if Σn over r>0, Σn over r<0 or Σa over r<0 is 0",
        Source = "Haitong 选股因子系列(46) 日内分时成交中的玄机 (2019-04); name inferred",
    };

    /// <summary>平均单笔成交金额 <c>amount_order_avg</c>.</summary>
    internal static FactorDefinition AmountOrderAvg { get; } = new()
    {
        Id = "amount_order_avg",
        Value = day => AmountPerTrade(day),
        MinObservations = 1,
        ToleranceScale = 0,
        Aliases = ["AmtPerTrd", "AMTperTRD"],
        ChineseName = "平均单笔成交金额",
        Section = "A",
        Category = Category,
        Huatai50 = Huatai50Place.Filled,
        Provenance = Provenance.Reconstructed,
        Confidence = "name inferred; formula found",
        Formula = "Σ a_i / Σ n_i",
        EdgeRule = "NaN if Σn=0",
        Source = "Haitong 选股因子系列(46) 日内分时成交中的玄机 (2019-04); name inferred",
    };

    /// <summary>大单资金净流入率(20%) <c>amount_netin_top20order_ratio</c>.</summary>
    internal static FactorDefinition AmountNetInTop20OrderRatio { get; } = new()
    {
        Id = "amount_netin_top20order_ratio",
        Value = day => NetInflow(day, Selections.LargestOrders(day, percent: 20)) / day.Amount.Sum(),
        Observations = day => day.Amount.Where(Selections.LargestOrders(day, percent: 20)).Count(),
        MinObservations = 1,
        ObservationsAre = "k, the size of the selected set",
        NeedsDouble = Selections.NearTies,
        Direction = -1,
        Aliases = ["Amt_netInFlow_bigOrder_ratio(N=20%)", "AMT_NetIN_bigOrder_R"],
        ChineseName = "大单资金净流入率(20%)",
        Section = "A",
        Category = Category,
        Huatai50 = Huatai50Place.Filled,
        Provenance = Provenance.Reconstructed,
        Confidence = "name inferred; formula found",
        Formula = "[Σ_{i∈S,r_i>0} a_i - Σ_{i∈S,r_i<0} a_i] / Σ a_i ; E={i>=1, n_i>0}, m=|E|, S=TOPK(key=a_i/n_i over E, k=floor(20m/100))",
        EdgeRule = "NaN if k<1 or Σa=0",
        Source = "Haitong 选股因子系列(46) 日内分时成交中的玄机 (2019-04) 大单资金净流入率 N=20%; name inferred",
    };

    /// <summary>交易量变异系数 <c>volume_cv</c>.</summary>
    internal static FactorDefinition VolumeCv { get; } = new()
    {
        Id = "volume_cv",
        Value = day => day.Volume.Std(ddof: 0) / day.Volume.Mean(),
        MinObservations = 2,
        ObservationsAre = "elements of the sample named by the formula",
        ChineseName = "交易量变异系数",
        Section = "A",
        Category = Category,
        Huatai50 = Huatai50Place.Filled,
        Provenance = Provenance.Reconstructed,
        Confidence = "name inferred; ddof chosen",
        Formula = "std_0(v_i)/mean(v_i)",
        EdgeRule = "CONST -> 0",
        Source = "DolphinDB 高频行情低频化因子库 (2026 tutorial digest) 交易量变异系数; name inferred",
    };

    /// <summary>The factors of this category, in the order of the catalogue.</summary>
    internal static ImmutableArray<FactorDefinition> All =>
    [
        VolumeOpen30MinRatio, VolumeLast30MinRatio, VolumePerc2, VolumePerc3, VolumePerc4, VolumePerc5, VolumePerc6,
        VolumePerc7, AmountOutOrderAvgRatio, AmountInOrderAvgRatio, AmountInOutAvgRatio, AmountOrderAvg,
        AmountNetInTop20OrderRatio, VolumeCv,
    ];

    private static Scalar VolumeShare(Day day, int halfHour) => day.Volume.Between(BarAxis.HalfHours[halfHour - 1]).Sum() / day.Volume.Sum();

    private static Scalar AmountPerTrade(Day day) => day.Amount.Sum() / day.NumTrades.Sum();

    private static Scalar AmountPerTrade(Day day, Condition condition) => day.Amount.Where(condition).Sum() / day.NumTrades.Where(condition).Sum();

    /// <summary>Amount of the selected bars that rose, less that of those that fell.</summary>
    internal static Scalar NetInflow(Day day, Condition selected)
        => day.Amount.Where(selected).Where(day.Return > 0).Sum() - day.Amount.Where(selected).Where(day.Return < 0).Sum();
}
