using System.Collections.Immutable;
using FactorGpu.Bars;
using FactorGpu.Expressions;

namespace FactorGpu.Factors;

/// <summary>Catalogue section B, 资金成交: returns against traded volume.</summary>
internal static class TradeFlowFactors
{
    private const string Category = "资金成交";

    /// <summary>后20k线收益率成交占比 <c>trade_bottom20retRatio</c>.</summary>
    internal static FactorDefinition TradeBottom20retRatio { get; } = new()
    {
        Id = "trade_bottom20retRatio",
        Value = day => WeightedReturn(day, new SlotRange(221, 241)),
        MinObservations = 1,
        ChineseName = "后20k线收益率成交占比",
        Section = "B",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "replication read",
        Formula = "Σ_B v_i q_i / Σ_B v_i, B=bars in slots 221..241",
        EdgeRule = "NaN if Σ_B v=0",
        Source = "CICC 量化多因子系列(12) 高频因子手册 (year not confirmed), via public polars replication",
        Note = "Code adds 1 to the denominator; two other replications divide by the whole-day volume.",
    };

    /// <summary>后50k线收益率成交占比 <c>trade_bottom50retRatio</c>.</summary>
    internal static FactorDefinition TradeBottom50retRatio { get; } = new()
    {
        Id = "trade_bottom50retRatio",
        Value = day => WeightedReturn(day, new SlotRange(191, 241)),
        MinObservations = 1,
        ChineseName = "后50k线收益率成交占比",
        Section = "B",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "replication read",
        Formula = "Σ_B v_i q_i / Σ_B v_i, B=bars in slots 191..241",
        EdgeRule = "NaN if Σ_B v=0",
        Source = "CICC 量化多因子系列(12) 高频因子手册 (year not confirmed), via public polars replication",
    };

    /// <summary>前20k线收益率成交占比 <c>trade_top20retRatio</c>.</summary>
    internal static FactorDefinition TradeTop20retRatio { get; } = new()
    {
        Id = "trade_top20retRatio",
        Value = day => (Returns.IntraBar(day) / Shares(day, 20)).Mean(),
        MinObservations = 1,
        ChineseName = "前20k线收益率成交占比",
        Section = "B",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "replication read",
        Formula = "mean_B(q_i/d_i); B=bars in slots 0..20 with v>0, d_i=v_i/Σ_B v",
        EdgeRule = "NaN if B empty",
        Source = "CICC 量化多因子系列(12) 高频因子手册 (year not confirmed), via public polars replication",
        Note = "Two replications multiply instead of divide, see trade_top20retProd. The code keeps time<=09:50 (21 bars).",
    };

    /// <summary>前50k线收益率成交占比 <c>trade_top50retRatio</c>.</summary>
    internal static FactorDefinition TradeTop50retRatio { get; } = new()
    {
        Id = "trade_top50retRatio",
        Value = day => (Returns.IntraBar(day) / Shares(day, 50)).Mean(),
        MinObservations = 1,
        ChineseName = "前50k线收益率成交占比",
        Section = "B",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "replication read",
        Formula = "mean_B(q_i/d_i); B=bars in slots 0..50 with v>0, d_i=v_i/Σ_B v",
        EdgeRule = "NaN if B empty",
        Source = "CICC 量化多因子系列(12) 高频因子手册 (year not confirmed), via public polars replication",
    };

    /// <summary>前20k线下跌收益率成交占比 <c>trade_topNeg20retRatio</c>.</summary>
    internal static FactorDefinition TradeTopNeg20retRatio { get; } = new()
    {
        Id = "trade_topNeg20retRatio",
        Value = day => (Series.Maximum(-Returns.IntraBar(day), 0) / Shares(day, 20)).Mean(),
        MinObservations = 1,
        ChineseName = "前20k线下跌收益率成交占比",
        Section = "B",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "replication read",
        Formula = "mean_B(max(-q_i,0)/d_i); B=bars in slots 0..20 with v>0, d_i=v_i/Σ_B v",
        EdgeRule = "NaN if B empty",
        Source = "CICC 量化多因子系列(12) 高频因子手册 (year not confirmed), via public polars replication",
    };

