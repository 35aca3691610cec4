using System.Collections.Immutable;
using FactorGpu.Bars;
using FactorGpu.Expressions;

namespace FactorGpu.Factors;

/// <summary>Catalogue section D, 海通高频: uncentred moments and big orders.</summary>
internal static class HaitongFactors
{
    private const string Category = "海通高频";

    /// <summary>高频偏度 <c>hf_skew</c>.</summary>
    internal static FactorDefinition HfSkew { get; } = new()
    {
        Id = "hf_skew",
        Value = day => (day.Return.Count().Sqrt() * (day.Return * day.Return * day.Return).Sum()) / (Squares(day) * Squares(day).Sqrt()),
        Scope = BarScope.Core,
        Observations = day => day.Return.Count(),
        MinObservations = 3,
        ObservationsAre = "returns r_i in the sample named by the formula",
        Direction = -1,
        Aliases = ["高频偏度", "RSkew"],
        ChineseName = "高频偏度",
        Section = "D",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "formula found",
        Formula = "sqrt(n)*Σr_i³ / (Σr_i² * sqrt(Σr_i²)), i>=1, n=#r",
        EdgeRule = "NaN if Σr²=0",
        Source = "Haitong 选股因子系列(69) 高频因子的现实与幻想 (2020-07) 高频偏度 (after Amaya et al.)",
    };

    /// <summary>高频峰度 <c>hf_kurt</c>.</summary>
    internal static FactorDefinition HfKurt { get; } = new()
    {
        Id = "hf_kurt",
        Value = day => day.Return.Count() * (day.Return * day.Return * (day.Return * day.Return)).Sum() / (Squares(day) * Squares(day)),
        Scope = BarScope.Core,
        Observations = day => day.Return.Count(),
        MinObservations = 4,
        ObservationsAre = "returns r_i in the sample named by the formula",
        Aliases = ["RKurt"],
        ChineseName = "高频峰度",
        Section = "D",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "form from Amaya et al.",
        Formula = "n*Σr_i⁴ / (Σr_i²)²",
        EdgeRule = "NaN if Σr²=0",
        Source = "Haitong 选股因子系列(69) 高频因子的现实与幻想 (2020-07) (high-frequency kurtosis mentioned; Amaya et al. form)",
    };

    /// <summary>高频方差 <c>hf_var</c>.</summary>
    internal static FactorDefinition HfVar { get; } = new()
    {
        Id = "hf_var",
        Value = day => Squares(day),
        Scope = BarScope.Core,
        Observations = day => day.Return.Count(),
        MinObservations = 1,
        ObservationsAre = "returns r_i in the sample named by the formula",
        ToleranceScale = 0,
        Aliases = ["RVar"],
        ChineseName = "高频方差",
        Section = "D",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "formula found",
        Formula = "Σ r_i², i>=1",
        Source = "Haitong 选股因子系列(69) 高频因子的现实与幻想 (2020-07) (high-frequency variance)",
    };

    /// <summary>大单驱动涨幅10% <c>cumreturn_top10order</c>.</summary>
    internal static FactorDefinition CumreturnTop10order { get; } = new()
    {
        Id = "cumreturn_top10order",
        Value = day => (1 + ReturnsOfOrders(day, percent: 10)).Product() - 1,
        Observations = day => ReturnsOfOrders(day, percent: 10).Count(),
        MinObservations = 1,
        ObservationsAre = "k, the size of the selected set",
        NeedsDouble = Selections.NearTies,
        Direction = -1,
        ChineseName = "大单驱动涨幅10%",
        Section = "D",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "formula found; kept on scope ALL like cumreturn_top30order",
        Formula = "Π_{i∈S}(1+r_i)-1, E={i>=1,n_i>0}, S=TOPK(a_i/n_i over E, floor(10*|E|/100))",
        EdgeRule = "NaN if k<1",
        Source = "Haitong 选股因子系列(46) 日内分时成交中的玄机 (2019-04) 大单驱动涨幅 N=10%",
    };

