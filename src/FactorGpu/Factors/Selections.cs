using FactorGpu.Expressions;

namespace FactorGpu.Factors;

/// <summary>The bars that several factors single out.</summary>
internal static class Selections
{
    /// <summary>Why a factor of <see cref="LargestOrders"/> is computed in double precision.</summary>
    internal const string NearTies = "amounts per trade that are equal in float64, such as 375.9 / 3 and 125.3 / 1, may differ in float32, and near ones change places; one other bar among the largest moves the value by more than the bound";

    /// <summary>Big orders: of the bars that have a return and trades, the given percent with the largest amount per trade.</summary>
    internal static Condition LargestOrders(Day day, int percent)
        => (day.Amount / day.NumTrades).Where(day.NumTrades > 0).Where(day.Return.Present()).TopFraction(percent, 100);

    /// <summary>The third with the largest volume of the bars where <paramref name="among"/> is present.</summary>
    internal static Condition LargestVolumes(Day day, Series among) => day.Volume.Where(among.Present()).TopFraction(1, 3);
}
