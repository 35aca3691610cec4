using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Bars;

namespace FactorGpu.Cli;

/// <summary>Bars of some of the stocks, spread evenly over all.</summary>
internal static class FewerStocks
{
    /// <param name="bars">All bars.</param>
    /// <param name="most">How many stocks a day keeps; a day with fewer keeps all.</param>
    internal static MinuteBars Of(MinuteBars bars, int most) => MinuteBars.Of(bars.Days.Select(day => Of(day, most)));

    private static DayTensor Of(DayTensor day, int most)
    {
        int S = day.Shape.S;
        if (S <= most)
        {
            return day;
        }

        ImmutableArray<int> kept = [.. Enumerable.Range(0, most).Select(i => (int)((long)i * S / most))];
        double[] values = [.. BarFields.All.SelectMany(field => kept.SelectMany(s => day.Row(field, s).ToArray()))];
        return new DayTensor(day.Date, new StockList([.. kept.Select(s => day.Stocks.Codes[s])]), values, day.Auctions);
    }
}
