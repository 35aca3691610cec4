using System.Collections.Immutable;
using FactorGpu.Expressions;

namespace FactorGpu.Factors;

/// <summary>Catalogue section B, 高阶特征: higher moments.</summary>
internal static class ShapeFactors
{
    private const string Category = "高阶特征";

    /// <summary>分钟收益率偏度 <c>shape_skew</c>.</summary>
    internal static FactorDefinition ShapeSkew { get; } = new()
    {
        Id = "shape_skew",
        Value = day => Returns.IntraBar(day).Skew(),
        MinObservations = 3,
        ObservationsAre = "intra-bar returns q_i in the sample",
        Direction = -1,
        ChineseName = "分钟收益率偏度",
        Section = "B",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "replication read",
        Formula = "skew(q_i)",
        EdgeRule = "CONST -> NaN",
        Source = "CICC 量化多因子系列(12) 高频因子手册 (year not confirmed), via public polars replication",
    };

    /// <summary>分钟收益率峰度 <c>shape_kurt</c>.</summary>
    internal static FactorDefinition ShapeKurt { get; } = new()
    {
        Id = "shape_kurt",
        Value = day => Returns.IntraBar(day).Kurt(),
        MinObservations = 4,
        ObservationsAre = "intra-bar returns q_i in the sample",
        Direction = -1,
        ChineseName = "分钟收益率峰度",
        Section = "B",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "replication read",
        Formula = "kurt(q_i) (excess)",
        EdgeRule = "CONST -> NaN",
        Source = "CICC 量化多因子系列(12) 高频因子手册 (year not confirmed), via public polars replication",
    };

    /// <summary>偏度/峰度 <c>shape_skratio</c>.</summary>
    internal static FactorDefinition ShapeSkratio { get; } = new()
    {
        Id = "shape_skratio",
        Value = day => ShapeSkew.AsScalar() / ShapeKurt.AsScalar(),
        MinObservations = 4,
        ObservationsAre = "intra-bar returns q_i in the sample",
        ToleranceScaleFactor = RatioScale(ShapeSkew, ShapeKurt),
        NeedsDouble = DoubleReasons.SmallKurtosis,
        Direction = -1,
        ChineseName = "偏度/峰度",
        Section = "B",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "replication read",
        Formula = "shape_skew / shape_kurt",
        EdgeRule = "NaN if shape_kurt=0",
        Source = "CICC 量化多因子系列(12) 高频因子手册 (year not confirmed), via public polars replication",
        Note = "The Chinese text says kurtosis-to-skewness ratio; all replications compute skew/kurt. Ill-conditioned when kurt is near 0, hence the special tolerance scale.",
    };

    /// <summary>成交量占比偏度 <c>shape_skewVol</c>.</summary>
    internal static FactorDefinition ShapeSkewVol { get; } = new()
    {
        Id = "shape_skewVol",
        Value = day => day.Volume.Skew(),
        MinObservations = 3,
        Direction = -1,
        Aliases = ["skewVolProp", "成交量占比偏度", "v_skew"],
        ChineseName = "成交量占比偏度",
        Section = "B",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "replication read",
        Formula = "skew(v_i)  (= skew of v_i/Σv)",
        EdgeRule = "CONST -> NaN",
        Source = "CICC 量化多因子系列(12) 高频因子手册 (year not confirmed), via public polars replication",
    };

    /// <summary>成交量占比峰度 <c>shape_kurtVol</c>.</summary>
    internal static FactorDefinition ShapeKurtVol { get; } = new()
    {
        Id = "shape_kurtVol",
        Value = day => day.Volume.Kurt(),
        MinObservations = 4,
        NeedsDouble = DoubleReasons.FourthPowers,
        Direction = -1,
        Aliases = ["成交量占比峰度"],
        ChineseName = "成交量占比峰度",
        Section = "B",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "replication read",
        Formula = "kurt(v_i)  (= kurt of v_i/Σv, excess)",
        EdgeRule = "CONST -> NaN",
        Source = "CICC 量化多因子系列(12) 高频因子手册 (year not confirmed), via public polars replication",
    };

    /// <summary>成交量占比偏度/峰度 <c>shape_skratioVol</c>.</summary>
    internal static FactorDefinition ShapeSkratioVol { get; } = new()
    {
        Id = "shape_skratioVol",
        Value = day => ShapeSkewVol.AsScalar() / ShapeKurtVol.AsScalar(),
        MinObservations = 4,
        ToleranceScaleFactor = RatioScale(ShapeSkewVol, ShapeKurtVol),
        NeedsDouble = DoubleReasons.SmallKurtosis,
        Direction = -1,
        ChineseName = "成交量占比偏度/峰度",
        Section = "B",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "replication read",
        Formula = "shape_skewVol / shape_kurtVol",
        EdgeRule = "NaN if shape_kurtVol=0",
        Source = "CICC 量化多因子系列(12) 高频因子手册 (year not confirmed), via public polars replication",
        Note = "As shape_skratio.",
    };

    /// <summary>The factors of this category, in the order of the catalogue.</summary>
    internal static ImmutableArray<FactorDefinition> All =>
    [
        ShapeSkew, ShapeKurt, ShapeSkratio, ShapeSkewVol, ShapeKurtVol, ShapeSkratioVol,
    ];

    /// <summary>S of a ratio whose denominator may be near 0: max(1, (1 + |value|) / |denominator|), the <c>special</c> of catalogue 1.8.</summary>
    private static FactorDefinition RatioScale(FactorDefinition numerator, FactorDefinition denominator) => new()
    {
        Id = "special",
        Value = _ => Scalar.Maximum(1, (1 + (numerator.AsScalar() / denominator.AsScalar()).Abs()) / denominator.AsScalar().Abs()),
    };
}
