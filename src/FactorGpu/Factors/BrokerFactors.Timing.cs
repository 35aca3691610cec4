using FactorGpu.Bars;
using FactorGpu.Expressions;

namespace FactorGpu.Factors;

/// <content>When and at what price trading leaned to one side: Industrial, Kaiyuan, Fangzheng.</content>
internal static partial class BrokerFactors
{
    /// <summary>分钟收益CVaR5% <c>ret_cvar05</c>.</summary>
    internal static FactorDefinition RetCvar05 { get; } = new()
    {
        Id = "ret_cvar05",
        Value = day => day.Return.Where((-day.Return).TopCount((day.Return.Count() + 19) / 20)).Mean(),
        Observations = day => day.Return.Count(),
        MinObservations = 1,
        ObservationsAre = "returns r_i in the sample named by the formula",
        ChineseName = "分钟收益CVaR5%",
        Section = "G",
        Category = Category,
        Provenance = Provenance.Found,
        Formula = "mean of the floor((m+19)/20) smallest r_i, i>=1, m=#r",
        Source = "operator library (group_day_cvar)",
        Note = "ceil(0.05 m) written in integers.",
    };

    /// <summary>涨幅时间重心 <c>time_center_up</c>.</summary>
    internal static FactorDefinition TimeCenterUp { get; } = new()
    {
        Id = "time_center_up",
        Value = day => TimeCenter(day, day.Return.Where(day.Return > 0)),
        Scope = BarScope.Core,
        Observations = day => day.Return.Where(day.Return > 0).Count(),
        MinObservations = 1,
        ObservationsAre = "returns with r>0",
        ToleranceScale = 100,
        Aliases = ["center_up", "G_up"],
        ChineseName = "涨幅时间重心",
        Section = "G",
        Category = Category,
        Provenance = Provenance.Found,
        Formula = "Σ_{r_i>0} s_i r_i/Σ_{r_i>0} r_i (s_i = slot number)",
        EdgeRule = "NaN if no r>0",
        Source = "Kaiyuan 日内分钟收益率的时序特征",
    };

    /// <summary>跌幅时间重心 <c>time_center_down</c>.</summary>
    internal static FactorDefinition TimeCenterDown { get; } = new()
    {
        Id = "time_center_down",
        Value = day => TimeCenter(day, -day.Return.Where(day.Return < 0)),
        Scope = BarScope.Core,
        Observations = day => day.Return.Where(day.Return < 0).Count(),
        MinObservations = 1,
        ObservationsAre = "returns with r<0",
        ToleranceScale = 100,
        Aliases = ["center_down", "G_down"],
        ChineseName = "跌幅时间重心",
        Section = "G",
        Category = Category,
        Provenance = Provenance.Found,
        Formula = "Σ_{r_i<0} s_i |r_i|/Σ_{r_i<0} |r_i|",
        EdgeRule = "NaN if no r<0",
        Source = "Kaiyuan 日内分钟收益率的时序特征",
        Note = "Published factor = cross-section regression residual of down on up, 20-day mean.",
    };

    /// <summary>聪明钱Q(β=0.5) <c>smart_money_q</c>.</summary>
    internal static FactorDefinition SmartMoneyQ { get; } = new()
    {
        Id = "smart_money_q",
        Value = day => SmartPrice(day, day.Return.Abs() / Traded(day).Sqrt()),
        Observations = day => Traded(day).Count(),
        MinObservations = 1,
        ObservationsAre = "bars i>=1 with v>0",
        NeedsDouble = DoubleReasons.ExactVolumes,
        Direction = -1,
        ChineseName = "聪明钱Q(β=0.5)",
        Section = "G",
        Category = Category,
        Provenance = Provenance.Found,
        Formula = "Q with key=|r_i|/sqrt(v_i); E={i>=1,v_i>0}; sort E by key descending (ties earlier first); smart = longest prefix with 5*cumvol<=Σ_E v (if empty: the first bar); Q=(Σ_smart a/Σ_smart v)/(Σ_E a/Σ_E v)",
        EdgeRule = "NaN if E empty or Σ_E a=0",
        Source = "Kaiyuan 市场微观结构(3) 2020-02, original S",
        Note = "Report pools 10 days; single-day version here.",
    };

