using System.Collections.Immutable;
using FactorGpu.Bars;
using FactorGpu.Expressions;

namespace FactorGpu.Factors;

/// <summary>Catalogue section G, 其他券商: factors of other brokers. Here those of Changjiang.</summary>
internal static partial class BrokerFactors
{
    private const string Category = "其他券商";

    /// <summary>加权收盘价比 <c>weighted_close_ratio</c>.</summary>
    internal static FactorDefinition WeightedCloseRatio { get; } = new()
    {
        Id = "weighted_close_ratio",
        Value = day => (day.Close * day.Volume).Sum() / day.Volume.Sum() / day.Close.Mean(),
        MinObservations = 1,
        ChineseName = "加权收盘价比",
        Section = "G",
        Category = Category,
        Provenance = Provenance.Reconstructed,
        Confidence = "formula image missing in the digest; standard form",
        Formula = "(Σ c_i v_i/Σ v_i) / mean(c_i)",
        Source = "Changjiang 高频因子系列, via DolphinDB digest 高位成交",
    };

    /// <summary>成交额占比熵 <c>amount_entropy</c>.</summary>
    internal static FactorDefinition AmountEntropy { get; } = new()
    {
        Id = "amount_entropy",
        Value = day => Entropy(day.Amount / day.Amount.Sum()),
        MinObservations = 1,
        NearVariants = ["a_entropy (log2)"],
        ChineseName = "成交额占比熵",
        Section = "G",
        Category = Category,
        Provenance = Provenance.Found,
        Formula = "-Σ p_i ln p_i, p_i=a_i/Σa (0 ln 0 = 0)",
        EdgeRule = "NaN if Σa=0",
        Source = "Changjiang 高频因子系列, via DolphinDB digest 高位成交",
    };

    /// <summary>单一成交额占比熵 <c>single_amount_entropy</c>.</summary>
    internal static FactorDefinition SingleAmountEntropy { get; } = new()
    {
        Id = "single_amount_entropy",
        Value = day => Entropy(day.Volume * day.Close / (day.Volume.Sum() * day.Close.Sum())),
        MinObservations = 1,
        ChineseName = "单一成交额占比熵",
        Section = "G",
        Category = Category,
        Provenance = Provenance.Reconstructed,
        Confidence = "p_i described in words; sign and log base assumed",
        Formula = "-Σ p_i ln p_i, p_i=(v_i c_i)/((Σv)(Σc))",
        Source = "Changjiang 高频因子系列, via DolphinDB digest 高位成交",
    };

    /// <summary>加权偏度 <c>weighted_skew</c>.</summary>
    internal static FactorDefinition WeightedSkew { get; } = new()
    {
        Id = "weighted_skew",
        Value = day => (day.Volume / day.Volume.Sum() * Cube(Deviation(day))).Sum() / Cube(ChangeFromFirst(day).Std(ddof: 0)),
        MinObservations = 3,
        ChineseName = "加权偏度",
        Section = "G",
        Category = Category,
        Provenance = Provenance.Found,
        Formula = "Σ w_i (y_i-ȳ)³ / std_0(y)³, w_i=v_i/Σv, y_i=R(c_i,c_first), ȳ=mean(y)",
        EdgeRule = "CONST -> NaN",
        Source = "Changjiang 高频因子系列, via DolphinDB digest 高位成交",
        Note = "Digest uses raw close; y is a shift/scale of close (same value, better conditioned). std³ = std*std*std.",
    };

    /// <summary>结构化反转(单日) <c>structured_reversal</c>.</summary>
    internal static FactorDefinition StructuredReversal { get; } = new()
    {
        Id = "structured_reversal",
        Value = day => Reversal(day),
        Observations = day => Traded(day).Count(),
        MinObservations = 10,
        ObservationsAre = "bars i>=1 with v>0",
        ChineseName = "结构化反转(单日)",
        Section = "G",
        Category = Category,
        Provenance = Provenance.Reconstructed,
        Confidence = "weights as in operator library ts_sorted_weighted_spread; original pools many days",
        Formula = "Σ_{R} r_i v_i/Σ_R v_i - Σ_M (r_i/v_i)/Σ_M (1/v_i); E={i>=1,v_i>0}, M=BOTK(v_i over E, floor(|E|/10)), R=E\\M",
        EdgeRule = "NaN if M empty",
        Source = "Changjiang 高频因子系列, via DolphinDB digest 结构化反转",
    };

