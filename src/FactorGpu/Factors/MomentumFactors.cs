using System.Collections.Immutable;
using FactorGpu.Bars;
using FactorGpu.Expressions;

namespace FactorGpu.Factors;

/// <summary>Catalogue section B, 动量反转: momentum and reversal.</summary>
internal static class MomentumFactors
{
    private const string Category = "动量反转";
    private const int WindowBars = 50;

    /// <summary>下午盘动量 <c>mmt_pm</c>.</summary>
    internal static FactorDefinition MmtPm { get; } = new()
    {
        Id = "mmt_pm",
        Value = day => OpenToClose(day, BarAxis.Afternoon),
        Observations = day => day.Close.Between(BarAxis.Afternoon).Count(),
        MinObservations = 1,
        ObservationsAre = "valid bars in scope inside the slice",
        ChineseName = "下午盘动量",
        Section = "B",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "replication read",
        Formula = "R(c of last valid bar in PM, o of first valid bar in PM)",
        EdgeRule = "NaN if no valid bar in PM",
        Source = "CICC 量化多因子系列(12) 高频因子手册 (year not confirmed), via public polars replication",
        Note = "The polars code returns the ratio without -1 (monotone equal).",
    };

    /// <summary>上午盘动量 <c>mmt_am</c>.</summary>
    internal static FactorDefinition MmtAm { get; } = new()
    {
        Id = "mmt_am",
        Value = day => OpenToClose(day, BarAxis.Morning),
        Observations = day => day.Close.Between(BarAxis.Morning).Count(),
        MinObservations = 1,
        ObservationsAre = "valid bars in scope inside the slice",
        ChineseName = "上午盘动量",
        Section = "B",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "replication read",
        Formula = "R(c of last valid bar in AM, o of first valid bar in AM)",
        EdgeRule = "NaN if no valid bar in AM",
        Source = "CICC 量化多因子系列(12) 高频因子手册 (year not confirmed), via public polars replication",
        Note = "Ratio without -1 in the polars code.",
    };

    /// <summary>尾盘半小时动量 <c>mmt_last30</c>.</summary>
    internal static FactorDefinition MmtLast30 { get; } = new()
    {
        Id = "mmt_last30",
        Value = day => OpenToClose(day, BarAxis.HalfHours[7]),
        Observations = day => day.Close.Between(BarAxis.HalfHours[7]).Count(),
        MinObservations = 1,
        ObservationsAre = "valid bars in scope inside the slice",
        ChineseName = "尾盘半小时动量",
        Section = "B",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "replication read",
        Formula = "R(c of last valid bar in H8, o of first valid bar in H8)",
        EdgeRule = "NaN if no valid bar in H8",
        Source = "CICC 量化多因子系列(12) 高频因子手册 (year not confirmed), via public polars replication",
        Note = "Base is the OPEN of the 14:30 bar; return_last_30min uses the price at 14:30:00 (close of 14:29).",
    };

    /// <summary>上下午盘动量差 <c>mmt_paratio</c>.</summary>
    internal static FactorDefinition MmtParatio { get; } = new()
    {
        Id = "mmt_paratio",
        Value = day => MmtPm.AsScalar() - MmtAm.AsScalar(),
        MinObservations = 1,
        ChineseName = "上下午盘动量差",
        Section = "B",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "replication read",
        Formula = "mmt_pm - mmt_am",
        EdgeRule = "NaN if either part is NaN",
        Source = "CICC 量化多因子系列(12) 高频因子手册 (year not confirmed), via public polars replication",
    };

    /// <summary>去头尾动量 <c>mmt_between</c>.</summary>
    internal static FactorDefinition MmtBetween { get; } = new()
    {
        Id = "mmt_between",
        Value = day => OpenToClose(day, new SlotRange(31, 210)),
        Observations = day => day.Close.Between(new SlotRange(31, 210)).Count(),
        MinObservations = 1,
        ObservationsAre = "valid bars in scope inside the slice",
        ChineseName = "去头尾动量",
        Section = "B",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "replication read",
        Formula = "R(c of last valid bar, o of first valid bar) over slots 31..210",
        EdgeRule = "NaN if no valid bar in 31..210",
        Source = "CICC 量化多因子系列(12) 高频因子手册 (year not confirmed), via public polars replication",
    };

    /// <summary>QRS衍生相关系数均值 <c>mmt_ols_corr_mean</c>.</summary>
    internal static FactorDefinition MmtOlsCorrMean { get; } = new()
    {
        Id = "mmt_ols_corr_mean",
        Value = day => WhereDefined(day.Low.RollingCorr(day.High, WindowBars)).Mean(),
        Scope = BarScope.Core,
        MinObservations = 50,
        ObservationsAre = "valid bars in scope (50 for the first window, 51 for two windows)",
        ChineseName = "QRS衍生相关系数均值",
        Section = "B",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "replication read",
        Formula = "mean over windows with neither l nor h CONST of Sxy/(sqrt(Sxx)*sqrt(Syy)); windows e=49..N-1 of bars e-49..e; x=l, y=h; Sxx,Syy,Sxy two-pass inside the window",
        EdgeRule = "NaN if N<50 or no defined window (the code fills 0)",
        Source = "CICC 量化多因子系列(12) 高频因子手册 (year not confirmed), via public polars replication",
    };

