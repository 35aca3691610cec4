using System;
using System.Globalization;
using FactorGpu.Bars;

namespace FactorGpu.Arrow.Inspection;

/// <summary>Places of faults in words: <c>600000.SH 2024-06-14 09:31</c>, by the start of the minute.</summary>
internal static class FaultPlaces
{
    internal static string Bar(DayTensor day, int s, int t) => $"{StockDay(day, s)} {Time(t)}";

    internal static string StockDay(DayTensor day, int s) => $"{day.Stocks.Codes[s]} {Date(day.Date)}";

    internal static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static string Time(int t) => BarAxis.StartOf(t).ToString("HH:mm", CultureInfo.InvariantCulture);
}
