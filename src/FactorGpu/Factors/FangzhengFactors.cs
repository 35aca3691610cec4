using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Expressions;

namespace FactorGpu.Factors;

/// <summary>Catalogue section F, 方正: the one-day part of the Fangzheng factors.</summary>
internal static partial class FangzhengFactors
{
    private const string Category = "方正";
    private const int WindowBars = 5;

    /// <summary>日耀眼波动率 <c>fz_yaoyan_vol</c>.</summary>
    internal static FactorDefinition FzYaoyanVol { get; } = new()
    {
        Id = "fz_yaoyan_vol",
        Value = day => day.Return.RollingStd(WindowBars, ddof: 0).Lead(WindowBars - 1).Where(IsSurge(day)).Mean(),
        Scope = BarScope.Core,
        MinObservations = 6,
        ToleranceScale = 1e-06,
        ChineseName = "日耀眼波动率",
        Section = "F",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "report text read; ddof where unstated follows the public replication",
        Formula = "mean over j∈J with j+4<=N-1 of std_0(r_j..r_{j+4}); dv_i=v_i-v_{i-1} (i>=1); J={j>=1: GT(dv_j, mean(dv)+std_0(dv))}",
        EdgeRule = "NaN if dv CONST or no such j",
        Source = "Fangzheng 多因子选股系列 (1) 成交量激增时刻",
        Note = "Published factor then takes |value - cross-section mean| and 20-day mean and std.",
    };

    /// <summary>日耀眼收益率 <c>fz_yaoyan_ret</c>.</summary>
    internal static FactorDefinition FzYaoyanRet { get; } = new()
    {
        Id = "fz_yaoyan_ret",
        Value = day => day.Return.Where(IsSurge(day)).Mean(),
        Scope = BarScope.Core,
        MinObservations = 6,
        ChineseName = "日耀眼收益率",
        Section = "F",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "report text read; ddof where unstated follows the public replication",
        Formula = "mean_{j∈J} r_j; dv_i=v_i-v_{i-1} (i>=1); J={j>=1: GT(dv_j, mean(dv)+std_0(dv))}",
        EdgeRule = "NaN if dv CONST or J empty",
        Source = "Fangzheng 多因子选股系列 (1) 成交量激增时刻",
        Note = "Then cross-section distance and 20-day aggregation.",
    };

    /// <summary>全潮汐 <c>fz_tide_full</c>.</summary>
    internal static FactorDefinition FzTideFull { get; } = new()
    {
        Id = "fz_tide_full",
        Value = day => new Tide(day).Full,
        Scope = BarScope.Core,
        MinObservations = 11,
        Direction = -1,
        ChineseName = "全潮汐",
        Section = "F",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "report text read; ddof where unstated follows the public replication",
        Formula = "R(c_q,c_m)/(q-m); NV_i=Σ_{k=-4..4} v_{i+k}, i=4..N-5; p=argmax NV; m=argmin NV over 4..p-1; q=argmin NV over p+1..N-5 (earliest on ties)",
        EdgeRule = "NaN if either side is empty",
        Source = "Fangzheng 多因子选股系列 (2) 潮汐",
        Note = "Report numbers minutes 1..237 and searches 5..t-1 and t+1..233, i.e. i=4..232 for a full CORE day. A day whose busiest window is the first one has no rising leg and gives NaN; direction is that of the published 20-day mean.",
    };

    /// <summary>强势半潮汐 <c>fz_tide_strong</c>.</summary>
    internal static FactorDefinition FzTideStrong { get; } = new()
    {
        Id = "fz_tide_strong",
        Value = day => new Tide(day).Strong,
        Scope = BarScope.Core,
        MinObservations = 11,
        Direction = -1,
        ChineseName = "强势半潮汐",
        Section = "F",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "report text read; ddof where unstated follows the public replication",
        Formula = "rising leg R(c_p,c_m)/(p-m) if NV_m<=NV_q else falling leg R(c_q,c_p)/(q-p); NV_i=Σ_{k=-4..4} v_{i+k}, i=4..N-5; p=argmax NV; m=argmin NV over 4..p-1; q=argmin NV over p+1..N-5 (earliest on ties)",
        EdgeRule = "as fz_tide_full",
        Source = "Fangzheng 多因子选股系列 (2) 潮汐",
        Note = "Equality NV_m=NV_q not covered by the report; the rising leg is then the strong one. Direction: 20-day mean.",
    };

