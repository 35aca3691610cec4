using FactorGpu.Expressions;

namespace FactorGpu.Factors;

/// <content>Gains, liquidity and the distribution of volume: CSC, Huaan, Orient, Everbright, CICC, Industrial.</content>
internal static partial class BrokerFactors
{
    /// <summary>最大涨幅 <c>max_gain</c>.</summary>
    internal static FactorDefinition MaxGain { get; } = new()
    {
        Id = "max_gain",
        Value = day => (1 + day.Return.Where(day.Return.TopCount((day.Return.Count() + 9) / 10))).Product() - 1,
        Observations = day => day.Return.Count(),
        MinObservations = 1,
        ObservationsAre = "returns r_i in the sample named by the formula",
        ChineseName = "最大涨幅",
        Section = "G",
        Category = Category,
        Provenance = Provenance.Found,
        Formula = "Π_{i∈S}(1+r_i)-1, E={i>=1}, S=TOPK(r_i over E, floor((|E|+9)/10))",
        Source = "CSC 高频选股因子分类体系, via DolphinDB digest",
        Note = "Digest has no -1.",
    };

    /// <summary>分钟成交额方差 <c>amount_var</c>.</summary>
    internal static FactorDefinition AmountVar { get; } = new()
    {
        Id = "amount_var",
        Value = day => day.Amount.Var(ddof: 1),
        MinObservations = 2,
        ObservationsAre = "elements of the sample named by the formula",
        ToleranceScale = 0,
        ChineseName = "分钟成交额方差",
        Section = "G",
        Category = Category,
        Provenance = Provenance.Found,
        Formula = "var_1(a_i)",
        EdgeRule = "CONST -> 0",
        Source = "Huaan 高频视角下成交额蕴藏的Alpha, via DolphinDB digest",
    };

    /// <summary>分钟成交额自相关 <c>amount_autocorr</c>.</summary>
    internal static FactorDefinition AmountAutocorr { get; } = new()
    {
        Id = "amount_autocorr",
        Value = day => day.Amount.Corr(day.Amount.Lag()),
        Observations = day => day.Amount.Lag().Count(),
        MinObservations = 3,
        ObservationsAre = "pairs entering corr",
        ChineseName = "分钟成交额自相关",
        Section = "G",
        Category = Category,
        Provenance = Provenance.Found,
        Formula = "corr({(a_i,a_{i-1}): i>=1})",
        EdgeRule = "CONST -> NaN",
        Source = "Huaan 高频视角下成交额蕴藏的Alpha, via DolphinDB digest",
    };

    /// <summary>时间加权相对价格位置 <c>arpp_1d</c>.</summary>
    internal static FactorDefinition Arpp1d { get; } = new()
    {
        Id = "arpp_1d",
        Value = day => (day.Close - day.Low.Min()).Mean() / (day.High.Max() - day.Low.Min()),
        MinObservations = 1,
        Aliases = ["ARPP", "arpp"],
        ChineseName = "时间加权相对价格位置",
        Section = "G",
        Category = Category,
        Provenance = Provenance.Reconstructed,
        Confidence = "formula image missing; standard ARPP",
        Formula = "mean(c_i-Ld)/(Hd-Ld), Hd=max h, Ld=min l",
        EdgeRule = "NaN if Hd=Ld",
        Source = "Orient Securities 基于时间尺度度量的日内买卖压力, via DolphinDB digest",
    };

    /// <summary>日内均价偏差APB <c>apb_1d</c>.</summary>
    internal static FactorDefinition Apb1d { get; } = new()
    {
        Id = "apb_1d",
        Value = day => TradedVwap(day).Mean().ChangeFrom((day.Volume * TradedVwap(day)).Sum() / day.Volume.Where(day.Volume > 0).Sum()).Log1p(),
        Observations = day => TradedVwap(day).Count(),
        MinObservations = 1,
        ObservationsAre = "bars with v>0",
        NeedsDouble = DoubleReasons.NearlyEqualSums,
        NearVariants = ["APB_1d (5-minute bars in the report)"],
        ChineseName = "日内均价偏差APB",
        Section = "G",
        Category = Category,
        Provenance = Provenance.Found,
        Formula = "ln(X/Y)=log1p((X-Y)/Y), X=mean(w_i), Y=Σ v_i w_i/Σ v_i over bars with v_i>0",
        EdgeRule = "NaN if no bar with v>0",
        Source = "Orient Securities 因子选股系列(60) 2019-10",
    };

