using System;
using System.Collections.Immutable;
using FactorGpu.Expressions;

namespace FactorGpu.Factors;

/// <summary>Catalogue section E, 已实现测度: realised variance and jumps, over log returns.</summary>
internal static class RealizedFactors
{
    private const string Category = "已实现测度";

    /// <summary>[2^(1/3) Γ(5/6) / Γ(1/2)]^-3.</summary>
    private const double TripowerFactor = 1.9357924048803496;

    /// <summary>How fast the threshold of large jumps falls with the number of returns.</summary>
    private const double ThresholdExponent = -0.49;

    /// <summary>已实现方差(对数) <c>rv_log</c>.</summary>
    internal static FactorDefinition RvLog { get; } = new()
    {
        Id = "rv_log",
        Value = day => Squares(Returns.Log(day)),
        Observations = day => day.Return.Count(),
        MinObservations = 1,
        ObservationsAre = "log returns",
        ToleranceScale = 0,
        ChineseName = "已实现方差(对数)",
        Section = "E",
        Category = Category,
        Provenance = Provenance.Found,
        Formula = "Σ ℓ_i², i>=1",
        Source = "DolphinDB 高频行情低频化因子库 (2026 tutorial digest)",
    };

    /// <summary>已实现波动率 <c>realized_vol</c>.</summary>
    internal static FactorDefinition RealizedVol { get; } = new()
    {
        Id = "realized_vol",
        Value = day => RvLog.AsScalar().Sqrt(),
        Observations = day => day.Return.Count(),
        MinObservations = 1,
        ObservationsAre = "log returns",
        ToleranceScale = 0,
        ChineseName = "已实现波动率",
        Section = "E",
        Category = Category,
        Provenance = Provenance.Found,
        Formula = "sqrt(rv_log)",
        Source = "DolphinDB 高频行情低频化因子库 (2026 tutorial digest)",
    };

    /// <summary>上行已实现波动率 <c>realized_upvol</c>.</summary>
    internal static FactorDefinition RealizedUpvol { get; } = new()
    {
        Id = "realized_upvol",
        Value = day => UpSquares(day).Sqrt(),
        Observations = day => day.Return.Count(),
        MinObservations = 1,
        ObservationsAre = "log returns",
        ToleranceScale = 0,
        ChineseName = "上行已实现波动率",
        Section = "E",
        Category = Category,
        Provenance = Provenance.Found,
        Formula = "sqrt(Σ_{ℓ_i>0} ℓ_i²)",
        Source = "DolphinDB 高频行情低频化因子库 (2026 tutorial digest)",
    };

    /// <summary>下行已实现波动率 <c>realized_downvol</c>.</summary>
    internal static FactorDefinition RealizedDownvol { get; } = new()
    {
        Id = "realized_downvol",
        Value = day => DownSquares(day).Sqrt(),
        Observations = day => day.Return.Count(),
        MinObservations = 1,
        ObservationsAre = "log returns",
        ToleranceScale = 0,
        ChineseName = "下行已实现波动率",
        Section = "E",
        Category = Category,
        Provenance = Provenance.Found,
        Formula = "sqrt(Σ_{ℓ_i<0} ℓ_i²)",
        Source = "DolphinDB 高频行情低频化因子库 (2026 tutorial digest)",
    };

    /// <summary>上下行波动率不对称性 <c>rsj</c>.</summary>
    internal static FactorDefinition Rsj { get; } = new()
    {
        Id = "rsj",
        Value = day => (UpSquares(day) - DownSquares(day)) / Squares(Returns.Log(day)),
        Observations = day => day.Return.Count(),
        MinObservations = 1,
        ObservationsAre = "log returns",
        Aliases = ["RSJ"],
        ChineseName = "上下行波动率不对称性",
        Section = "E",
        Category = Category,
        Provenance = Provenance.Found,
        Formula = "(Σ_{ℓ_i>0} ℓ_i² - Σ_{ℓ_i<0} ℓ_i²) / Σ ℓ_i²",
        EdgeRule = "NaN if Σℓ²=0",
        Source = "DolphinDB 高频行情低频化因子库 (2026 tutorial digest)",
    };

    /// <summary>已实现双幂次变差 <c>bipower_var</c>.</summary>
    internal static FactorDefinition BipowerVar { get; } = new()
    {
        Id = "bipower_var",
        Value = day => Math.PI / 2 * (Magnitude(day) * Magnitude(day).Lag()).Sum(),
        Observations = day => day.Return.Count(),
        MinObservations = 2,
        ObservationsAre = "log returns",
        ToleranceScale = 0,
        ChineseName = "已实现双幂次变差",
        Section = "E",
        Category = Category,
        Provenance = Provenance.Found,
        Formula = "(π/2) Σ_{i>=2} |ℓ_i| |ℓ_{i-1}|",
        Source = "DolphinDB 高频行情低频化因子库 (2026 tutorial digest)",
        Note = "DolphinDB digest omits π/2; the operator library has it.",
    };