    /// <summary>弱势半潮汐 <c>fz_tide_weak</c>.</summary>
    internal static FactorDefinition FzTideWeak { get; } = new()
    {
        Id = "fz_tide_weak",
        Value = day => new Tide(day).Weak,
        Scope = BarScope.Core,
        MinObservations = 11,
        ChineseName = "弱势半潮汐",
        Section = "F",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "report text read; ddof where unstated follows the public replication",
        Formula = "the other leg of fz_tide_strong",
        EdgeRule = "as fz_tide_full",
        Source = "Fangzheng 多因子选股系列 (2) 潮汐",
    };

    /// <summary>灾后重建(日) <c>fz_rebuild</c>.</summary>
    internal static FactorDefinition FzRebuild { get; } = new()
    {
        Id = "fz_rebuild",
        Value = day => Rebuilding(day).Cov(Volatility(day), ddof: 1),
        Scope = BarScope.Core,
        Observations = day => Volatility(day).Count(),
        MinObservations = 2,
        ObservationsAre = "elements of E",
        ToleranceScale = 0.001,
        ChineseName = "灾后重建(日)",
        Section = "F",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "report text read; ddof where unstated follows the public replication",
        Formula = "cov_1({(ρ_i,bv_i): i∈E}); bv_i=(std_1(X_i)/mean(X_i))², X_i = the 20 prices o,h,l,c of bars i-4..i (i>=4); ρ_i=r_i/bv_i; E={i>=4: X_i not CONST}",
        EdgeRule = "NaN if |E|<2",
        Source = "Fangzheng 多因子选股系列 (3) 勇攀高峰",
    };

    /// <summary>攀登(日) <c>fz_climb</c>.</summary>
    internal static FactorDefinition FzClimb { get; } = new()
    {
        Id = "fz_climb",
        Value = day => Tolerances.IsConstant(Volatility(day)).IfElse(double.NaN, Rebuilding(day).Cov(Climbs(day), ddof: 1)),
        Scope = BarScope.Core,
        Observations = day => Climbs(day).Count(),
        MinObservations = 2,
        ObservationsAre = "selected elements of E",
        ToleranceScale = 0.001,
        ChineseName = "攀登(日)",
        Section = "F",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "report text read; ddof where unstated follows the public replication",
        Formula = "cov_1 over {i∈E: GE(bv_i, mean_E(bv)+std_{1,E}(bv))} of (ρ_i,bv_i); bv_i=(std_1(X_i)/mean(X_i))², X_i = the 20 prices o,h,l,c of bars i-4..i (i>=4); ρ_i=r_i/bv_i; E={i>=4: X_i not CONST}",
        EdgeRule = "NaN if fewer than 2 selected or CONSTC(bv on E)",
        Source = "Fangzheng 多因子选股系列 (3) 勇攀高峰",
        Note = "bv includes bars t-4..t and is squared per the report; the public replication lags by one bar and does not square.",
    };

    /// <summary>日模糊关联度 <c>fz_ambiguity_corr</c>.</summary>
    internal static FactorDefinition FzAmbiguityCorr { get; } = new()
    {
        Id = "fz_ambiguity_corr",
        Value = day => Tolerances.IsConstant(Ambiguity(day)).IfElse(double.NaN, Ambiguity(day).Corr(day.Amount)),
        Scope = BarScope.Core,
        Observations = day => Ambiguity(day).Count(),
        MinObservations = 3,
        ObservationsAre = "pairs entering corr",
        ChineseName = "日模糊关联度",
        Section = "F",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "report text read; ddof where unstated follows the public replication",
        Formula = "corr({(amb_i,a_i): i>=9}); σ_i=std_1(r_{i-4}..r_i) (i>=5); amb_i=std_1(σ_{i-4}..σ_i), 0 if CONSTC(σ_{i-4}..σ_i) (i>=9)",
        EdgeRule = "NaN if CONSTC(amb) or a CONST",
        Source = "Fangzheng 多因子选股系列 (5) 模糊性",
    };