    /// <summary>QRS衍生R方均值 <c>mmt_ols_corr_square_mean</c>.</summary>
    internal static FactorDefinition MmtOlsCorrSquareMean { get; } = new()
    {
        Id = "mmt_ols_corr_square_mean",
        Value = day => WhereDefined(SquaredCorrelation(day)).Mean(),
        Scope = BarScope.Core,
        MinObservations = 50,
        ObservationsAre = "valid bars in scope (50 for the first window, 51 for two windows)",
        ChineseName = "QRS衍生R方均值",
        Section = "B",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "replication read",
        Formula = "mean over defined windows of Sxy²/(Sxx*Syy); windows e=49..N-1 of bars e-49..e; x=l, y=h; Sxx,Syy,Sxy two-pass inside the window",
        EdgeRule = "as mmt_ols_corr_mean",
        Source = "CICC 量化多因子系列(12) 高频因子手册 (year not confirmed), via public polars replication",
    };

    /// <summary>QRS衍生beta均值 <c>mmt_ols_beta_mean</c>.</summary>
    internal static FactorDefinition MmtOlsBetaMean { get; } = new()
    {
        Id = "mmt_ols_beta_mean",
        Value = day => Slope(day).Mean(),
        Scope = BarScope.Core,
        MinObservations = 50,
        ObservationsAre = "valid bars in scope (50 for the first window, 51 for two windows)",
        ChineseName = "QRS衍生beta均值",
        Section = "B",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "replication read",
        Formula = "mean over all windows of β_e; β_e=Sxy/Sxx (0 if h is CONST), or mean(h)/mean(l) if l is CONST in the window; windows e=49..N-1 of bars e-49..e; x=l, y=h; Sxx,Syy,Sxy two-pass inside the window",
        EdgeRule = "NaN if N<50",
        Source = "CICC 量化多因子系列(12) 高频因子手册 (year not confirmed), via public polars replication",
    };

    /// <summary>QRS衍生beta标准分 <c>mmt_ols_beta_zscore_last</c>.</summary>
    internal static FactorDefinition MmtOlsBetaZscoreLast { get; } = new()
    {
        Id = "mmt_ols_beta_zscore_last",
        Value = day => LastSlopeStandardised(day),
        Scope = BarScope.Core,
        MinObservations = 51,
        ObservationsAre = "valid bars in scope (50 for the first window, 51 for two windows)",
        ChineseName = "QRS衍生beta标准分",
        Section = "B",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "replication read",
        Formula = "(β_last - mean(β))/std_1(β) over all windows; β as in mmt_ols_beta_mean",
        EdgeRule = "NaN if fewer than 2 windows or max(β)-min(β) <= 1e-10*|mean(β)| (the code returns mean β)",
        Source = "CICC 量化多因子系列(12) 高频因子手册 (year not confirmed), via public polars replication",
    };

    /// <summary>分钟QRS指标 <c>mmt_ols_qrs</c>.</summary>
    internal static FactorDefinition MmtOlsQrs { get; } = new()
    {
        Id = "mmt_ols_qrs",
        Value = day => MmtOlsCorrSquareMean.AsScalar() * MmtOlsBetaZscoreLast.AsScalar(),
        Scope = BarScope.Core,
        MinObservations = 51,
        ObservationsAre = "valid bars in scope (50 for the first window, 51 for two windows)",
        ChineseName = "分钟QRS指标",
        Section = "B",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "replication read",
        Formula = "mmt_ols_corr_square_mean * mmt_ols_beta_zscore_last",
        EdgeRule = "NaN if either part is NaN (the code gives 0)",
        Source = "CICC 量化多因子系列(12) 高频因子手册 (year not confirmed), via public polars replication",
        Note = "The polars listing raises cov to 0.5 instead of 2 (bug). A second public version averages β*R² over the windows instead.",
    };

    /// <summary>top50量成交动量 <c>mmt_top50VolumeRet</c>.</summary>
    internal static FactorDefinition MmtTop50VolumeRet { get; } = new()
    {
        Id = "mmt_top50VolumeRet",
        Value = day => ProductOfChanges(day, day.Volume.TopCount(50)),
        MinObservations = 50,
        NeedsDouble = DoubleReasons.ManyRatios,
        ChineseName = "top50量成交动量",
        Section = "B",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "replication read",
        Formula = "Π_{i∈S}(c_i/o_i) - 1, S=TOPK(v_i,50)",
        EdgeRule = "NaN if N<50",
        Source = "CICC 量化多因子系列(12) 高频因子手册 (year not confirmed), via public polars replication",
        Note = "The polars code keeps every bar tied with the k-th volume.",
    };

