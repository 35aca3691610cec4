using System;
using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Bars;

namespace FactorGpu.Tests.Arrow;

/// <summary>What a bar file is to hold, one obvious step after the other.</summary>
internal static class ExpectedBars
{
    internal static PeerTable Long(ImmutableArray<DayTensor> days, params BarField[] fields)
    {
        (DayTensor Day, int S, int T)[] rows =
        [
            .. from day in days
               from code in day.Stocks.Codes.Order(StringComparer.Ordinal)
               from t in Enumerable.Range(0, BarAxis.SlotCount)
               let s = day.Stocks.IndexOf(code)
               where BarFields.All.Any(field => !double.IsNaN(day.Row(field, s)[t]))
               select (day, s, t),
        ];
        var table = new PeerTable { Batches = days.Length };
        table.Add("code", "utf8", rows.Select(row => row.Day.Stocks.Codes[row.S]));
        table.Add("datetime", "timestamp[us]", rows.Select(row => (object)(row.Day.Date.ToDateTime(BarAxis.StartOf(row.T)) - DateTime.UnixEpoch).TotalMicroseconds));
        foreach (BarField field in fields)
        {
            table.Add(BarFields.Name(field), "float64", rows.Select(row => NaNAsNull(row.Day.Row(field, row.S)[row.T])));
        }

        return table;
    }

    internal static PeerTable Dense(ImmutableArray<DayTensor> days, params BarField[] fields)
    {
        var table = new PeerTable { Batches = days.Length };
        table.Add("code", "utf8", days.SelectMany(day => day.Stocks.Codes));
        table.Add("date", "date", days.SelectMany(day => Enumerable.Repeat<object>(DaysSince1970(day.Date), day.Stocks.Count)));
        foreach (BarField field in fields)
        {
            table.Add(BarFields.Name(field), "float64[242]", days.SelectMany(day => day.Field(field).ToArray().Cast<object>()));
        }

        return table;
    }

    internal static PeerTable DenseInSingle(ImmutableArray<DayTensor> days, params BarField[] fields)
    {
        var table = new PeerTable { Batches = days.Length };
        table.Add("code", "utf8", days.SelectMany(day => day.Stocks.Codes));
        table.Add("date", "date", days.SelectMany(day => Enumerable.Repeat<object>(DaysSince1970(day.Date), day.Stocks.Count)));
        table.Add("tick", "float64", days.SelectMany(day => day.Ticks.ToArray().Cast<object>()));
        foreach (BarField field in fields)
        {
            table.Add(BarFields.Name(field), "float32[242]", days.SelectMany(day => day.Field(field).ToArray().Select((x, cell) => (object)Narrowed(day, field, x, cell))));
        }

        return table;
    }

    private static double Narrowed(DayTensor day, BarField field, double x, int cell)
    {
        double tick = BarFields.IsOnTicks(field) ? day.Ticks[cell / BarAxis.SlotCount] : 1;
        return (float)(tick == 1 ? x : Math.Round(x / tick));
    }

    internal static object? NaNAsNull(double value) => double.IsNaN(value) ? null : value;

    internal static double DaysSince1970(DateOnly date) => date.DayNumber - new DateOnly(1970, 1, 1).DayNumber;
}
