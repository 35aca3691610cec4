using System.Collections.Immutable;
using FactorGpu.Expressions;

namespace FactorGpu.Factors;

/// <summary>Catalogue section B, 筹码分布: how volume is spread over prices.</summary>
internal static class ChipFactors
{
    private const string Category = "筹码分布";

    /// <summary>收益率分组筹码峰度 <c>doc_kurt</c>.</summary>
    internal static FactorDefinition DocKurt { get; } = new()
    {
        Id = "doc_kurt",
        Value = day => Shares(day).Kurt(),
        Observations = day => Shares(day).Count(),
        MinObservations = 4,
        ObservationsAre = "distinct close prices",
        ChineseName = "收益率分组筹码峰度",
        Section = "B",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "replication read",
        Formula = "kurt over groups of share_g; groups g = distinct close prices (exact equality), share_g = Σ_{c_i=p_g} v_i / Σ v",
        EdgeRule = "NaN if fewer than 4 groups; CONST -> NaN",
        Source = "CICC 量化多因子系列(12) 高频因子手册 (year not confirmed), via public polars replication",
        Note = "As coded (moments across groups of the shares). The volume-weighted reading is doc_kurt_w.",
    };

    /// <summary>收益率分组筹码偏度 <c>doc_skew</c>.</summary>
    internal static FactorDefinition DocSkew { get; } = new()
    {
        Id = "doc_skew",
        Value = day => Shares(day).Skew(),
        Observations = day => Shares(day).Count(),
        MinObservations = 3,
        ObservationsAre = "distinct close prices",
        ChineseName = "收益率分组筹码偏度",
        Section = "B",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "replication read",
        Formula = "skew over groups of share_g; groups g = distinct close prices (exact equality), share_g = Σ_{c_i=p_g} v_i / Σ v",
        EdgeRule = "NaN if fewer than 3 groups; CONST -> NaN",
        Source = "CICC 量化多因子系列(12) 高频因子手册 (year not confirmed), via public polars replication",
        Note = "As doc_kurt.",
    };

    /// <summary>收益率分组筹码标准差 <c>doc_std</c>.</summary>
    internal static FactorDefinition DocStd { get; } = new()
    {
        Id = "doc_std",
        Value = day => Shares(day).Std(ddof: 1),
        Observations = day => Shares(day).Count(),
        MinObservations = 2,
        ObservationsAre = "distinct close prices",
        ToleranceScale = 0,
        ChineseName = "收益率分组筹码标准差",
        Section = "B",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "replication read",
        Formula = "std_1 over groups of share_g; groups g = distinct close prices (exact equality), share_g = Σ_{c_i=p_g} v_i / Σ v",
        EdgeRule = "NaN if fewer than 2 groups; CONST -> 0",
        Source = "CICC 量化多因子系列(12) 高频因子手册 (year not confirmed), via public polars replication",
        Note = "The polars code calls skew() here (bug).",
    };

    /// <summary>筹码60%分位收益率 <c>doc_pdf60</c>.</summary>
    internal static FactorDefinition DocPdf60 { get; } = new()
    {
        Id = "doc_pdf60",
        Value = day => ReturnAtShare(day, 3, 5),
        MinObservations = 1,
        NeedsDouble = DoubleReasons.ExactVolumes,
        ChineseName = "筹码60%分位收益率",
        Section = "B",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "replication read",
        Formula = "groups by close price; R_g=R(c_last,p_g); sort R_g ascending (price descending); value = first R_g with 5*cumvol_g > 3*Σv",
        Source = "CICC 量化多因子系列(12) 高频因子手册 (year not confirmed), via public polars replication",
        Note = "The polars code ranks across the whole file, accumulates in unsorted order and returns a rank (bugs); the intended sorted weighted quantile of the return to the close is specified here.",
    };

    /// <summary>筹码70%分位收益率 <c>doc_pdf70</c>.</summary>
    internal static FactorDefinition DocPdf70 { get; } = new()
    {
        Id = "doc_pdf70",
        Value = day => ReturnAtShare(day, 7, 10),
        MinObservations = 1,
        NeedsDouble = DoubleReasons.ExactVolumes,
        ChineseName = "筹码70%分位收益率",
        Section = "B",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "replication read",
        Formula = "groups by close price; R_g=R(c_last,p_g); sort R_g ascending (price descending); value = first R_g with 10*cumvol_g > 7*Σv",
        Source = "CICC 量化多因子系列(12) 高频因子手册 (year not confirmed), via public polars replication",
        Note = "The polars code ranks across the whole file, accumulates in unsorted order and returns a rank (bugs); the intended sorted weighted quantile of the return to the close is specified here.",
    };

