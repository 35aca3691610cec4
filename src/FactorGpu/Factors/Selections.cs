using FactorGpu.Expressions;

namespace FactorGpu.Factors;

/// <summary>The bars that several factors single out.</summary>
internal static class Selections
{
    /// <summary>Why factors of <see cref="LargestOrders"/> need float64.</summary>
    internal const string OrdersNeedDouble =
        "Its orders are chosen by amount / num_trades: sizes of 375.9 / 3 and 125.3 / 1 are one number in float64 and two in float32, and the other bar moves the factor by more than the bound.";

    /// <summary>Big orders: of the bars that have a return and trades, the given percent with the largest amount per trade.</summary>
    internal static Condition LargestOrders(Day day, int percent)
        => (day.Amount / day.NumTrades).Where(day.NumTrades > 0).Where(day.Return.Present()).TopFraction(percent, 100);

    /// <summary>The third with the largest volume of the bars where <paramref name="among"/> is present.</summary>
    internal static Condition LargestVolumes(Day day, Series among) => day.Volume.Where(among.Present()).TopFraction(1, 3);
}