    /// <summary>积分波动估计(三幂次) <c>tripower_iv</c>.</summary>
    internal static FactorDefinition TripowerIv { get; } = new()
    {
        Id = "tripower_iv",
        Value = day => TripowerFactor * (Power(day) * Power(day).Lag() * Power(day).Lag(2)).Sum(),
        Observations = day => day.Return.Count(),
        MinObservations = 3,
        ObservationsAre = "log returns",
        ToleranceScale = 0,
        ChineseName = "积分波动估计(三幂次)",
        Section = "E",
        Category = Category,
        Provenance = Provenance.Found,
        Formula = "K3 Σ_{i>=3} cbrt(ℓ_i²) cbrt(ℓ_{i-1}²) cbrt(ℓ_{i-2}²), K3=[2^(1/3) Γ(5/6)/Γ(1/2)]^-3 = 1.9357924048803496",
        Source = "DolphinDB 高频行情低频化因子库 (2026 tutorial digest)",
        Note = "Digest gives the constant as 1.935792405. Any |x|^(2/3) accurate to a few ulp will do.",
    };

    /// <summary>已实现跳跃波动率 <c>jump_var</c>.</summary>
    internal static FactorDefinition JumpVar { get; } = new()
    {
        Id = "jump_var",
        Value = day => Scalar.Maximum(RvLog.AsScalar() - TripowerIv.AsScalar(), 0),
        Observations = day => day.Return.Count(),
        MinObservations = 3,
        ObservationsAre = "log returns",
        ToleranceScaleFactor = RvLog,
        ChineseName = "已实现跳跃波动率",
        Section = "E",
        Category = Category,
        Provenance = Provenance.Found,
        Formula = "max(rv_log - tripower_iv, 0)",
        Source = "DolphinDB 高频行情低频化因子库 (2026 tutorial digest)",
        Note = "Difference of near-equal numbers, hence the rv_log tolerance scale.",
    };

    /// <summary>上行跳跃波动率 <c>up_jump_var</c>.</summary>
    internal static FactorDefinition UpJumpVar { get; } = new()
    {
        Id = "up_jump_var",
        Value = day => Scalar.Maximum(UpSquares(day) - (TripowerIv.AsScalar() / 2), 0),
        Observations = day => day.Return.Count(),
        MinObservations = 3,
        ObservationsAre = "log returns",
        ToleranceScaleFactor = RvLog,
        ChineseName = "上行跳跃波动率",
        Section = "E",
        Category = Category,
        Provenance = Provenance.Found,
        Formula = "max(Σ_{ℓ_i>0}ℓ_i² - tripower_iv/2, 0)",
        Source = "DolphinDB 高频行情低频化因子库 (2026 tutorial digest)",
    };

    /// <summary>下行跳跃波动率 <c>down_jump_var</c>.</summary>
    internal static FactorDefinition DownJumpVar { get; } = new()
    {
        Id = "down_jump_var",
        Value = day => Scalar.Maximum(DownSquares(day) - (TripowerIv.AsScalar() / 2), 0),
        Observations = day => day.Return.Count(),
        MinObservations = 3,
        ObservationsAre = "log returns",
        ToleranceScaleFactor = RvLog,
        ChineseName = "下行跳跃波动率",
        Section = "E",
        Category = Category,
        Provenance = Provenance.Found,
        Formula = "max(Σ_{ℓ_i<0}ℓ_i² - tripower_iv/2, 0)",
        Source = "DolphinDB 高频行情低频化因子库 (2026 tutorial digest)",
    };

    /// <summary>上下行跳跃不对称性 <c>jump_asym</c>.</summary>
    internal static FactorDefinition JumpAsym { get; } = new()
    {
        Id = "jump_asym",
        Value = day => UpJumpVar.AsScalar() - DownJumpVar.AsScalar(),
        Observations = day => day.Return.Count(),
        MinObservations = 3,
        ObservationsAre = "log returns",
        ToleranceScaleFactor = RvLog,
        ChineseName = "上下行跳跃不对称性",
        Section = "E",
        Category = Category,
        Provenance = Provenance.Found,
        Formula = "up_jump_var - down_jump_var",
        Source = "DolphinDB 高频行情低频化因子库 (2026 tutorial digest)",
    };