    /// <summary>聪明钱Q(β=0.25) <c>smart_money_q25</c>.</summary>
    internal static FactorDefinition SmartMoneyQ25 { get; } = new()
    {
        Id = "smart_money_q25",
        Value = day => SmartPrice(day, day.Return.Abs() / Traded(day).Sqrt().Sqrt()),
        Observations = day => Traded(day).Count(),
        MinObservations = 1,
        ObservationsAre = "bars i>=1 with v>0",
        NeedsDouble = DoubleReasons.ExactVolumes,
        Direction = -1,
        ChineseName = "聪明钱Q(β=0.25)",
        Section = "G",
        Category = Category,
        Provenance = Provenance.Found,
        Formula = "Q with key=|r_i|/sqrt(sqrt(v_i)); E={i>=1,v_i>0}; sort E by key descending (ties earlier first); smart = longest prefix with 5*cumvol<=Σ_E v (if empty: the first bar); Q=(Σ_smart a/Σ_smart v)/(Σ_E a/Σ_E v)",
        EdgeRule = "as smart_money_q",
        Source = "Kaiyuan 聪明钱2.0, via DolphinDB digest",
    };

    /// <summary>聪明钱S1(成交量) <c>smart_money_s1</c>.</summary>
    internal static FactorDefinition SmartMoneyS1 { get; } = new()
    {
        Id = "smart_money_s1",
        Value = day => SmartPrice(day, Traded(day)),
        Observations = day => Traded(day).Count(),
        MinObservations = 1,
        ObservationsAre = "bars i>=1 with v>0",
        NeedsDouble = DoubleReasons.ExactVolumes,
        ChineseName = "聪明钱S1(成交量)",
        Section = "G",
        Category = Category,
        Provenance = Provenance.Found,
        Formula = "Q with key=v_i; E={i>=1,v_i>0}; sort E by key descending (ties earlier first); smart = longest prefix with 5*cumvol<=Σ_E v (if empty: the first bar); Q=(Σ_smart a/Σ_smart v)/(Σ_E a/Σ_E v)",
        EdgeRule = "as smart_money_q",
        Source = "Kaiyuan 聪明钱2.0 S1",
    };

    /// <summary>绝对收益与成交量相关性 <c>absret_amount_corr</c>.</summary>
    internal static FactorDefinition AbsretAmountCorr { get; } = new()
    {
        Id = "absret_amount_corr",
        Value = day => Returns.Log(day).Abs().Corr(day.Amount),
        Observations = day => day.Return.Count(),
        MinObservations = 3,
        ObservationsAre = "pairs entering corr",
        ChineseName = "绝对收益与成交量相关性",
        Section = "G",
        Category = Category,
        Provenance = Provenance.Found,
        Formula = "corr({(|ℓ_i|, a_i): i>=1})",
        EdgeRule = "CONST -> NaN",
        Source = "Fangzheng 多因子选股系列 量价关系的高频乐章, via DolphinDB digest",
    };

    /// <summary>绝对收益与滞后成交量相关性 <c>absret_lagamount_corr</c>.</summary>
    internal static FactorDefinition AbsretLagamountCorr { get; } = new()
    {
        Id = "absret_lagamount_corr",
        Value = day => Returns.Log(day).Abs().Corr(day.Amount.Lag()),
        Observations = day => day.Amount.Lag().Count(),
        MinObservations = 3,
        ObservationsAre = "pairs entering corr",
        ChineseName = "绝对收益与滞后成交量相关性",
        Section = "G",
        Category = Category,
        Provenance = Provenance.Found,
        Formula = "corr({(|ℓ_i|, a_{i-1}): i>=1})",
        EdgeRule = "CONST -> NaN",
        Source = "Fangzheng 多因子选股系列 量价关系的高频乐章, via DolphinDB digest",
    };

    /// <summary>滞后绝对收益与成交量相关性 <c>lagabsret_amount_corr</c>.</summary>
    internal static FactorDefinition LagabsretAmountCorr { get; } = new()
    {
        Id = "lagabsret_amount_corr",
        Value = day => Returns.Log(day).Abs().Lag().Corr(day.Amount),
        Observations = day => day.Return.Lag().Count(),
        MinObservations = 3,
        ObservationsAre = "pairs entering corr",
        ChineseName = "滞后绝对收益与成交量相关性",
        Section = "G",
        Category = Category,
        Provenance = Provenance.Found,
        Formula = "corr({(|ℓ_{i-1}|, a_i): i>=2})",
        EdgeRule = "CONST -> NaN",
        Source = "Fangzheng 多因子选股系列 量价关系的高频乐章, via DolphinDB digest",
    };

    private static Scalar TimeCenter(Day day, Series weight) => (day.Slot * weight).Sum() / weight.Sum();

    /// <summary>Average price of the bars with the largest keys that carry a fifth of the volume, over that of all bars; at least the first of them.</summary>
    private static Scalar SmartPrice(Day day, Series key)
    {
        Series volume = Traded(day);
        Condition isSmart = (5 * volume.CumsumBy((-key).Rank()) <= volume.Sum()) | key.TopCount(1);
        Series amount = day.Amount.Where(volume.Present());
        return amount.Where(isSmart).Sum() / volume.Where(isSmart).Sum() / (amount.Sum() / volume.Sum());
    }
}
