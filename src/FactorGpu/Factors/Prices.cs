using FactorGpu.Bars;
using FactorGpu.Expressions;

namespace FactorGpu.Factors;

/// <summary>Prices at a time of the day.</summary>
internal static class Prices
{
    /// <summary>P@slot of catalogue 1.3.5: close of the last valid bar at or before a slot; NaN when there is none.</summary>
    internal static Scalar At(Day day, int slot) => day.Close.Between(new SlotRange(0, slot)).Last();
}
