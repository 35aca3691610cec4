using System.Collections.Immutable;
using FactorGpu.Bars;
using FactorGpu.Expressions;

namespace FactorGpu.Factors;

/// <summary>Catalogue section H, 补充: additions.</summary>
internal static class SupplementaryFactors
{
    private const string Category = "补充";

    /// <summary>Less than half of the smallest tick: a price at the limit is told from its neighbours whatever its last bits.</summary>
    private const double HalfTick = 0.0005;

    /// <summary>高低点时间差 <c>high_low_time_diff</c>.</summary>
    internal static FactorDefinition HighLowTimeDiff { get; } = new()
    {
        Id = "high_low_time_diff",
        Value = day => SlotOf(day, day.High, day.High.Max()) - SlotOf(day, day.Low, day.Low.Min()),
        MinObservations = 1,
        ToleranceScale = 0,
        ChineseName = "高低点时间差",
        Section = "H",
        Category = Category,
        Provenance = Provenance.Own,
        Formula = "slot of max h (earliest) - slot of min l (earliest)",
        Source = "this catalogue",
        Note = "Second candidate for tp_diff.",
    };

    /// <summary>收盘对均价偏离 <c>vwap_close_bias</c>.</summary>
    internal static FactorDefinition VwapCloseBias { get; } = new()
    {
        Id = "vwap_close_bias",
        Value = day => day.Close.Last().ChangeFrom(day.Amount.Sum() / day.Volume.Sum()),
        MinObservations = 1,
        NeedsDouble = DoubleReasons.NearlyEqualSums,
        ChineseName = "收盘对均价偏离",
        Section = "H",
        Category = Category,
        Provenance = Provenance.Own,
        Formula = "R(c_last, Σa/Σv)",
        EdgeRule = "NaN if Σa=0",
        Source = "this catalogue",
    };

    /// <summary>收盘位置 <c>clv_day</c>.</summary>
    internal static FactorDefinition ClvDay { get; } = new()
    {
        Id = "clv_day",
        Value = day => (day.Close.Last() - day.Low.Min() - (day.High.Max() - day.Close.Last())) / (day.High.Max() - day.Low.Min()),
        MinObservations = 1,
        ChineseName = "收盘位置",
        Section = "H",
        Category = Category,
        Provenance = Provenance.Own,
        Formula = "((c_last-Ld)-(Hd-c_last))/(Hd-Ld)",
        EdgeRule = "NaN if Hd=Ld",
        Source = "this catalogue",
    };

    /// <summary>上涨分钟成交量占比 <c>up_volume_ratio</c>.</summary>
    internal static FactorDefinition UpVolumeRatio { get; } = new()
    {
        Id = "up_volume_ratio",
        Value = day => day.Volume.Where(day.Return > 0).Sum() / day.Volume.Where(day.Return.Present()).Sum(),
        MinObservations = 1,
        ChineseName = "上涨分钟成交量占比",
        Section = "H",
        Category = Category,
        Provenance = Provenance.Own,
        Formula = "Σ_{i>=1,r_i>0} v_i/Σ_{i>=1} v_i",
        EdgeRule = "NaN if Σ_{i>=1} v=0",
        Source = "this catalogue",
    };

    /// <summary>符号成交量失衡 <c>signed_volume_imbalance</c>.</summary>
    internal static FactorDefinition SignedVolumeImbalance { get; } = new()
    {
        Id = "signed_volume_imbalance",
        Value = day => (day.Volume.Where(day.Return > 0).Sum() - day.Volume.Where(day.Return < 0).Sum()) / day.Volume.Where(day.Return.Present()).Sum(),
        MinObservations = 1,
        ChineseName = "符号成交量失衡",
        Section = "H",
        Category = Category,
        Provenance = Provenance.Own,
        Formula = "(Σ_{r_i>0} v_i-Σ_{r_i<0} v_i)/Σ v_i  (i>=1)",
        EdgeRule = "NaN if Σ_{i>=1} v=0",
        Source = "this catalogue",
    };

    /// <summary>涨停时间占比 <c>limit_up_time_ratio</c>.</summary>
    internal static FactorDefinition LimitUpTimeRatio { get; } = new()
    {
        Id = "limit_up_time_ratio",
        Value = day => day.LimitUp.IsNumber().IfElse(day.Close.Where(day.Close >= day.LimitUp - HalfTick).Count() / day.Close.Count(), double.NaN),
        MinObservations = 1,
        ChineseName = "涨停时间占比",
        Section = "H",
        Category = Category,
        Provenance = Provenance.Own,
        Formula = "#{i: c_i >= lu-0.0005}/N",
        EdgeRule = "NaN if lu missing",
        Source = "this catalogue",
    };