    /// <summary>大的上行跳跃 <c>large_up_jump</c>.</summary>
    internal static FactorDefinition LargeUpJump { get; } = new()
    {
        Id = "large_up_jump",
        Value = day => Scalar.Minimum(UpJumpVar.AsScalar(), SquaresBeyond(day, Returns.Log(day))),
        Observations = day => day.Return.Count(),
        MinObservations = 3,
        ObservationsAre = "log returns",
        ToleranceScaleFactor = RvLog,
        ChineseName = "大的上行跳跃",
        Section = "E",
        Category = Category,
        Provenance = Provenance.Reconstructed,
        Confidence = "exponent 0.49 from the jump literature; the digest dropped the formula image",
        Formula = "min(up_jump_var, Σ_{GT(ℓ_i,γ)} ℓ_i²); γ=4*n^(-0.49)*sqrt(tripower_iv), n=#ℓ",
        Source = "DolphinDB 高频行情低频化因子库 (2026 tutorial digest)",
    };

    /// <summary>大的下行跳跃 <c>large_down_jump</c>.</summary>
    internal static FactorDefinition LargeDownJump { get; } = new()
    {
        Id = "large_down_jump",
        Value = day => Scalar.Minimum(DownJumpVar.AsScalar(), SquaresBeyond(day, -Returns.Log(day))),
        Observations = day => day.Return.Count(),
        MinObservations = 3,
        ObservationsAre = "log returns",
        ToleranceScaleFactor = RvLog,
        ChineseName = "大的下行跳跃",
        Section = "E",
        Category = Category,
        Provenance = Provenance.Reconstructed,
        Confidence = "exponent 0.49 from the jump literature; the digest dropped the formula image",
        Formula = "min(down_jump_var, Σ_{GT(-ℓ_i,γ)} ℓ_i²); γ=4*n^(-0.49)*sqrt(tripower_iv), n=#ℓ",
        Source = "DolphinDB 高频行情低频化因子库 (2026 tutorial digest)",
    };

    /// <summary>小的上行跳跃 <c>small_up_jump</c>.</summary>
    internal static FactorDefinition SmallUpJump { get; } = new()
    {
        Id = "small_up_jump",
        Value = day => UpJumpVar.AsScalar() - LargeUpJump.AsScalar(),
        Observations = day => day.Return.Count(),
        MinObservations = 3,
        ObservationsAre = "log returns",
        ToleranceScaleFactor = RvLog,
        ChineseName = "小的上行跳跃",
        Section = "E",
        Category = Category,
        Provenance = Provenance.Reconstructed,
        Confidence = "exponent 0.49 from the jump literature; the digest dropped the formula image",
        Formula = "up_jump_var - large_up_jump; γ=4*n^(-0.49)*sqrt(tripower_iv), n=#ℓ",
        Source = "DolphinDB 高频行情低频化因子库 (2026 tutorial digest)",
    };

    /// <summary>小的下行跳跃 <c>small_down_jump</c>.</summary>
    internal static FactorDefinition SmallDownJump { get; } = new()
    {
        Id = "small_down_jump",
        Value = day => DownJumpVar.AsScalar() - LargeDownJump.AsScalar(),
        Observations = day => day.Return.Count(),
        MinObservations = 3,
        ObservationsAre = "log returns",
        ToleranceScaleFactor = RvLog,
        ChineseName = "小的下行跳跃",
        Section = "E",
        Category = Category,
        Provenance = Provenance.Reconstructed,
        Confidence = "exponent 0.49 from the jump literature; the digest dropped the formula image",
        Formula = "down_jump_var - large_down_jump; γ=4*n^(-0.49)*sqrt(tripower_iv), n=#ℓ",
        Source = "DolphinDB 高频行情低频化因子库 (2026 tutorial digest)",
    };

    /// <summary>大跳跃不对称性 <c>large_jump_asym</c>.</summary>
    internal static FactorDefinition LargeJumpAsym { get; } = new()
    {
        Id = "large_jump_asym",
        Value = day => LargeUpJump.AsScalar() - LargeDownJump.AsScalar(),
        Observations = day => day.Return.Count(),
        MinObservations = 3,
        ObservationsAre = "log returns",
        ToleranceScaleFactor = RvLog,
        ChineseName = "大跳跃不对称性",
        Section = "E",
        Category = Category,
        Provenance = Provenance.Reconstructed,
        Confidence = "exponent 0.49 from the jump literature; the digest dropped the formula image",
        Formula = "large_up_jump - large_down_jump; γ=4*n^(-0.49)*sqrt(tripower_iv), n=#ℓ",
        Source = "DolphinDB 高频行情低频化因子库 (2026 tutorial digest)",
    };