    /// <summary>K线最短路径非流动性 <c>shortcut_illiq</c>.</summary>
    internal static FactorDefinition ShortcutIlliq { get; } = new()
    {
        Id = "shortcut_illiq",
        Value = day => (((2 * (day.High - day.Low)) - (day.Open - day.Close).Abs()) / day.Amount).Where(day.Amount > 0).Sum(),
        Observations = day => day.Close.Where(day.Amount > 0).Count(),
        MinObservations = 1,
        ObservationsAre = "bars with a>0",
        ToleranceScale = 0,
        Direction = 1,
        Aliases = ["最短路径非流动性"],
        ChineseName = "K线最短路径非流动性",
        Section = "G",
        Category = Category,
        Provenance = Provenance.Found,
        Formula = "Σ_{a_i>0} (2(h_i-l_i)-|o_i-c_i|)/a_i",
        EdgeRule = "NaN if no bar with a>0",
        Source = "Everbright 多因子系列(7) 2017-11",
    };

    /// <summary>一致交易 <c>consistent_trade</c>.</summary>
    internal static FactorDefinition ConsistentTrade { get; } = new()
    {
        Id = "consistent_trade",
        Value = day => ConsistentVolume(day).Sum() / day.Volume.Sum(),
        MinObservations = 1,
        ChineseName = "一致交易",
        Section = "G",
        Category = Category,
        Provenance = Provenance.Reconstructed,
        Confidence = "digest prints <= and leaves α open; body/range >= 0.95 assumed",
        Formula = "Σ_S v_i/Σ v_i, S={i: K(h_i)>K(l_i), 20|K(c_i)-K(o_i)| >= 19(K(h_i)-K(l_i))}, K(p)=round(1000 p) as an integer",
        Source = "Everbright 一致交易因子, via DolphinDB digest",
    };

    /// <summary>一致买入交易 <c>consistent_buy</c>.</summary>
    internal static FactorDefinition ConsistentBuy { get; } = new()
    {
        Id = "consistent_buy",
        Value = day => ConsistentVolume(day).Where(day.Close > day.Open).Sum() / day.Volume.Sum(),
        MinObservations = 1,
        ChineseName = "一致买入交易",
        Section = "G",
        Category = Category,
        Provenance = Provenance.Reconstructed,
        Confidence = "as consistent_trade",
        Formula = "Σ_{i∈S,c_i>o_i} v_i/Σ v_i, S as in consistent_trade",
        Source = "Everbright 一致交易因子, via DolphinDB digest",
    };

    /// <summary>日度价格弹性 <c>price_elasticity</c>.</summary>
    internal static FactorDefinition PriceElasticity { get; } = new()
    {
        Id = "price_elasticity",
        Value = day => ((day.High - day.Low) / day.Amount).Where(day.Amount > 0).Mean(),
        Observations = day => day.Amount.Where(day.Amount > 0).Count(),
        MinObservations = 1,
        ObservationsAre = "bars with a>0",
        ToleranceScale = 0,
        ChineseName = "日度价格弹性",
        Section = "G",
        Category = Category,
        Provenance = Provenance.Found,
        Formula = "mean({(h_i-l_i)/a_i: a_i>0})",
        EdgeRule = "NaN if no bar with a>0",
        Source = "CICC 高频视角下的微观流动性与波动性, via DolphinDB digest",
    };

    /// <summary>成交量分桶熵 <c>volume_bucket_entropy</c>.</summary>
    internal static FactorDefinition VolumeBucketEntropy { get; } = new()
    {
        Id = "volume_bucket_entropy",
        Value = day => day.Volume.IsConstant().IfElse(0, Entropy(BucketShares(day))),
        MinObservations = 1,
        ChineseName = "成交量分桶熵",
        Section = "G",
        Category = Category,
        Provenance = Provenance.Found,
        Formula = "-Σ_b p_b ln p_b, 10 equal-width bins on [min v,max v]: b=min(9, floor(10*(v_i-min)/(max-min))), p_b=count_b/N",
        EdgeRule = "CONST -> 0",
        Source = "Industrial 成交量分布中的Alpha, via DolphinDB digest",
        Note = "Bin count 10 = operator-library default.",
    };

    /// <summary>成交量占比标准差 <c>volume_share_std</c>.</summary>
    internal static FactorDefinition VolumeShareStd { get; } = new()
    {
        Id = "volume_share_std",
        Value = day => (day.Volume / day.Volume.Sum()).Std(ddof: 1),
        MinObservations = 2,
        ObservationsAre = "elements of the sample named by the formula",
        ToleranceScale = 0,
        Aliases = ["v_vol"],
        ChineseName = "成交量占比标准差",
        Section = "G",
        Category = Category,
        Provenance = Provenance.Found,
        Formula = "std_1(v_i/Σv)",
        EdgeRule = "CONST -> 0",
        Source = "Changjiang 高阶矩高频因子, via DolphinDB digest",
    };