    /// <summary>成交量波峰计数 <c>volume_peak_count</c>.</summary>
    internal static FactorDefinition VolumePeakCount { get; } = new()
    {
        Id = "volume_peak_count",
        Value = day => Peaks(day).Sum() - (Peaks(day) * Peaks(day).Lag()).Sum(),
        Scope = BarScope.Core,
        MinObservations = 2,
        ToleranceScale = 0,
        NeedsDouble = DoubleReasons.CountedBars,
        Aliases = ["v_peak_num"],
        ChineseName = "成交量波峰计数",
        Section = "G",
        Category = Category,
        Provenance = Provenance.Found,
        Formula = "# {i: P_i and (i=0 or not P_{i-1})}, P_i: GT(v_i, mean(v)+std_0(v))",
        EdgeRule = "0 if v CONST",
        Source = "Changjiang 高频因子系列, via DolphinDB digest 高频波动中的时间序列信息",
    };

    /// <summary>均匀分布主动占比 <c>active_uniform</c>.</summary>
    internal static FactorDefinition ActiveUniform { get; } = new()
    {
        Id = "active_uniform",
        Value = day => ActiveShare(day, Series.Minimum(Series.Maximum((day.Return + 0.1) / 0.2, 0), 1)),
        Observations = day => day.Return.Count(),
        MinObservations = 1,
        ObservationsAre = "returns r_i in the sample named by the formula",
        ChineseName = "均匀分布主动占比",
        Section = "G",
        Category = Category,
        Provenance = Provenance.Found,
        Formula = "Σ a_i clip((r_i+0.1)/0.2,0,1) / Σ a_i; sums over i>=1",
        EdgeRule = "NaN if Σa=0",
        Source = "Changjiang 分布估计下的主动成交占比, via DolphinDB digest",
        Note = "Digest prints (ret-0.1)/0.2, which is not a CDF on [-0.1,0.1]; + used.",
    };

    /// <summary>置信正态分布主动占比 <c>active_normal</c>.</summary>
    internal static FactorDefinition ActiveNormal { get; } = new()
    {
        Id = "active_normal",
        Value = day => ActiveShare(day, Normal(1.96 * day.Return / 0.1)),
        Observations = day => day.Return.Count(),
        MinObservations = 1,
        ObservationsAre = "returns r_i in the sample named by the formula",
        ChineseName = "置信正态分布主动占比",
        Section = "G",
        Category = Category,
        Provenance = Provenance.Found,
        Formula = "Σ a_i Φ(1.96 r_i/0.1) / Σ a_i; sums over i>=1",
        EdgeRule = "NaN if Σa=0",
        Source = "Changjiang 分布估计下的主动成交占比, via DolphinDB digest",
        Note = "Φ(x)=erfc(-x/√2)/2; needs erfc accurate to ~1e-15 (.NET has none built in).",
    };

    /// <summary>T分布主动占比 <c>active_t</c>.</summary>
    internal static FactorDefinition ActiveT { get; } = new()
    {
        Id = "active_t",
        Value = day => ActiveShare(day, StudentT5(day.Return / day.Return.Std(ddof: 1))),
        Observations = day => day.Return.Count(),
        MinObservations = 2,
        ObservationsAre = "returns r_i in the sample named by the formula",
        ChineseName = "T分布主动占比",
        Section = "G",
        Category = Category,
        Provenance = Provenance.Reconstructed,
        Confidence = "degrees of freedom not given; 5 = operator-library default",
        Formula = "Σ a_i F5(r_i/std_1(r)) / Σ a_i; F5(x)=1/2+(θ+sinθ cosθ(1+(2/3)cos²θ))/π, θ=atan(x/√5); sums over i>=1",
        EdgeRule = "NaN if r CONST or Σa=0",
        Source = "Changjiang 分布估计下的主动成交占比, via DolphinDB digest",
    };