    /// <summary>大单驱动涨幅20% <c>cumreturn_top20order</c>.</summary>
    internal static FactorDefinition CumreturnTop20order { get; } = new()
    {
        Id = "cumreturn_top20order",
        Value = day => (1 + ReturnsOfOrders(day, percent: 20)).Product() - 1,
        Observations = day => ReturnsOfOrders(day, percent: 20).Count(),
        MinObservations = 1,
        ObservationsAre = "k, the size of the selected set",
        NeedsDouble = Selections.NearTies,
        Direction = -1,
        ChineseName = "大单驱动涨幅20%",
        Section = "D",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "formula found; kept on scope ALL like cumreturn_top30order",
        Formula = "Π_{i∈S}(1+r_i)-1, E={i>=1,n_i>0}, S=TOPK(a_i/n_i over E, floor(20*|E|/100))",
        EdgeRule = "NaN if k<1",
        Source = "Haitong 选股因子系列(46) 日内分时成交中的玄机 (2019-04) 大单驱动涨幅 N=20%",
    };

    /// <summary>大单资金净流入率10% <c>amount_netin_top10order_ratio</c>.</summary>
    internal static FactorDefinition AmountNetinTop10orderRatio { get; } = new()
    {
        Id = "amount_netin_top10order_ratio",
        Value = day => VolumeAmountFactors.NetInflow(day, Selections.LargestOrders(day, percent: 10)) / day.Amount.Sum(),
        Observations = day => day.Amount.Where(Selections.LargestOrders(day, percent: 10)).Count(),
        MinObservations = 1,
        ObservationsAre = "k, the size of the selected set",
        NeedsDouble = Selections.NearTies,
        Direction = -1,
        ChineseName = "大单资金净流入率10%",
        Section = "D",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "formula found; scope ALL",
        Formula = "[Σ_{i∈S,r_i>0} a_i - Σ_{i∈S,r_i<0} a_i]/Σ a_i, E={i>=1,n_i>0}, S=TOPK(a_i/n_i over E, floor(10*|E|/100))",
        EdgeRule = "NaN if k<1 or Σa=0",
        Source = "Haitong 选股因子系列(46) 日内分时成交中的玄机 (2019-04) 大单资金净流入率 N=10%",
    };

    /// <summary>大单资金净流入率30% <c>amount_netin_top30order_ratio</c>.</summary>
    internal static FactorDefinition AmountNetinTop30orderRatio { get; } = new()
    {
        Id = "amount_netin_top30order_ratio",
        Value = day => VolumeAmountFactors.NetInflow(day, Selections.LargestOrders(day, percent: 30)) / day.Amount.Sum(),
        Observations = day => day.Amount.Where(Selections.LargestOrders(day, percent: 30)).Count(),
        MinObservations = 1,
        ObservationsAre = "k, the size of the selected set",
        NeedsDouble = Selections.NearTies,
        Direction = -1,
        ChineseName = "大单资金净流入率30%",
        Section = "D",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "formula found; scope ALL",
        Formula = "[Σ_{i∈S,r_i>0} a_i - Σ_{i∈S,r_i<0} a_i]/Σ a_i, E={i>=1,n_i>0}, S=TOPK(a_i/n_i over E, floor(30*|E|/100))",
        EdgeRule = "NaN if k<1 or Σa=0",
        Source = "Haitong 选股因子系列(46) 日内分时成交中的玄机 (2019-04) 大单资金净流入率 N=30%",
    };

    /// <summary>The factors of this category, in the order of the catalogue.</summary>
    internal static ImmutableArray<FactorDefinition> All =>
    [
        HfSkew, HfKurt, HfVar, CumreturnTop10order, CumreturnTop20order, AmountNetinTop10orderRatio, AmountNetinTop30orderRatio,
    ];

    private static Scalar Squares(Day day) => (day.Return * day.Return).Sum();

    private static Series ReturnsOfOrders(Day day, int percent) => day.Return.Where(Selections.LargestOrders(day, percent));
}
