using System.Collections.Generic;
using System.Linq;
using FactorGpu.Expressions;

namespace FactorGpu.Factors;

/// <content>What the factors are made of.</content>
internal static partial class FangzhengFactors
{
    private const int LagsOfRegression = 5;
    private const int TermsOfJump = 20;

    private static Series VolumeStep(Day day) => day.Volume - day.Volume.Lag();

    private static Condition IsSurge(Day day) => Tolerances.IsAbove(VolumeStep(day), VolumeStep(day).Mean() + VolumeStep(day).Std(ddof: 0));

    /// <summary>bv: squared deviation over mean of the 20 prices of five bars, where they differ; in two passes.</summary>
    private static Series Volatility(Day day)
    {
        Series[] prices = [day.Open, day.High, day.Low, day.Close];
        Series[] window = [.. prices, .. Enumerable.Range(1, WindowBars - 1).SelectMany(bars => prices.Select(price => price.Lag(bars)))];
        Series mean = prices.Aggregate((a, b) => a + b).RollingSum(WindowBars) / window.Length;
        Series squares = window.Select(price => (price - mean) * (price - mean)).Aggregate((a, b) => a + b);
        Series deviation = (squares / (window.Length - 1)).Sqrt() / mean;
        Series highest = prices.Aggregate((a, b) => Series.Maximum(a, b)).RollingMax(WindowBars);
        Series lowest = prices.Aggregate((a, b) => Series.Minimum(a, b)).RollingMin(WindowBars);
        return (deviation * deviation).Where(highest > lowest);
    }

    /// <summary>ρ: return over volatility.</summary>
    private static Series Rebuilding(Day day) => day.Return / Volatility(day);

    private static Series Climbs(Day day)
    {
        Series volatility = Volatility(day);
        return volatility.Where(Tolerances.IsAtLeast(volatility, volatility.Mean() + volatility.Std(ddof: 1)));
    }

    /// <summary>amb: deviation of the deviation of returns; exactly 0 where the inner one is constant but for rounding.</summary>
    private static Series Ambiguity(Day day)
    {
        Series deviation = day.Return.RollingStd(WindowBars, ddof: 1);
        Series highest = deviation.RollingMax(WindowBars);
        Condition isFlat = highest - deviation.RollingMin(WindowBars) <= 1e-10 * highest;
        return isFlat.IfElse(0, deviation.RollingStd(WindowBars, ddof: 1));
    }

    /// <summary>Mean where ambiguity is above its mean, over the mean of all bars.</summary>
    private static Scalar RatioInFog(Day day, Series x)
    {
        Condition isFog = Tolerances.IsAbove(Ambiguity(day), Ambiguity(day).Mean());
        return Tolerances.IsConstant(Ambiguity(day)).IfElse(double.NaN, x.Where(isFog).Mean() / x.Mean());
    }

    /// <summary>2 (e^x - 1 - x) - x^2 as 2 Σ x^k / k! for k = 3..20, which does not cancel.</summary>
    private static Series Jump(Series x)
    {
        double factorial = Enumerable.Range(1, TermsOfJump).Aggregate(1.0, (product, k) => product * k);
        Series sum = (0 * x) + (1 / factorial);
        for (int k = TermsOfJump; k > 3; k--)
        {
            factorial /= k;
            sum = (sum * x) + (1 / factorial);
        }

        return 2 * (x * x * x * sum);
    }

    private static LeastSquares VolumeRegression(Day day)
        => LeastSquares.Fit(day.Return, [VolumeStep(day), .. Enumerable.Range(1, LagsOfRegression).Select(bars => VolumeStep(day).Lag(bars))]);

    /// <summary>std_1 of a few scalars.</summary>
    private static Scalar SpreadOf(IEnumerable<Scalar> values)
    {
        Scalar[] all = [.. values];
        Scalar mean = all.Aggregate((a, b) => a + b) / all.Length;
        return (all.Select(value => (value - mean) * (value - mean)).Aggregate((a, b) => a + b) / (all.Length - 1)).Sqrt();
    }

    private static Series ChangeOverWindow(Day day) => day.Close.ChangeFrom(day.Open.Lag(WindowBars - 1));

    /// <summary>Where the close stands between the highest and the lowest price so far.</summary>
    private static Series Position(Day day)
    {
        Series lowest = -(-day.Low).Cummax();
        return (((day.Close / day.High.Cummax()) + (day.Close / lowest)) / 2 - 1).Where(day.BarIndex >= WindowBars - 1);
    }

    /// <summary>Σ (m + 1 - 2j) x_(j) over the m bars in ascending order of the key.</summary>
    private static Scalar Game(Series key, Series x) => ((key.Count() + 1 - (2 * key.Rank())) * x).Sum();
}