    /// <summary>朴素主动占比 <c>active_naive</c>.</summary>
    internal static FactorDefinition ActiveNaive { get; } = new()
    {
        Id = "active_naive",
        Value = day => ActiveShare(day, StudentT5(CloseStep(day) / CloseStep(day).Std(ddof: 1))),
        Observations = day => day.Return.Count(),
        MinObservations = 2,
        ObservationsAre = "returns r_i in the sample named by the formula",
        ChineseName = "朴素主动占比",
        Section = "G",
        Category = Category,
        Provenance = Provenance.Reconstructed,
        Confidence = "as active_t",
        Formula = "Σ a_i F5(Δc_i/std_1(Δc)) / Σ a_i, Δc_i=c_i-c_{i-1}; sums over i>=1",
        EdgeRule = "NaN if Δc CONST or Σa=0",
        Source = "Changjiang 分布估计下的主动成交占比, via DolphinDB digest",
    };

    /// <summary>每笔成交量收益率相关性 <c>vol_per_trade_ret_corr</c>.</summary>
    internal static FactorDefinition VolPerTradeRetCorr { get; } = new()
    {
        Id = "vol_per_trade_ret_corr",
        Value = day => VolumePerTrade(day).Corr(day.Return),
        Observations = day => VolumePerTrade(day).Count(),
        MinObservations = 3,
        ObservationsAre = "pairs entering corr",
        ChineseName = "每笔成交量收益率相关性",
        Section = "G",
        Category = Category,
        Provenance = Provenance.Found,
        Formula = "corr({(v_i/n_i, r_i): i>=1, n_i>0})",
        EdgeRule = "CONST -> NaN",
        Source = "Changjiang 量价关系中的反转微观结构, via DolphinDB digest",
    };

    /// <summary>每笔成交量筛选的局部反转 <c>pertrade_local_reversal</c>.</summary>
    internal static FactorDefinition PertradeLocalReversal { get; } = new()
    {
        Id = "pertrade_local_reversal",
        Value = day => day.Return.Where(VolumePerTrade(day).TopFraction(1, 5)).Sum(),
        Observations = day => VolumePerTrade(day).Count(),
        MinObservations = 5,
        ObservationsAre = "bars i>=1 with n>0 (|E|)",
        NeedsDouble = DoubleReasons.NearKeys,
        ChineseName = "每笔成交量筛选的局部反转",
        Section = "G",
        Category = Category,
        Provenance = Provenance.Found,
        Formula = "Σ_{i∈S} r_i, E={i>=1,n_i>0}, S=TOPK(v_i/n_i over E, floor(|E|/5))",
        EdgeRule = "NaN if S empty",
        Source = "Changjiang 量价关系中的反转微观结构, via DolphinDB digest",
    };

    /// <summary>高活跃每笔成交 <c>trade_high_act</c>.</summary>
    internal static FactorDefinition TradeHighAct { get; } = new()
    {
        Id = "trade_high_act",
        Value = day => VolumePerTrade(day, day.Volume.TopFraction(1, 5)) / (day.Volume.Sum() / day.NumTrades.Sum()),
        MinObservations = 5,
        ChineseName = "高活跃每笔成交",
        Section = "G",
        Category = Category,
        Provenance = Provenance.Found,
        Formula = "[Σ_S v_i/Σ_S n_i]/[Σ v_i/Σ n_i], S=TOPK(v_i, floor(N/5))",
        EdgeRule = "NaN if a needed sum is 0",
        Source = "Changjiang (public GPU library)",
    };

    /// <summary>The factors of this category, in the order of the catalogue.</summary>
    internal static ImmutableArray<FactorDefinition> All =>
    [
        WeightedCloseRatio, AmountEntropy, SingleAmountEntropy, WeightedSkew, StructuredReversal, VolumePeakCount, ActiveUniform,
        ActiveNormal, ActiveT, ActiveNaive, VolPerTradeRetCorr, PertradeLocalReversal, TradeHighAct, MaxGain, AmountVar, AmountAutocorr,
        Arpp1d, Apb1d, ShortcutIlliq, ConsistentTrade, ConsistentBuy, PriceElasticity, VolumeBucketEntropy, VolumeShareStd, VolumeHhi,
        VsaPShape, VsaBShape, VsaLowClose, RetCvar05, TimeCenterUp, TimeCenterDown, SmartMoneyQ, SmartMoneyQ25, SmartMoneyS1,
        AbsretAmountCorr, AbsretLagamountCorr, LagabsretAmountCorr,
    ];
}