    /// <summary>筹码80%分位收益率 <c>doc_pdf80</c>.</summary>
    internal static FactorDefinition DocPdf80 { get; } = new()
    {
        Id = "doc_pdf80",
        Value = day => ReturnAtShare(day, 4, 5),
        MinObservations = 1,
        NeedsDouble = DoubleReasons.ExactVolumes,
        ChineseName = "筹码80%分位收益率",
        Section = "B",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "replication read",
        Formula = "groups by close price; R_g=R(c_last,p_g); sort R_g ascending (price descending); value = first R_g with 5*cumvol_g > 4*Σv",
        Source = "CICC 量化多因子系列(12) 高频因子手册 (year not confirmed), via public polars replication",
        Note = "The polars code ranks across the whole file, accumulates in unsorted order and returns a rank (bugs); the intended sorted weighted quantile of the return to the close is specified here.",
    };

    /// <summary>筹码90%分位收益率 <c>doc_pdf90</c>.</summary>
    internal static FactorDefinition DocPdf90 { get; } = new()
    {
        Id = "doc_pdf90",
        Value = day => ReturnAtShare(day, 9, 10),
        MinObservations = 1,
        NeedsDouble = DoubleReasons.ExactVolumes,
        ChineseName = "筹码90%分位收益率",
        Section = "B",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "replication read",
        Formula = "groups by close price; R_g=R(c_last,p_g); sort R_g ascending (price descending); value = first R_g with 10*cumvol_g > 9*Σv",
        Source = "CICC 量化多因子系列(12) 高频因子手册 (year not confirmed), via public polars replication",
        Note = "The polars code ranks across the whole file, accumulates in unsorted order and returns a rank (bugs); the intended sorted weighted quantile of the return to the close is specified here.",
    };

    /// <summary>筹码95%分位收益率 <c>doc_pdf95</c>.</summary>
    internal static FactorDefinition DocPdf95 { get; } = new()
    {
        Id = "doc_pdf95",
        Value = day => ReturnAtShare(day, 19, 20),
        MinObservations = 1,
        NeedsDouble = DoubleReasons.ExactVolumes,
        ChineseName = "筹码95%分位收益率",
        Section = "B",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "replication read",
        Formula = "groups by close price; R_g=R(c_last,p_g); sort R_g ascending (price descending); value = first R_g with 20*cumvol_g > 19*Σv",
        Source = "CICC 量化多因子系列(12) 高频因子手册 (year not confirmed), via public polars replication",
        Note = "The polars code ranks across the whole file, accumulates in unsorted order and returns a rank (bugs); the intended sorted weighted quantile of the return to the close is specified here.",
    };

    /// <summary>前5大筹码占比 <c>doc_vol5_ratio</c>.</summary>
    internal static FactorDefinition DocVol5Ratio { get; } = new()
    {
        Id = "doc_vol5_ratio",
        Value = day => LargestShares(day, 5),
        MinObservations = 1,
        ChineseName = "前5大筹码占比",
        Section = "B",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "replication read",
        Formula = "sum of the 5 largest share_g (all groups if fewer); groups g = distinct close prices (exact equality), share_g = Σ_{c_i=p_g} v_i / Σ v",
        Source = "CICC 量化多因子系列(12) 高频因子手册 (year not confirmed), via public polars replication",
        Note = "The polars code takes top bars, not top price groups (bug: the grouping is missing).",
    };

    /// <summary>前10大筹码占比 <c>doc_vol10_ratio</c>.</summary>
    internal static FactorDefinition DocVol10Ratio { get; } = new()
    {
        Id = "doc_vol10_ratio",
        Value = day => LargestShares(day, 10),
        MinObservations = 1,
        ChineseName = "前10大筹码占比",
        Section = "B",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "replication read",
        Formula = "sum of the 10 largest share_g (all groups if fewer); groups g = distinct close prices (exact equality), share_g = Σ_{c_i=p_g} v_i / Σ v",
        Source = "CICC 量化多因子系列(12) 高频因子手册 (year not confirmed), via public polars replication",
        Note = "The polars code takes top bars, not top price groups (bug: the grouping is missing).",
    };

    /// <summary>前50大筹码占比 <c>doc_vol50_ratio</c>.</summary>
    internal static FactorDefinition DocVol50Ratio { get; } = new()
    {
        Id = "doc_vol50_ratio",
        Value = day => LargestShares(day, 50),
        MinObservations = 1,
        ChineseName = "前50大筹码占比",
        Section = "B",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "replication read",
        Formula = "sum of the 50 largest share_g (all groups if fewer); groups g = distinct close prices (exact equality), share_g = Σ_{c_i=p_g} v_i / Σ v",
        Source = "CICC 量化多因子系列(12) 高频因子手册 (year not confirmed), via public polars replication",
        Note = "The polars code takes top bars, not top price groups, and top 5 instead of 50 (bug).",
    };

