using System;
using System.Linq;
using FactorGpu.Arrow.Presets;
using FactorGpu.Bars;

namespace FactorGpu.Arrow.Inspection;

/// <summary>How many stocks a day has, by exchange; those without a single bar are not of it.</summary>
/// <param name="Date">The day.</param>
/// <param name="Stocks">Stocks with a bar.</param>
/// <param name="Shanghai">Those of Shanghai, as far as their codes tell.</param>
/// <param name="Shenzhen">Those of Shenzhen.</param>
internal readonly record struct DayStocks(DateOnly Date, int Stocks, int Shanghai, int Shenzhen)
{
    /// <summary>True when the codes are of both exchanges.</summary>
    internal bool HasBoth => Shanghai > 0 && Shenzhen > 0;

    /// <summary>True when all codes are of one of the two exchanges.</summary>
    internal bool HasOne => !HasBoth && Shanghai + Shenzhen == Stocks;

    internal static DayStocks Of(DayTensor day, DayStates states)
    {
        string[] codes = [.. Enumerable.Range(0, states.S).Where(s => states.First(s) >= 0).Select(s => day.Stocks.Codes[s])];
        return new DayStocks(day.Date, codes.Length, codes.Count(CodeStyles.IsShanghai), codes.Count(CodeStyles.IsShenzhen));
    }
}