    /// <summary>跌停时间占比 <c>limit_down_time_ratio</c>.</summary>
    internal static FactorDefinition LimitDownTimeRatio { get; } = new()
    {
        Id = "limit_down_time_ratio",
        Value = day => day.LimitDown.IsNumber().IfElse(day.Close.Where(day.Close <= day.LimitDown + HalfTick).Count() / day.Close.Count(), double.NaN),
        MinObservations = 1,
        ChineseName = "跌停时间占比",
        Section = "H",
        Category = Category,
        Provenance = Provenance.Own,
        Formula = "#{i: c_i <= ld+0.0005}/N",
        EdgeRule = "NaN if ld missing",
        Source = "this catalogue",
    };

    /// <summary>距涨停幅度 <c>dist_to_limit_up</c>.</summary>
    internal static FactorDefinition DistToLimitUp { get; } = new()
    {
        Id = "dist_to_limit_up",
        Value = day => (day.LimitUp - day.Close.Last()) / day.PreClose,
        MinObservations = 1,
        ChineseName = "距涨停幅度",
        Section = "H",
        Category = Category,
        Provenance = Provenance.Own,
        Formula = "(lu-c_last)/pc",
        EdgeRule = "NaN if lu or pc missing",
        Source = "this catalogue",
    };

    /// <summary>零收益分钟占比 <c>zero_ret_ratio</c>.</summary>
    internal static FactorDefinition ZeroRetRatio { get; } = new()
    {
        Id = "zero_ret_ratio",
        Value = day => day.Return.Where(day.Return.EqualTo(0)).Count() / day.Return.Count(),
        MinObservations = 2,
        ChineseName = "零收益分钟占比",
        Section = "H",
        Category = Category,
        Provenance = Provenance.Own,
        Formula = "#{i>=1: r_i=0}/#{i>=1}",
        Source = "this catalogue",
    };

    /// <summary>开盘30分钟成交笔数占比 <c>trades_open30min_ratio</c>.</summary>
    internal static FactorDefinition TradesOpen30minRatio { get; } = new()
    {
        Id = "trades_open30min_ratio",
        Value = day => day.NumTrades.Between(BarAxis.HalfHours[0]).Sum() / day.NumTrades.Sum(),
        MinObservations = 1,
        ChineseName = "开盘30分钟成交笔数占比",
        Section = "H",
        Category = Category,
        Provenance = Provenance.Own,
        Formula = "Σ_{s_i∈H1} n_i/Σ n_i",
        EdgeRule = "NaN if Σn=0",
        Source = "this catalogue",
    };

    /// <summary>尾盘成交笔数占比 <c>trades_last30min_ratio</c>.</summary>
    internal static FactorDefinition TradesLast30minRatio { get; } = new()
    {
        Id = "trades_last30min_ratio",
        Value = day => day.NumTrades.Between(BarAxis.HalfHours[7]).Sum() / day.NumTrades.Sum(),
        MinObservations = 1,
        ChineseName = "尾盘成交笔数占比",
        Section = "H",
        Category = Category,
        Provenance = Provenance.Own,
        Formula = "Σ_{s_i∈H8} n_i/Σ n_i",
        EdgeRule = "NaN if Σn=0",
        Source = "this catalogue",
    };

    /// <summary>价量秩相关 <c>VP_rank</c>.</summary>
    internal static FactorDefinition VPRank { get; } = new()
    {
        Id = "VP_rank",
        Value = day => AverageRank(day.Close).Corr(AverageRank(day.Volume)),
        MinObservations = 3,
        ChineseName = "价量秩相关",
        Section = "H",
        Category = Category,
        Provenance = Provenance.Own,
        Formula = "Spearman: corr of average ranks of c_i and of v_i",
        EdgeRule = "CONST -> NaN",
        Source = "this catalogue",
    };

    /// <summary>新高次数 <c>newhigh_count</c>.</summary>
    internal static FactorDefinition NewhighCount { get; } = new()
    {
        Id = "newhigh_count",
        Value = day => day.High.Where(day.High > day.High.Cummax().Lag()).Count(),
        MinObservations = 1,
        ToleranceScale = 0,
        ChineseName = "新高次数",
        Section = "H",
        Category = Category,
        Provenance = Provenance.Reconstructed,
        Formula = "#{i>=1: h_i > max_{k<i} h_k}",
        Source = "name in public GPU library, definition own",
    };

    /// <summary>新低次数 <c>newlow_count</c>.</summary>
    internal static FactorDefinition NewlowCount { get; } = new()
    {
        Id = "newlow_count",
        Value = day => day.Low.Where(-day.Low > (-day.Low).Cummax().Lag()).Count(),
        MinObservations = 1,
        ToleranceScale = 0,
        ChineseName = "新低次数",
        Section = "H",
        Category = Category,
        Provenance = Provenance.Reconstructed,
        Formula = "#{i>=1: l_i < min_{k<i} l_k}",
        Source = "name in public GPU library, definition own",
    };