    /// <summary>小跳跃不对称性 <c>small_jump_asym</c>.</summary>
    internal static FactorDefinition SmallJumpAsym { get; } = new()
    {
        Id = "small_jump_asym",
        Value = day => SmallUpJump.AsScalar() - SmallDownJump.AsScalar(),
        Observations = day => day.Return.Count(),
        MinObservations = 3,
        ObservationsAre = "log returns",
        ToleranceScaleFactor = RvLog,
        ChineseName = "小跳跃不对称性",
        Section = "E",
        Category = Category,
        Provenance = Provenance.Reconstructed,
        Confidence = "exponent 0.49 from the jump literature; the digest dropped the formula image",
        Formula = "small_up_jump - small_down_jump; γ=4*n^(-0.49)*sqrt(tripower_iv), n=#ℓ",
        Source = "DolphinDB 高频行情低频化因子库 (2026 tutorial digest)",
    };

    /// <summary>MedRV <c>medrv</c>.</summary>
    internal static FactorDefinition Medrv { get; } = new()
    {
        Id = "medrv",
        Value = day => Math.PI / (6 - (4 * Math.Sqrt(3)) + Math.PI) * day.Return.Count() / (day.Return.Count() - 2) * Squares(MedianOfThree(day)),
        Observations = day => day.Return.Count(),
        MinObservations = 3,
        ObservationsAre = "log returns",
        ToleranceScale = 0,
        ChineseName = "MedRV",
        Section = "E",
        Category = Category,
        Provenance = Provenance.Own,
        Formula = "π/(6-4√3+π) * n/(n-2) * Σ_{i=2..n-1} median(|ℓ_{i-1}|,|ℓ_i|,|ℓ_{i+1}|)²  (ℓ numbered 1..n)",
        Source = "Andersen-Dobrev-Schaumburg 2012 (not looked up here)",
    };

    /// <summary>MinRV <c>minrv</c>.</summary>
    internal static FactorDefinition Minrv { get; } = new()
    {
        Id = "minrv",
        Value = day => Math.PI / (Math.PI - 2) * day.Return.Count() / (day.Return.Count() - 1) * Squares(Series.Minimum(Magnitude(day), Magnitude(day).Lead())),
        Observations = day => day.Return.Count(),
        MinObservations = 2,
        ObservationsAre = "log returns",
        ToleranceScale = 0,
        ChineseName = "MinRV",
        Section = "E",
        Category = Category,
        Provenance = Provenance.Own,
        Formula = "π/(π-2) * n/(n-1) * Σ_{i=1..n-1} min(|ℓ_i|,|ℓ_{i+1}|)²  (ℓ numbered 1..n)",
        Source = "Andersen-Dobrev-Schaumburg 2012 (not looked up here)",
    };

    /// <summary>The factors of this category, in the order of the catalogue.</summary>
    internal static ImmutableArray<FactorDefinition> All =>
    [
        RvLog, RealizedVol, RealizedUpvol, RealizedDownvol, Rsj, BipowerVar, TripowerIv, JumpVar, UpJumpVar, DownJumpVar, JumpAsym,
        LargeUpJump, LargeDownJump, SmallUpJump, SmallDownJump, LargeJumpAsym, SmallJumpAsym, Medrv, Minrv,
    ];

    private static Scalar Squares(Series x) => (x * x).Sum();

    /// <summary>Squares of the positive log returns; the sign is that of the return, which decides without a logarithm.</summary>
    private static Scalar UpSquares(Day day) => Squares(Returns.Log(day).Where(day.Return > 0));

    private static Scalar DownSquares(Day day) => Squares(Returns.Log(day).Where(day.Return < 0));

    private static Series Magnitude(Day day) => Returns.Log(day).Abs();

    /// <summary>|ℓ|^(2/3).</summary>
    private static Series Power(Day day) => (Returns.Log(day) * Returns.Log(day)).Cbrt();

    /// <summary>Squares of what lies beyond γ = 4 n^(-0.49) sqrt(tripower_iv).</summary>
    private static Scalar SquaresBeyond(Day day, Series x)
    {
        Scalar threshold = 4 * (ThresholdExponent * day.Return.Count().Log()).Exp() * TripowerIv.AsScalar().Sqrt();
        return Squares(x.Where(Tolerances.IsAbove(x, threshold)));
    }

    private static Series MedianOfThree(Day day)
    {
        Series before = Magnitude(day).Lag();
        Series after = Magnitude(day).Lead();
        return Series.Maximum(Series.Minimum(before, after), Series.Minimum(Series.Maximum(before, after), Magnitude(day)));
    }
}
