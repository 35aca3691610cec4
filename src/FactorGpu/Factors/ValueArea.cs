using FactorGpu.Expressions;

namespace FactorGpu.Factors;

/// <summary>The fewest neighbouring price levels that carry half of the volume and contain the level with the most, the lowest such level. Ties: more volume, then lower prices.</summary>
/// <remarks>Levels are the distinct closes; each stands at the first of its bars. All comparisons are of whole volumes.</remarks>
internal sealed class ValueArea
{
    internal ValueArea(Day day)
    {
        Series volume = day.Volume.GroupSum(day.Close);
        Series price = day.Close.Where(volume.Present());
        Series level = price.Rank();
        Series upTo = volume.CumsumBy(price);
        Series below = upTo - volume;
        Scalar busiest = price.Where(volume.EqualTo(volume.Max())).Min();

        // Levels up to which less than half lies above the start: 2 (C_y - B_x) < V.
        Series need = day.Volume.Sum() + (2 * below);
        Series tooLow = price.Count() - day.Close.Present().IfElse(1, 1).CumsumBy(-2 * upTo, -need);
        Series lastLevel = Series.Maximum(tooLow + 1, level.Where(price.EqualTo(busiest)).First());
        Series carried = volume.CumsumBy(level, lastLevel) - below;
        Series length = (lastLevel - level).Where((price <= busiest) & (tooLow < price.Count()));
        Condition isShortest = length.EqualTo(length.Min());
        Condition isFullest = carried.EqualTo(carried.Where(isShortest).Max());

        Lowest = price.Where(isShortest & isFullest).Min();
        Highest = price.Where(level.EqualTo(lastLevel.Where(price.EqualTo(Lowest)).First())).First();
    }

    /// <summary>The lowest price of the area.</summary>
    internal Scalar Lowest { get; }

    /// <summary>The highest price of the area.</summary>
    internal Scalar Highest { get; }
}
