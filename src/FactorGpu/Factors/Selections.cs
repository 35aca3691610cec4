using FactorGpu.Expressions;

namespace FactorGpu.Factors;

/// <summary>The bars that several factors single out.</summary>
internal static class Selections
{
    /// <summary>Why factors that compare cumulated volumes need double precision.</summary>
    internal const string ExactVolumes = "cumulated volumes are compared as exact whole numbers (catalogue 1.5)";

    /// <summary>Big orders: of the bars that have a return and trades, the given percent with the largest amount per trade.</summary>
    internal static Condition LargestOrders(Day day, int percent)
        => (day.Amount / day.NumTrades).Where(day.NumTrades > 0).Where(day.Return.Present()).TopFraction(percent, 100);

    /// <summary>The third with the largest volume of the bars where <paramref name="among"/> is present.</summary>
    internal static Condition LargestVolumes(Day day, Series among) => day.Volume.Where(among.Present()).TopFraction(1, 3);
}
