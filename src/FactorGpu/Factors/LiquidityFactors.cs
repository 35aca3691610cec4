using System.Collections.Immutable;
using FactorGpu.Bars;
using FactorGpu.Expressions;

namespace FactorGpu.Factors;

/// <summary>Catalogue section B, 流动性: liquidity.</summary>
internal static class LiquidityFactors
{
    private const string Category = "流动性";
    private static readonly SlotRange s_opening = new(0, 0);
    private static readonly SlotRange s_closing = new(238, 241);

    /// <summary>Amihud(分钟,股数) <c>liq_amihud_1min</c>.</summary>
    internal static FactorDefinition LiqAmihud1min { get; } = new()
    {
        Id = "liq_amihud_1min",
        Value = day => (day.Return.Abs() / day.Volume).Where(day.Volume > 0).Sum(),
        Observations = day => day.Return.Where(day.Volume > 0).Count(),
        MinObservations = 1,
        ObservationsAre = "bars i>=1 with v>0",
        ToleranceScale = 0,
        Direction = -1,
        ChineseName = "Amihud(分钟,股数)",
        Section = "B",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "replication read",
        Formula = "Σ_{i>=1, v_i>0} |r_i|/v_i",
        EdgeRule = "NaN if no eligible bar",
        Source = "CICC 量化多因子系列(12) 高频因子手册 (year not confirmed), via public polars replication",
        Note = "Second public version: mean of |r|/amount (= amihud_illiq).",
    };

    /// <summary>集合竞价前成交量 <c>liq_closeprevol</c>.</summary>
    internal static FactorDefinition LiqCloseprevol { get; } = new()
    {
        Id = "liq_closeprevol",
        Value = day => VolumeOf(day, new SlotRange(0, 237)),
        MinObservations = 1,
        ToleranceScale = 0,
        ChineseName = "集合竞价前成交量",
        Section = "B",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "replication read",
        Formula = "Σ v over slots 0..237",
        Source = "CICC 量化多因子系列(12) 高频因子手册 (year not confirmed), via public polars replication",
        Note = "A second public version takes 14:54-14:57 only, see liq_closeprevol3.",
    };

    /// <summary>收盘竞价前3分钟成交量 <c>liq_closeprevol3</c>.</summary>
    internal static FactorDefinition LiqCloseprevol3 { get; } = new()
    {
        Id = "liq_closeprevol3",
        Value = day => VolumeOf(day, new SlotRange(235, 237)),
        MinObservations = 1,
        ToleranceScale = 0,
        ChineseName = "收盘竞价前3分钟成交量",
        Section = "B",
        Category = Category,
        Provenance = Provenance.Reconstructed,
        Confidence = "alternative reading",
        Formula = "Σ v over slots 235..237",
        Source = "CICC name liq_closeprevol, second public replication",
    };

    /// <summary>收盘前3分钟(竞价)成交量 <c>liq_closevol</c>.</summary>
    internal static FactorDefinition LiqClosevol { get; } = new()
    {
        Id = "liq_closevol",
        Value = day => VolumeOf(day, s_closing),
        MinObservations = 1,
        ToleranceScale = 0,
        ChineseName = "收盘前3分钟(竞价)成交量",
        Section = "B",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "replication read",
        Formula = "Σ v over slots 238..241",
        Source = "CICC 量化多因子系列(12) 高频因子手册 (year not confirmed), via public polars replication",
    };

    /// <summary>开盘集合竞价成交量占比 <c>liq_firstCallR</c>.</summary>
    internal static FactorDefinition LiqFirstCallR { get; } = new()
    {
        Id = "liq_firstCallR",
        Value = day => VolumeOf(day, s_opening) / day.Volume.Sum(),
        MinObservations = 1,
        ChineseName = "开盘集合竞价成交量占比",
        Section = "B",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "replication read",
        Formula = "v(slot 0) / Σ v",
        EdgeRule = "slot 0 invalid counts as 0",
        Source = "CICC 量化多因子系列(12) 高频因子手册 (year not confirmed), via public polars replication",
    };

    /// <summary>收盘集合竞价成交量占比 <c>liq_lastCallR</c>.</summary>
    internal static FactorDefinition LiqLastCallR { get; } = new()
    {
        Id = "liq_lastCallR",
        Value = day => VolumeOf(day, s_closing) / day.Volume.Sum(),
        MinObservations = 1,
        ChineseName = "收盘集合竞价成交量占比",
        Section = "B",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "replication read",
        Formula = "Σ v over slots 238..241 / Σ v",
        Source = "CICC 量化多因子系列(12) 高频因子手册 (year not confirmed), via public polars replication",
    };

    /// <summary>开盘集合竞价成交量 <c>liq_openvol</c>.</summary>
    internal static FactorDefinition LiqOpenvol { get; } = new()
    {
        Id = "liq_openvol",
        Value = day => VolumeOf(day, s_opening),
        MinObservations = 1,
        ToleranceScale = 0,
        ChineseName = "开盘集合竞价成交量",
        Section = "B",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "replication read",
        Formula = "v(slot 0)",
        EdgeRule = "0 if slot 0 invalid",
        Source = "CICC 量化多因子系列(12) 高频因子手册 (year not confirmed), via public polars replication",
    };

    /// <summary>The factors of this category, in the order of the catalogue.</summary>
    internal static ImmutableArray<FactorDefinition> All =>
    [
        LiqAmihud1min, LiqCloseprevol, LiqCloseprevol3, LiqClosevol, LiqFirstCallR, LiqLastCallR, LiqOpenvol,
    ];

    private static Scalar VolumeOf(Day day, SlotRange slots) => day.Volume.Between(slots).Sum();
}