    /// <summary>前20k线上涨收益率成交占比 <c>trade_topPos20retRatio</c>.</summary>
    internal static FactorDefinition TradeTopPos20retRatio { get; } = new()
    {
        Id = "trade_topPos20retRatio",
        Value = day => (Series.Maximum(Returns.IntraBar(day), 0) / Shares(day, 20)).Mean(),
        MinObservations = 1,
        ChineseName = "前20k线上涨收益率成交占比",
        Section = "B",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "replication read",
        Formula = "mean_B(max(q_i,0)/d_i); B=bars in slots 0..20 with v>0, d_i=v_i/Σ_B v",
        EdgeRule = "NaN if B empty",
        Source = "CICC 量化多因子系列(12) 高频因子手册 (year not confirmed), via public polars replication",
    };

    /// <summary>前20k线加权收益(乘积口径) <c>trade_top20retProd</c>.</summary>
    internal static FactorDefinition TradeTop20retProd { get; } = new()
    {
        Id = "trade_top20retProd",
        Value = day => Product(day, Returns.IntraBar(day)),
        MinObservations = 1,
        ChineseName = "前20k线加权收益(乘积口径)",
        Section = "B",
        Category = Category,
        Provenance = Provenance.Reconstructed,
        Confidence = "alternative reading",
        Formula = "Σ_{slots 0..20} q_i * v_i / Σ_{all} v_i",
        Source = "CICC name trade_top20retRatio, product reading",
    };

    /// <summary>前20k线加权收益(乘积口径) <c>trade_topNeg20retProd</c>.</summary>
    internal static FactorDefinition TradeTopNeg20retProd { get; } = new()
    {
        Id = "trade_topNeg20retProd",
        Value = day => Product(day, Series.Maximum(-Returns.IntraBar(day), 0)),
        MinObservations = 1,
        ChineseName = "前20k线加权收益(乘积口径)",
        Section = "B",
        Category = Category,
        Provenance = Provenance.Reconstructed,
        Confidence = "alternative reading",
        Formula = "Σ_{slots 0..20} max(-q_i,0) * v_i / Σ_{all} v_i",
        Source = "CICC name trade_topNeg20retRatio, product reading",
    };

    /// <summary>前20k线加权收益(乘积口径) <c>trade_topPos20retProd</c>.</summary>
    internal static FactorDefinition TradeTopPos20retProd { get; } = new()
    {
        Id = "trade_topPos20retProd",
        Value = day => Product(day, Series.Maximum(Returns.IntraBar(day), 0)),
        MinObservations = 1,
        ChineseName = "前20k线加权收益(乘积口径)",
        Section = "B",
        Category = Category,
        Provenance = Provenance.Reconstructed,
        Confidence = "alternative reading",
        Formula = "Σ_{slots 0..20} max(q_i,0) * v_i / Σ_{all} v_i",
        Source = "CICC name trade_topPos20retRatio, product reading",
    };

    /// <summary>The factors of this category, in the order of the catalogue.</summary>
    internal static ImmutableArray<FactorDefinition> All =>
    [
        TradeBottom20retRatio, TradeBottom50retRatio, TradeTop20retRatio, TradeTop50retRatio, TradeTopNeg20retRatio, TradeTopPos20retRatio,
        TradeTop20retProd, TradeTopNeg20retProd, TradeTopPos20retProd,
    ];

    private static Scalar WeightedReturn(Day day, SlotRange slots)
        => (day.Volume * Returns.IntraBar(day)).Between(slots).Sum() / day.Volume.Between(slots).Sum();

    /// <summary>d_i: the part of the volume of the first slots, where there is any.</summary>
    private static Series Shares(Day day, int lastSlot)
    {
        Series traded = day.Volume.Between(new SlotRange(0, lastSlot)).Where(day.Volume > 0);
        return traded / traded.Sum();
    }

    private static Scalar Product(Day day, Series returns) => (returns * day.Volume).Between(new SlotRange(0, 20)).Sum() / day.Volume.Sum();
}
