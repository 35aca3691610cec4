using System.Collections.Immutable;
using FactorGpu.Expressions;

namespace FactorGpu.Factors;

/// <summary>Catalogue section B, 波动率: volatility.</summary>
internal static class VolatilityFactors
{
    private const string Category = "波动率";

    /// <summary>分钟成交量标准差 <c>vol_volume1min</c>.</summary>
    internal static FactorDefinition VolVolume1min { get; } = new()
    {
        Id = "vol_volume1min",
        Value = day => day.Volume.Std(ddof: 1),
        MinObservations = 2,
        ObservationsAre = "elements of the sample named by the formula",
        ToleranceScale = 0,
        ChineseName = "分钟成交量标准差",
        Section = "B",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "replication read",
        Formula = "std_1(v_i)",
        EdgeRule = "CONST -> 0",
        Source = "CICC 量化多因子系列(12) 高频因子手册 (year not confirmed), via public polars replication",
    };

    /// <summary>分钟极比标准差 <c>vol_range1min</c>.</summary>
    internal static FactorDefinition VolRange1min { get; } = new()
    {
        Id = "vol_range1min",
        Value = day => day.High.ChangeFrom(day.Low).Std(ddof: 1),
        MinObservations = 2,
        ObservationsAre = "elements of the sample named by the formula",
        ToleranceScale = 1e-06,
        ChineseName = "分钟极比标准差",
        Section = "B",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "replication read",
        Formula = "std_1((h_i-l_i)/l_i)",
        EdgeRule = "CONST -> 0",
        Source = "CICC 量化多因子系列(12) 高频因子手册 (year not confirmed), via public polars replication",
        Note = "Same value as std of h/l; difference form is the normative one.",
    };

    /// <summary>分钟收益率标准差 <c>vol_return1min</c>.</summary>
    internal static FactorDefinition VolReturn1min { get; } = new()
    {
        Id = "vol_return1min",
        Value = day => Returns.IntraBar(day).Std(ddof: 1),
        MinObservations = 2,
        ObservationsAre = "intra-bar returns q_i in the sample",
        ToleranceScale = 1e-06,
        ChineseName = "分钟收益率标准差",
        Section = "B",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "replication read",
        Formula = "std_1(q_i)",
        EdgeRule = "CONST -> 0",
        Source = "CICC 量化多因子系列(12) 高频因子手册 (year not confirmed), via public polars replication",
        Note = "Intra-bar returns as in the polars code; a second public version uses close-to-close.",
    };

    /// <summary>上行波动率 <c>vol_upVol</c>.</summary>
    internal static FactorDefinition VolUpVol { get; } = new()
    {
        Id = "vol_upVol",
        Value = day => Rises(day).Std(ddof: 1),
        Observations = day => Rises(day).Count(),
        MinObservations = 2,
        ObservationsAre = "intra-bar returns q_i in the sample",
        ToleranceScale = 1e-06,
        ChineseName = "上行波动率",
        Section = "B",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "replication read",
        Formula = "std_1({q_i: q_i>0})",
        EdgeRule = "CONST -> 0; NaN if fewer than 2 (the code fills 0)",
        Source = "CICC 量化多因子系列(12) 高频因子手册 (year not confirmed), via public polars replication",
        Note = "Other public readings: root mean square of positive returns; sqrt of the sum of squares.",
    };

    /// <summary>上行波动率占比 <c>vol_upRatio</c>.</summary>
    internal static FactorDefinition VolUpRatio { get; } = new()
    {
        Id = "vol_upRatio",
        Value = day => VolUpVol.AsScalar() / VolReturn1min.AsScalar(),
        MinObservations = 2,
        ChineseName = "上行波动率占比",
        Section = "B",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "replication read",
        Formula = "vol_upVol / vol_return1min",
        EdgeRule = "NaN if denominator 0",
        Source = "CICC 量化多因子系列(12) 高频因子手册 (year not confirmed), via public polars replication",
    };

    /// <summary>下行波动率 <c>vol_downVol</c>.</summary>
    internal static FactorDefinition VolDownVol { get; } = new()
    {
        Id = "vol_downVol",
        Value = day => Falls(day).Std(ddof: 1),
        Observations = day => Falls(day).Count(),
        MinObservations = 2,
        ObservationsAre = "intra-bar returns q_i in the sample",
        ToleranceScale = 1e-06,
        ChineseName = "下行波动率",
        Section = "B",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "replication read",
        Formula = "std_1({q_i: q_i<0})",
        EdgeRule = "as vol_upVol",
        Source = "CICC 量化多因子系列(12) 高频因子手册 (year not confirmed), via public polars replication",
    };

    /// <summary>下行波动率占比 <c>vol_downRatio</c>.</summary>
    internal static FactorDefinition VolDownRatio { get; } = new()
    {
        Id = "vol_downRatio",
        Value = day => VolDownVol.AsScalar() / VolReturn1min.AsScalar(),
        MinObservations = 2,
        ChineseName = "下行波动率占比",
        Section = "B",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "replication read",
        Formula = "vol_downVol / vol_return1min",
        EdgeRule = "NaN if denominator 0",
        Source = "CICC 量化多因子系列(12) 高频因子手册 (year not confirmed), via public polars replication",
    };

    /// <summary>The factors of this category, in the order of the catalogue.</summary>
    internal static ImmutableArray<FactorDefinition> All =>
    [
        VolVolume1min, VolRange1min, VolReturn1min, VolUpVol, VolUpRatio, VolDownVol, VolDownRatio,
    ];

    private static Series Rises(Day day) => Returns.IntraBar(day).Where(Returns.IntraBar(day) > 0);

    private static Series Falls(Day day) => Returns.IntraBar(day).Where(Returns.IntraBar(day) < 0);
}