    /// <summary>收益率MAD <c>r_mad</c>.</summary>
    internal static FactorDefinition RMad { get; } = new()
    {
        Id = "r_mad",
        Value = day => (day.Return - day.Return.Median()).Abs().Median(),
        Observations = day => day.Return.Count(),
        MinObservations = 1,
        ObservationsAre = "returns r_i in the sample named by the formula",
        ToleranceScale = 1e-06,
        ChineseName = "收益率MAD",
        Section = "H",
        Category = Category,
        Provenance = Provenance.Found,
        Formula = "median(|r_i-median(r)|), i>=1",
        Source = "public GPU library",
        Note = "median of an even count = mean of the two middle values.",
    };

    /// <summary>收益率四分位距 <c>r_quartile_range</c>.</summary>
    internal static FactorDefinition RQuartileRange { get; } = new()
    {
        Id = "r_quartile_range",
        Value = day => day.Return.Quantile(3, 4) - day.Return.Quantile(1, 4),
        Observations = day => day.Return.Count(),
        MinObservations = 2,
        ObservationsAre = "returns r_i in the sample named by the formula",
        ToleranceScale = 1e-06,
        ChineseName = "收益率四分位距",
        Section = "H",
        Category = Category,
        Provenance = Provenance.Reconstructed,
        Formula = "Q(0.75)-Q(0.25) of r_i, i>=1; linear interpolation at (n-1)p",
        Source = "name in public GPU library",
    };

    /// <summary>午间跳空 <c>lunch_gap</c>.</summary>
    internal static FactorDefinition LunchGap { get; } = new()
    {
        Id = "lunch_gap",
        Value = day => day.Open.Between(BarAxis.Afternoon).First().ChangeFrom(Prices.At(day, 120)),
        MinObservations = 2,
        ChineseName = "午间跳空",
        Section = "H",
        Category = Category,
        Provenance = Provenance.Own,
        Formula = "R(o of first valid bar in PM, P@120)",
        EdgeRule = "NaN unless a valid bar in AM and one in PM",
        Source = "this catalogue",
    };

    /// <summary>收盘竞价涨跌 <c>close_auction_return</c>.</summary>
    internal static FactorDefinition CloseAuctionReturn { get; } = new()
    {
        Id = "close_auction_return",
        Value = day => day.Close.Where(day.Volume > 0).Between(new SlotRange(241, 241)).Last().ChangeFrom(Prices.At(day, 237)),
        MinObservations = 2,
        ChineseName = "收盘竞价涨跌",
        Section = "H",
        Category = Category,
        Provenance = Provenance.Own,
        Formula = "R(c at slot 241, P@237)",
        EdgeRule = "NaN unless slot 241 is valid with v>0 and a valid bar has slot<=237",
        Source = "this catalogue",
    };

    /// <summary>上午成交量占比 <c>volume_am_ratio</c>.</summary>
    internal static FactorDefinition VolumeAmRatio { get; } = new()
    {
        Id = "volume_am_ratio",
        Value = day => day.Volume.Between(BarAxis.Morning).Sum() / day.Volume.Sum(),
        MinObservations = 1,
        ChineseName = "上午成交量占比",
        Section = "H",
        Category = Category,
        Provenance = Provenance.Own,
        Formula = "Σ_{s_i∈AM} v_i/Σ v_i",
        Source = "this catalogue",
    };

    /// <summary>收盘对分钟均价偏离波动 <c>vwap_dev_std</c>.</summary>
    internal static FactorDefinition VwapDevStd { get; } = new()
    {
        Id = "vwap_dev_std",
        Value = day => day.Close.ChangeFrom(day.Vwap).Where(day.Volume > 0).Std(ddof: 0),
        Observations = day => day.Close.Where(day.Volume > 0).Count(),
        MinObservations = 2,
        ObservationsAre = "bars with v>0",
        ToleranceScale = 1e-06,
        NeedsDouble = DoubleReasons.NearlyEqualSums,
        ChineseName = "收盘对分钟均价偏离波动",
        Section = "H",
        Category = Category,
        Provenance = Provenance.Own,
        Formula = "std_0({(c_i-w_i)/w_i: v_i>0})",
        EdgeRule = "CONST -> 0",
        Source = "this catalogue",
    };

    /// <summary>The factors of this category, in the order of the catalogue.</summary>
    internal static ImmutableArray<FactorDefinition> All =>
    [
        HighLowTimeDiff, VwapCloseBias, ClvDay, UpVolumeRatio, SignedVolumeImbalance, LimitUpTimeRatio, LimitDownTimeRatio, DistToLimitUp,
        ZeroRetRatio, TradesOpen30minRatio, TradesLast30minRatio, VPRank, NewhighCount, NewlowCount, RMad, RQuartileRange, LunchGap,
        CloseAuctionReturn, VolumeAmRatio, VwapDevStd,
    ];

    /// <summary>Slot of the earliest bar with a value.</summary>
    private static Scalar SlotOf(Day day, Series x, Scalar value) => day.Slot.Where(x.EqualTo(value)).First();

    /// <summary>Twice the average rank, up to a constant.</summary>
    private static Series AverageRank(Series x) => x.Rank() - (-x).Rank();
}