    /// <summary>成交量HHI <c>volume_hhi</c>.</summary>
    internal static FactorDefinition VolumeHhi { get; } = new()
    {
        Id = "volume_hhi",
        Value = day => Square(day.Volume / day.Volume.Sum()).Sum(),
        MinObservations = 1,
        ToleranceScale = 0,
        NearVariants = ["v_hhi (x100 there)"],
        ChineseName = "成交量HHI",
        Section = "G",
        Category = Category,
        Provenance = Provenance.Found,
        Formula = "Σ (v_i/Σv)²",
        Source = "public GPU library",
    };

    /// <summary>P型成交量分布 <c>vsa_p_shape</c>.</summary>
    internal static FactorDefinition VsaPShape { get; } = new()
    {
        Id = "vsa_p_shape",
        Value = day => new ValueArea(day).Lowest.ChangeFrom(day.High.Max()),
        MinObservations = 1,
        NeedsDouble = DoubleReasons.ExactVolumes,
        ChineseName = "P型成交量分布",
        Section = "G",
        Category = Category,
        Provenance = Provenance.Reconstructed,
        Confidence = "\"smallest region\" made precise here; normalised by Hd",
        Formula = "R(p_x, Hd), Hd=max h; distinct closes p_1<...<p_G with volumes u_g; POC=argmax u (lowest price on ties); [x,y] = contiguous level range containing POC with 2Σu>=Σv and fewest levels; ties: larger Σu, then lower x",
        Source = "Industrial 成交量分布中的Alpha, via DolphinDB digest",
    };

    /// <summary>B型成交量分布 <c>vsa_b_shape</c>.</summary>
    internal static FactorDefinition VsaBShape { get; } = new()
    {
        Id = "vsa_b_shape",
        Value = day => new ValueArea(day).Highest.ChangeFrom(day.Low.Min()),
        MinObservations = 1,
        NeedsDouble = DoubleReasons.ExactVolumes,
        ChineseName = "B型成交量分布",
        Section = "G",
        Category = Category,
        Provenance = Provenance.Reconstructed,
        Confidence = "as vsa_p_shape",
        Formula = "R(p_y, Ld), Ld=min l; distinct closes p_1<...<p_G with volumes u_g; POC=argmax u (lowest price on ties); [x,y] = contiguous level range containing POC with 2Σu>=Σv and fewest levels; ties: larger Σu, then lower x",
        Source = "Industrial 成交量分布中的Alpha, via DolphinDB digest",
    };

    /// <summary>支撑区域下限与收盘价差异 <c>vsa_low_close</c>.</summary>
    internal static FactorDefinition VsaLowClose { get; } = new()
    {
        Id = "vsa_low_close",
        Value = day => new ValueArea(day).Lowest.ChangeFrom(day.Close.Last()),
        MinObservations = 1,
        NeedsDouble = DoubleReasons.ExactVolumes,
        ChineseName = "支撑区域下限与收盘价差异",
        Section = "G",
        Category = Category,
        Provenance = Provenance.Reconstructed,
        Confidence = "as vsa_p_shape",
        Formula = "R(p_x, c_last); distinct closes p_1<...<p_G with volumes u_g; POC=argmax u (lowest price on ties); [x,y] = contiguous level range containing POC with 2Σu>=Σv and fewest levels; ties: larger Σu, then lower x",
        Source = "Industrial 成交量分布中的Alpha, via DolphinDB digest",
    };

    private static Series TradedVwap(Day day) => day.Vwap.Where(day.Volume > 0);

    /// <summary>Volume of the bars whose body is at least 19/20 of their range, told in whole thousandths.</summary>
    private static Series ConsistentVolume(Day day)
    {
        Series range = Thousandths(day.High) - Thousandths(day.Low);
        Series body = (Thousandths(day.Close) - Thousandths(day.Open)).Abs();
        return day.Volume.Where((range > 0) & (20 * body >= 19 * range));
    }

    private static Series Thousandths(Series price) => ((1000 * price) + 0.5).Floor();

    /// <summary>Parts of the bars whose volumes lie in each of 10 equal buckets, at the first bar of each.</summary>
    private static Series BucketShares(Day day)
    {
        Series bucket = Series.Minimum((10 * (day.Volume - day.Volume.Min()) / (day.Volume.Max() - day.Volume.Min())).Floor(), 9);
        return day.Volume.Present().IfElse(1, 1).GroupSum(bucket) / day.Volume.Count();
    }

    private static Series Square(Series x) => x * x;
}