    /// <summary>日模糊金额比 <c>fz_ambiguity_amount_ratio</c>.</summary>
    internal static FactorDefinition FzAmbiguityAmountRatio { get; } = new()
    {
        Id = "fz_ambiguity_amount_ratio",
        Value = day => RatioInFog(day, day.Amount),
        Scope = BarScope.Core,
        Observations = day => Ambiguity(day).Count(),
        MinObservations = 2,
        ObservationsAre = "defined amb_i",
        ChineseName = "日模糊金额比",
        Section = "F",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "report text read; ddof where unstated follows the public replication",
        Formula = "mean{a_i: i>=9, GT(amb_i, mean(amb))} / mean(a over all CORE bars); σ_i=std_1(r_{i-4}..r_i) (i>=5); amb_i=std_1(σ_{i-4}..σ_i), 0 if CONSTC(σ_{i-4}..σ_i) (i>=9)",
        EdgeRule = "NaN if CONSTC(amb) or the denominator is 0",
        Source = "Fangzheng 多因子选股系列 (5) 模糊性",
    };

    /// <summary>日模糊数量比 <c>fz_ambiguity_volume_ratio</c>.</summary>
    internal static FactorDefinition FzAmbiguityVolumeRatio { get; } = new()
    {
        Id = "fz_ambiguity_volume_ratio",
        Value = day => RatioInFog(day, day.Volume),
        Scope = BarScope.Core,
        Observations = day => Ambiguity(day).Count(),
        MinObservations = 2,
        ObservationsAre = "defined amb_i",
        ChineseName = "日模糊数量比",
        Section = "F",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "report text read; ddof where unstated follows the public replication",
        Formula = "mean{v_i: i>=9, GT(amb_i, mean(amb))} / mean(v over all CORE bars); σ_i=std_1(r_{i-4}..r_i) (i>=5); amb_i=std_1(σ_{i-4}..σ_i), 0 if CONSTC(σ_{i-4}..σ_i) (i>=9)",
        EdgeRule = "NaN if CONSTC(amb) or the denominator is 0",
        Source = "Fangzheng 多因子选股系列 (5) 模糊性",
    };

    /// <summary>日模糊价差 <c>fz_ambiguity_spread</c>.</summary>
    internal static FactorDefinition FzAmbiguitySpread { get; } = new()
    {
        Id = "fz_ambiguity_spread",
        Value = day => FzAmbiguityAmountRatio.AsScalar() - FzAmbiguityVolumeRatio.AsScalar(),
        Scope = BarScope.Core,
        Observations = day => Ambiguity(day).Count(),
        MinObservations = 2,
        ObservationsAre = "defined amb_i",
        NeedsDouble = DoubleReasons.NearlyEqualSums,
        ChineseName = "日模糊价差",
        Section = "F",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "report text read; ddof where unstated follows the public replication",
        Formula = "fz_ambiguity_amount_ratio - fz_ambiguity_volume_ratio",
        EdgeRule = "NaN if either is NaN",
        Source = "Fangzheng 多因子选股系列 (5) 模糊性",
        Note = "Published 修正 version needs 10 days and the cross-section.",
    };