    /// <summary>bottom50量成交动量 <c>mmt_bottom50VolumeRet</c>.</summary>
    internal static FactorDefinition MmtBottom50VolumeRet { get; } = new()
    {
        Id = "mmt_bottom50VolumeRet",
        Value = day => ProductOfChanges(day, (-day.Volume).TopCount(50)),
        MinObservations = 50,
        NeedsDouble = DoubleReasons.ManyRatios,
        ChineseName = "bottom50量成交动量",
        Section = "B",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "replication read",
        Formula = "Π_{i∈S}(c_i/o_i) - 1, S=BOTK(v_i,50)",
        EdgeRule = "NaN if N<50",
        Source = "CICC 量化多因子系列(12) 高频因子手册 (year not confirmed), via public polars replication",
        Note = "The polars code keeps every bar tied with the k-th volume.",
    };

    /// <summary>top20量成交动量 <c>mmt_top20VolumeRet</c>.</summary>
    internal static FactorDefinition MmtTop20VolumeRet { get; } = new()
    {
        Id = "mmt_top20VolumeRet",
        Value = day => ProductOfChanges(day, day.Volume.TopCount(20)),
        MinObservations = 20,
        NeedsDouble = DoubleReasons.ManyRatios,
        ChineseName = "top20量成交动量",
        Section = "B",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "replication read",
        Formula = "Π_{i∈S}(c_i/o_i) - 1, S=TOPK(v_i,20)",
        EdgeRule = "NaN if N<20",
        Source = "CICC 量化多因子系列(12) 高频因子手册 (year not confirmed), via public polars replication",
        Note = "The polars code keeps every bar tied with the k-th volume.",
    };

    /// <summary>bottom20量成交动量 <c>mmt_bottom20VolumeRet</c>.</summary>
    internal static FactorDefinition MmtBottom20VolumeRet { get; } = new()
    {
        Id = "mmt_bottom20VolumeRet",
        Value = day => ProductOfChanges(day, (-day.Volume).TopCount(20)),
        MinObservations = 20,
        NeedsDouble = DoubleReasons.ManyRatios,
        ChineseName = "bottom20量成交动量",
        Section = "B",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "replication read",
        Formula = "Π_{i∈S}(c_i/o_i) - 1, S=BOTK(v_i,20)",
        EdgeRule = "NaN if N<20",
        Source = "CICC 量化多因子系列(12) 高频因子手册 (year not confirmed), via public polars replication",
        Note = "The polars code keeps every bar tied with the k-th volume; its bottom20 uses the 50th threshold (bug).",
    };

    /// <summary>The factors of this category, in the order of the catalogue.</summary>
    internal static ImmutableArray<FactorDefinition> All =>
    [
        MmtPm, MmtAm, MmtLast30, MmtParatio, MmtBetween, MmtOlsCorrMean, MmtOlsCorrSquareMean, MmtOlsBetaMean, MmtOlsBetaZscoreLast,
        MmtOlsQrs, MmtTop50VolumeRet, MmtBottom50VolumeRet, MmtTop20VolumeRet, MmtBottom20VolumeRet,
    ];

    private static Scalar OpenToClose(Day day, SlotRange slots) => day.Close.Between(slots).Last().ChangeFrom(day.Open.Between(slots).First());

    private static Scalar ProductOfChanges(Day day, Condition selected) => (day.Close / day.Open).Where(selected).Product() - 1;

    private static Series WhereDefined(Series x) => x.Where(x.EqualTo(x));

    private static Series SquaredCorrelation(Day day)
    {
        Series cov = LowHighCovariance(day);
        return cov * cov / (LowVariance(day) * day.High.RollingCov(day.High, WindowBars, ddof: 1));
    }

    /// <summary>β of the highs on the lows in each window; the ratio of their means where the lows are constant, which an exact variance of 0 tells.</summary>
    private static Series Slope(Day day)
    {
        Series ratio = day.High.RollingMean(WindowBars) / day.Low.RollingMean(WindowBars);
        return LowVariance(day).EqualTo(0).IfElse(ratio, LowHighCovariance(day) / LowVariance(day));
    }

    /// <summary>z-score of the last β, taken of β less the first β: the spread may be a ten-thousandth of β, and the mean must not lose those digits.</summary>
    private static Scalar LastSlopeStandardised(Day day)
    {
        Series slope = Slope(day);
        Series change = slope - slope.First();
        ScalarCondition isSpread = slope.Max() - slope.Min() > 1e-10 * slope.Mean().Abs();
        return isSpread.IfElse((change.Last() - change.Mean()) / change.Std(ddof: 1), double.NaN);
    }

    private static Series LowVariance(Day day) => day.Low.RollingCov(day.Low, WindowBars, ddof: 1);

    private static Series LowHighCovariance(Day day) => day.Low.RollingCov(day.High, WindowBars, ddof: 1);
}
