using System.Collections.Immutable;
using FactorGpu.Bars;
using FactorGpu.Expressions;

namespace FactorGpu.Factors;

/// <summary>Catalogue section C, 价量相关性: correlations of the Huatai full-frequency report.</summary>
internal static class FullFrequencyFactors
{
    private const string Category = "价量相关性";

    /// <summary>前后两分钟收益率相关性 <c>corr_ret_lastret</c>.</summary>
    internal static FactorDefinition CorrRetLastret { get; } = new()
    {
        Id = "corr_ret_lastret",
        Value = day => day.Return.Corr(day.Return.Lag()),
        Observations = day => day.Return.Lag().Count(),
        MinObservations = 3,
        ObservationsAre = "pairs entering corr",
        Direction = -1,
        Aliases = ["r_autocorr"],
        ChineseName = "前后两分钟收益率相关性",
        Section = "C",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "name, meaning and direction found; exact formula inferred",
        Formula = "corr({(r_i, r_{i-1}): i>=2})",
        EdgeRule = "CONST -> NaN",
        Source = "Huatai 2023-12-08 \"基于全频段量价特征的选股模型\"",
    };

    /// <summary>前一分钟收盘价与后一分钟开盘价相关性 <c>corr_close_nextopen</c>.</summary>
    internal static FactorDefinition CorrCloseNextopen { get; } = new()
    {
        Id = "corr_close_nextopen",
        Value = day => day.Close.Lag().Corr(day.Open),
        Observations = day => day.Close.Lag().Count(),
        MinObservations = 3,
        ObservationsAre = "pairs entering corr",
        Direction = 1,
        ChineseName = "前一分钟收盘价与后一分钟开盘价相关性",
        Section = "C",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "name, meaning and direction found; exact formula inferred",
        Formula = "corr({(c_{i-1}, o_i): i>=1})",
        EdgeRule = "CONST -> NaN",
        Source = "Huatai 2023-12-08 \"基于全频段量价特征的选股模型\"",
        Note = "One replication pairs c_{t-1} with o_{t+1}.",
    };

    /// <summary>成交量与成交笔数相关性 <c>corr_volume_item</c>.</summary>
    internal static FactorDefinition CorrVolumeItem { get; } = new()
    {
        Id = "corr_volume_item",
        Value = day => day.Volume.Corr(day.NumTrades),
        MinObservations = 3,
        ObservationsAre = "pairs entering corr",
        Direction = -1,
        ChineseName = "成交量与成交笔数相关性",
        Section = "C",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "name, meaning and direction found; exact formula inferred",
        Formula = "corr(v_i, n_i)",
        EdgeRule = "CONST -> NaN",
        Source = "Huatai 2023-12-08 \"基于全频段量价特征的选股模型\"",
    };

    /// <summary>早盘成交量与收益率相关性 <c>early_corr_volume_ret</c>.</summary>
    internal static FactorDefinition EarlyCorrVolumeRet { get; } = new()
    {
        Id = "early_corr_volume_ret",
        Value = day => day.Volume.Corr(day.Return.Between(BarAxis.HalfHours[0])),
        Observations = day => day.Return.Between(BarAxis.HalfHours[0]).Count(),
        MinObservations = 3,
        ObservationsAre = "pairs entering corr",
        Direction = 1,
        ChineseName = "早盘成交量与收益率相关性",
        Section = "C",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "name, meaning and direction found; exact formula inferred",
        Formula = "corr({(v_i, r_i): i>=1, s_i∈H1})",
        EdgeRule = "CONST -> NaN",
        Source = "Huatai 2023-12-08 \"基于全频段量价特征的选股模型\"",
        Note = "早盘 not defined in the report: 09:30-10:00 used; other public versions use 09:30-10:30.",
    };

    /// <summary>成交量与振幅相关性 <c>corr_volume_amplitude</c>.</summary>
    internal static FactorDefinition CorrVolumeAmplitude { get; } = new()
    {
        Id = "corr_volume_amplitude",
        Value = day => day.Volume.Corr((day.High - day.Low) / day.Open),
        MinObservations = 3,
        ObservationsAre = "pairs entering corr",
        Direction = -1,
        ChineseName = "成交量与振幅相关性",
        Section = "C",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "name, meaning and direction found; exact formula inferred",
        Formula = "corr({(v_i, (h_i-l_i)/o_i)})",
        EdgeRule = "CONST -> NaN",
        Source = "Huatai 2023-12-08 \"基于全频段量价特征的选股模型\"",
        Note = "Amplitude base not given in the report; (h-l)/l also seen.",
    };

    /// <summary>The factors of this category, in the order of the catalogue.</summary>
    internal static ImmutableArray<FactorDefinition> All =>
    [
        CorrRetLastret, CorrCloseNextopen, CorrVolumeItem, EarlyCorrVolumeRet, CorrVolumeAmplitude,
    ];
}