    /// <summary>日跳跃度 <c>fz_jump</c>.</summary>
    internal static FactorDefinition FzJump { get; } = new()
    {
        Id = "fz_jump",
        Value = day => Jump(Returns.Log(day)).Mean(),
        Scope = BarScope.Core,
        Observations = day => day.Return.Count(),
        MinObservations = 1,
        ObservationsAre = "returns in CORE",
        ToleranceScale = 1e-08,
        NearVariants = ["TiaoYueDu (sum instead of mean)"],
        ChineseName = "日跳跃度",
        Section = "F",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "report text read; ddof where unstated follows the public replication",
        Formula = "mean_{i>=1} J(ℓ_i), J(x)=2(e^x-1-x)-x² evaluated as the series 2 Σ_{k=3..20} x^k/k!",
        Source = "Fangzheng 多因子选股系列 (6) 股价跳跃",
        Note = "The closed form cancels catastrophically (relative error ~1e-9); the series is normative. Replication sums instead of averaging.",
    };

    /// <summary>朝没晨雾(日) <c>fz_morning_fog</c>.</summary>
    internal static FactorDefinition FzMorningFog { get; } = new()
    {
        Id = "fz_morning_fog",
        Value = day => SpreadOf(Enumerable.Range(1, 5).Select(VolumeRegression(day).T)),
        Scope = BarScope.Core,
        Observations = day => VolumeRegression(day).Count,
        MinObservations = 10,
        ObservationsAre = "regression observations m",
        ChineseName = "朝没晨雾(日)",
        Section = "F",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "report text read; ddof where unstated follows the public replication",
        Formula = "std_1(t of dv_{i-1}..dv_{i-5}); OLS of r_i on [1, dv_i, dv_{i-1},...,dv_{i-5}], i>=6; t_k=b_k/se_k with σ̂²=SSR/(m-7), m=#obs=N-6; solve on centred columns scaled to unit length",
        EdgeRule = "NaN if m<10, r CONST over the observations, any regressor column has zero sum of squares, a Cholesky pivot of the 6x6 correlation matrix (order lag 0..5) is <=1e-8, or SSR <= 1e-20·Σ(r−mean r)²",
        Source = "Fangzheng 多因子选股系列 (10) 花隐林间",
    };

    /// <summary>截距t值(午蔽古木/夜眠霜路原料) <c>fz_reg_t0</c>.</summary>
    internal static FactorDefinition FzRegT0 { get; } = new()
    {
        Id = "fz_reg_t0",
        Value = day => VolumeRegression(day).InterceptT,
        Scope = BarScope.Core,
        Observations = day => VolumeRegression(day).Count,
        MinObservations = 10,
        ObservationsAre = "regression observations m",
        ChineseName = "截距t值(午蔽古木/夜眠霜路原料)",
        Section = "F",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "report text read; ddof where unstated follows the public replication",
        Formula = "t of the intercept; OLS of r_i on [1, dv_i, dv_{i-1},...,dv_{i-5}], i>=6; t_k=b_k/se_k with σ̂²=SSR/(m-7), m=#obs=N-6; solve on centred columns scaled to unit length",
        EdgeRule = "as fz_morning_fog",
        Source = "Fangzheng 多因子选股系列 (10) 花隐林间",
        Note = "午蔽古木 = |t0| with sign from F vs cross-section mean; 夜眠霜路 needs 20 days of all stocks.",
    };

    /// <summary>回归F值 <c>fz_reg_F</c>.</summary>
    internal static FactorDefinition FzRegF { get; } = new()
    {
        Id = "fz_reg_F",
        Value = day => VolumeRegression(day).F,
        Scope = BarScope.Core,
        Observations = day => VolumeRegression(day).Count,
        MinObservations = 10,
        ObservationsAre = "regression observations m",
        ChineseName = "回归F值",
        Section = "F",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "report text read; ddof where unstated follows the public replication",
        Formula = "F=(ESS/6)/(SSR/(m-7)), ESS=Σ(fitted_i-mean(r))²; OLS of r_i on [1, dv_i, dv_{i-1},...,dv_{i-5}], i>=6; t_k=b_k/se_k with σ̂²=SSR/(m-7), m=#obs=N-6; solve on centred columns scaled to unit length",
        EdgeRule = "as fz_morning_fog",
        Source = "Fangzheng 多因子选股系列 (10) 花隐林间",
    };

