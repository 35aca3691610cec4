using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using FactorGpu.Bars;

namespace FactorGpu.Tests;

/// <summary>Small day tensors, written out by hand.</summary>
internal static class DayBuilder
{
    /// <summary>One stock. A close of NaN makes a missing bar. Other prices are the close, a volume 100, an amount 1000 and a trade count 10 unless given; slots 0, 1, 2, ... unless given.</summary>
    internal static DayTensor Stock(
        double[] close,
        double[]? open = null,
        double[]? high = null,
        double[]? low = null,
        double[]? volume = null,
        double[]? amount = null,
        double[]? numTrades = null,
        double[]? vwap = null,
        double preClose = double.NaN,
        int[]? slots = null)
    {
        slots ??= [.. Enumerable.Range(0, close.Length)];
        double[] values = new double[BarFields.Count * BarAxis.SlotCount];
        Array.Fill(values, double.NaN);
        for (int i = 0; i < close.Length; i++)
        {
            if (!double.IsNaN(close[i]))
            {
                double[] bar =
                [
                    (open ?? close)[i], (high ?? close)[i], (low ?? close)[i], close[i], volume?[i] ?? 100, amount?[i] ?? 1000,
                    numTrades?[i] ?? 10, vwap?[i] ?? double.NaN, preClose, double.NaN, double.NaN,
                ];
                Enumerable.Range(0, bar.Length).ToList().ForEach(f => values[(f * BarAxis.SlotCount) + slots[i]] = bar[f]);
            }
        }

        return new DayTensor(new DateOnly(2024, 1, 2), new StockList(["600000.SH"]), values, AuctionBars.None);
    }

    /// <summary>The same day with only some of its stocks, in the order given.</summary>
    internal static DayTensor Pick(DayTensor day, params int[] stocks)
    {
        double[] values = [.. BarFields.All.SelectMany(field => stocks.SelectMany(s => day.Row(field, s).ToArray()))];
        ImmutableArray<string> codes = [.. stocks.Select(s => day.Stocks.Codes[s])];
        return new DayTensor(day.Date, new StockList(codes), values, day.Auctions);
    }

    /// <summary>The stocks of some days as one day, named by their place.</summary>
    internal static DayTensor Join(params DayTensor[] days)
    {
        double[] values = [.. BarFields.All.SelectMany(field => days.SelectMany(day => Enumerable.Range(0, day.Shape.S).SelectMany(s => day.Row(field, s).ToArray())))];
        ImmutableArray<string> codes = [.. Enumerable.Range(0, days.Sum(day => day.Shape.S)).Select(s => s.ToString("000000", CultureInfo.InvariantCulture))];
        return new DayTensor(days[0].Date, new StockList(codes), values, days[0].Auctions);
    }
}