    /// <summary>成交量加权收益分布标准差 <c>doc_std_w</c>.</summary>
    internal static FactorDefinition DocStdW { get; } = new()
    {
        Id = "doc_std_w",
        Value = day => IsOnePrice(day).IfElse(0, Moment(day, 2).Sqrt()),
        Observations = day => Traded(day).Count(),
        MinObservations = 2,
        ObservationsAre = "bars with v>0",
        ToleranceScale = 0,
        ChineseName = "成交量加权收益分布标准差",
        Section = "B",
        Category = Category,
        Provenance = Provenance.Reconstructed,
        Confidence = "alternative reading; variable = return to the close",
        Formula = "sqrt(m_2); weights w_i=v_i/Σv, x_i=R(c_last,c_i), μ=Σw x, m_k=Σ w_i (x_i-μ)^k",
        EdgeRule = "close CONST over bars with v>0 -> 0",
        Source = "CICC doc_* read as moments of the volume distribution over return (second public replication)",
        Note = "No grouping needed: grouping by price does not change weighted moments.",
    };

    /// <summary>成交量加权收益分布偏度 <c>doc_skew_w</c>.</summary>
    internal static FactorDefinition DocSkewW { get; } = new()
    {
        Id = "doc_skew_w",
        Value = day => IsOnePrice(day).IfElse(double.NaN, Moment(day, 3) / (Moment(day, 2) * Moment(day, 2).Sqrt())),
        Observations = day => Traded(day).Count(),
        MinObservations = 3,
        ObservationsAre = "bars with v>0",
        ChineseName = "成交量加权收益分布偏度",
        Section = "B",
        Category = Category,
        Provenance = Provenance.Reconstructed,
        Confidence = "alternative reading; variable = return to the close",
        Formula = "m_3/(m_2*sqrt(m_2)); weights w_i=v_i/Σv, x_i=R(c_last,c_i), μ=Σw x, m_k=Σ w_i (x_i-μ)^k",
        EdgeRule = "close CONST over bars with v>0 -> NaN",
        Source = "CICC doc_* read as moments of the volume distribution over return (second public replication)",
        Note = "No grouping needed: grouping by price does not change weighted moments.",
    };

    /// <summary>成交量加权收益分布峰度 <c>doc_kurt_w</c>.</summary>
    internal static FactorDefinition DocKurtW { get; } = new()
    {
        Id = "doc_kurt_w",
        Value = day => IsOnePrice(day).IfElse(double.NaN, (Moment(day, 4) / (Moment(day, 2) * Moment(day, 2))) - 3),
        Observations = day => Traded(day).Count(),
        MinObservations = 4,
        ObservationsAre = "bars with v>0",
        ChineseName = "成交量加权收益分布峰度",
        Section = "B",
        Category = Category,
        Provenance = Provenance.Reconstructed,
        Confidence = "alternative reading; variable = return to the close",
        Formula = "m_4/(m_2*m_2) - 3; weights w_i=v_i/Σv, x_i=R(c_last,c_i), μ=Σw x, m_k=Σ w_i (x_i-μ)^k",
        EdgeRule = "close CONST over bars with v>0 -> NaN",
        Source = "CICC doc_* read as moments of the volume distribution over return (second public replication)",
        Note = "No grouping needed: grouping by price does not change weighted moments.",
    };

    /// <summary>The factors of this category, in the order of the catalogue.</summary>
    internal static ImmutableArray<FactorDefinition> All =>
    [
        DocKurt, DocSkew, DocStd, DocPdf60, DocPdf70, DocPdf80, DocPdf90, DocPdf95, DocVol5Ratio, DocVol10Ratio, DocVol50Ratio, DocStdW,
        DocSkewW, DocKurtW,
    ];

    /// <summary>share_g: the part of the volume that traded at each distinct close.</summary>
    private static Series Shares(Day day) => day.Volume.GroupSum(day.Close) / day.Volume.Sum();

    private static Scalar LargestShares(Day day, int count) => Shares(day).Where(day.Volume.GroupSum(day.Close).TopCount(count)).Sum();

    /// <summary>Return to the close of the highest price at or above which more than part/whole of the volume traded.</summary>
    private static Scalar ReturnAtShare(Day day, int part, int whole)
    {
        Condition isEnough = whole * day.Volume.CumsumBy(-day.Close) > part * day.Volume.Sum();
        return day.Close.Last().ChangeFrom(day.Close.Where(isEnough).Max());
    }

    private static Series Traded(Day day) => day.Close.Where(day.Volume > 0);

    private static ScalarCondition IsOnePrice(Day day) => Traded(day).IsConstant();

    /// <summary>m_k of the returns to the close, weighted by volume.</summary>
    private static Scalar Moment(Day day, int order)
    {
        Series weight = day.Volume / day.Volume.Sum();
        Series x = (day.Close.Last() - day.Close) / day.Close;
        Series deviation = x - (weight * x).Sum();
        Series product = weight;
        for (int k = 0; k < order; k++)
        {
            product *= deviation;
        }

        return product.Sum();
    }
}