    /// <summary>成交量博弈-收益率 <c>fz_game_ret</c>.</summary>
    internal static FactorDefinition FzGameRet { get; } = new()
    {
        Id = "fz_game_ret",
        Value = day => Game(ChangeOverWindow(day), day.Volume) / day.Volume.Where(ChangeOverWindow(day).Present()).Sum(),
        Scope = BarScope.Core,
        Observations = day => ChangeOverWindow(day).Count(),
        MinObservations = 3,
        ObservationsAre = "eligible bars m",
        NeedsDouble = DoubleReasons.NearKeys,
        ChineseName = "成交量博弈-收益率",
        Section = "F",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "replication read; normalised by volume here",
        Formula = "Σ_j (m+1-2j) v_(j) / Σ_j v_(j); key=R(c_i,o_{i-4}); m eligible bars i>=4 sorted ascending by key (ties: earlier first), j=1..m",
        EdgeRule = "NaN if m<3 or Σv over the eligible bars=0",
        Source = "Fangzheng 多因子选股系列 (14) 多空博弈",
        Note = "Equals Σ_j(cumsum ascending - cumsum descending) of volume shares, descending = exact reversal.",
    };

    /// <summary>成交量博弈-日内相对位置 <c>fz_game_pos</c>.</summary>
    internal static FactorDefinition FzGamePos { get; } = new()
    {
        Id = "fz_game_pos",
        Value = day => Game(Position(day), day.Volume) / day.Volume.Where(Position(day).Present()).Sum(),
        Scope = BarScope.Core,
        Observations = day => Position(day).Count(),
        MinObservations = 3,
        ObservationsAre = "eligible bars m",
        NeedsDouble = DoubleReasons.NearKeys,
        ChineseName = "成交量博弈-日内相对位置",
        Section = "F",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "replication read",
        Formula = "Σ_j (m+1-2j) v_(j) / Σ_j v_(j); key=(c_i/HH_i + c_i/LL_i)/2 - 1, HH_i=max_{k<=i}h_k, LL_i=min_{k<=i}l_k; m eligible bars i>=4 sorted ascending by key (ties: earlier first), j=1..m",
        EdgeRule = "as fz_game_ret",
        Source = "Fangzheng 多因子选股系列 (14) 多空博弈",
    };

    /// <summary>振幅博弈 <c>fz_game_amp</c>.</summary>
    internal static FactorDefinition FzGameAmp { get; } = new()
    {
        Id = "fz_game_amp",
        Value = day => Game(ChangeOverWindow(day), (day.High - day.Low) / day.Close),
        Scope = BarScope.Core,
        Observations = day => ChangeOverWindow(day).Count(),
        MinObservations = 3,
        ObservationsAre = "eligible bars m",
        NeedsDouble = DoubleReasons.NearKeys,
        ChineseName = "振幅博弈",
        Section = "F",
        Category = Category,
        Provenance = Provenance.Found,
        Confidence = "replication read",
        Formula = "Σ_j (m+1-2j) amp_(j), amp_i=(h_i-l_i)/c_i; key=R(c_i,o_{i-4}); m eligible bars i>=4 sorted ascending by key (ties: earlier first), j=1..m",
        EdgeRule = "NaN if m<3",
        Source = "Fangzheng 多因子选股系列 (14) 多空博弈",
    };

    /// <summary>The factors of this category, in the order of the catalogue.</summary>
    internal static ImmutableArray<FactorDefinition> All =>
    [
        FzYaoyanVol, FzYaoyanRet, FzTideFull, FzTideStrong, FzTideWeak, FzRebuild, FzClimb, FzAmbiguityCorr, FzAmbiguityAmountRatio,
        FzAmbiguityVolumeRatio, FzAmbiguitySpread, FzJump, FzMorningFog, FzRegT0, FzRegF, FzGameRet, FzGamePos, FzGameAmp,
    ];
}
