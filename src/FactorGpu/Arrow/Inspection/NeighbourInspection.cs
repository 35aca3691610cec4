using System;
using System.Collections.Generic;
using System.Linq;

namespace FactorGpu.Arrow.Inspection;

/// <summary>Holds the stocks of each day against those of the days beside it: files of half a market.</summary>
/// <remarks>The numbers are the choices of this project.</remarks>
internal static class NeighbourInspection
{
    private const int Neighbours = 5; // on each side
    private const int LeastStocks = 10;
    private const double FewShare = 0.7;
    private const int LargeFile = 500;

    internal static void Run(IReadOnlyList<DayStocks> days, FaultTally tally)
    {
        for (int d = 0; d < days.Count; d++)
        {
            DayStocks[] beside = [.. days.Where((_, i) => i != d && Math.Abs(i - d) <= Neighbours)];
            if (days[d].HasOne && beside.Length > 0 && beside.All(day => day.HasBoth && day.Stocks >= LeastStocks))
            {
                tally.Add(DataFaults.OneExchange, FormattableString.Invariant($"{FaultPlaces.Date(days[d].Date)}, {days[d].Stocks} stocks of {(days[d].Shanghai > 0 ? "Shanghai" : "Shenzhen")}"));
            }
            else
            {
                LookAtCount(days[d], beside, tally);
            }

            if (days[d].Stocks >= LargeFile && days.All(day => day.HasOne))
            {
                tally.Add(DataFaults.OneExchangeThroughout, FormattableString.Invariant($"{FaultPlaces.Date(days[d].Date)}, {days[d].Stocks} stocks"));
            }
        }
    }

    private static void LookAtCount(DayStocks day, DayStocks[] beside, FaultTally tally)
    {
        int usual = beside.Length == 0 ? 0 : beside.Select(other => other.Stocks).Order().ElementAt(beside.Length / 2);
        if (usual >= LeastStocks && day.Stocks < FewShare * usual)
        {
            tally.Add(DataFaults.FewStocks, FormattableString.Invariant($"{FaultPlaces.Date(day.Date)}, {day.Stocks} stocks where {usual} are usual"));
        }
    }
}
