using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Bars;

namespace FactorGpu.Arrow.Inspection;

/// <summary>Counts faults by their kind while a file is looked at, and keeps the first places of each.</summary>
internal sealed class FaultTally
{
    /// <summary>How many places are kept of a kind.</summary>
    internal const int FirstPlaces = 3;

    private readonly Dictionary<DataFault, (long Count, List<string> Places)> _found = [];

    /// <summary>What was found, by code.</summary>
    internal ImmutableArray<FoundFault> Found
        => [.. DataFaults.All.Where(_found.ContainsKey).Select(fault => new FoundFault { Fault = fault, Count = _found[fault].Count, FirstPlaces = [.. _found[fault].Places.Select(PrintableText.Of)] })];

    /// <summary>Counts a bar.</summary>
    internal void AddBar(DataFault fault, DayTensor day, int s, int t)
    {
        if (Count(fault, 1) is { } places)
        {
            places.Add(FaultPlaces.Bar(day, s, t));
        }
    }

    /// <summary>Counts a stock-day.</summary>
    internal void AddStockDay(DataFault fault, DayTensor day, int s)
    {
        if (Count(fault, 1) is { } places)
        {
            places.Add(FaultPlaces.StockDay(day, s));
        }
    }

    /// <summary>Counts one, in a place.</summary>
    internal void Add(DataFault fault, string place) => Count(fault, 1)?.Add(place);

    /// <summary>Counts several; none is no fault.</summary>
    /// <param name="fault">The kind.</param>
    /// <param name="count">How many.</param>
    /// <param name="firstPlaces">The first places, as far as they are known.</param>
    internal void Add(DataFault fault, long count, IEnumerable<string> firstPlaces)
    {
        if (count > 0)
        {
            Count(fault, count)?.AddRange(firstPlaces.Take(FirstPlaces));
        }
    }

    /// <summary>The places, where one more is wanted.</summary>
    private List<string>? Count(DataFault fault, long count)
    {
        (long before, List<string> places) = _found.TryGetValue(fault, out (long, List<string>) known) ? known : (0, []);
        _found[fault] = (before + count, places);
        return places.Count < FirstPlaces ? places : null;
    }
}
