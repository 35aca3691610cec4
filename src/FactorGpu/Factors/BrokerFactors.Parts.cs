using System;
using FactorGpu.Expressions;

namespace FactorGpu.Factors;

/// <content>What the factors are made of.</content>
internal static partial class BrokerFactors
{
    /// <summary>-Σ p ln p, with 0 ln 0 = 0; NaN if a part is NaN.</summary>
    private static Scalar Entropy(Series parts) => -(parts * parts.Log()).Where(parts.NotEqualTo(0)).Sum();

    private static Series ChangeFromFirst(Day day) => day.Close.ChangeFrom(day.Close.First());

    private static Series Deviation(Day day) => ChangeFromFirst(day) - ChangeFromFirst(day).Mean();

    private static Series Cube(Series x) => x * x * x;

    private static Scalar Cube(Scalar x) => x * x * x;

    /// <summary>Volume of the bars that have a return and trades.</summary>
    private static Series Traded(Day day) => day.Volume.Where(day.Return.Present()).Where(day.Volume > 0);

    /// <summary>The tenth with the smallest volume.</summary>
    private static Condition IsQuiet(Day day) => (-Traded(day)).TopFraction(1, 10);

    /// <summary>Mean return of the other bars weighted by volume, less that of the quiet tenth weighted by its reciprocal.</summary>
    private static Scalar Reversal(Day day)
    {
        Series volume = Traded(day);
        Condition isQuiet = IsQuiet(day);
        Scalar momentum = (day.Return * volume).Where(!isQuiet).Sum() / volume.Where(!isQuiet).Sum();
        return momentum - ((day.Return / volume).Where(isQuiet).Sum() / (1 / volume).Where(isQuiet).Sum());
    }

    /// <summary>1 where volume is above its mean and deviation together, else 0.</summary>
    private static Series Peaks(Day day) => Tolerances.IsAbove(day.Volume, day.Volume.Mean() + day.Volume.Std(ddof: 0)).IfElse(1, 0);

    /// <summary>Amount on the buying side, bar by bar a share of it, over all amount of the bars with a return.</summary>
    private static Scalar ActiveShare(Day day, Series share) => (day.Amount * share).Sum() / day.Amount.Where(day.Return.Present()).Sum();

    /// <summary>The normal distribution function.</summary>
    private static Series Normal(Series x) => (-x / Math.Sqrt(2)).Erfc() / 2;

    /// <summary>The distribution function of Student's t with 5 degrees of freedom; sine and cosine of the angle are taken from its tangent.</summary>
    private static Series StudentT5(Series x)
    {
        Series tangent = x / Math.Sqrt(5);
        Series squaredCosine = 1 / (1 + (tangent * tangent));
        return 0.5 + ((tangent.Atan() + (tangent * squaredCosine * (1 + (2.0 / 3 * squaredCosine)))) / Math.PI);
    }

    private static Series CloseStep(Day day) => day.Close - day.Close.Lag();

    private static Series VolumePerTrade(Day day) => (day.Volume / day.NumTrades).Where(day.NumTrades > 0).Where(day.Return.Present());

    private static Scalar VolumePerTrade(Day day, Condition selected) => day.Volume.Where(selected).Sum() / day.NumTrades.Where(selected).Sum();
}
