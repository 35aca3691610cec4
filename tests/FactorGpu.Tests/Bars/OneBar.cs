using System;
using System.Collections.Generic;
using FactorGpu.Bars;

namespace FactorGpu.Tests.Bars;

/// <summary>A day of one stock with one good bar, cell by cell changeable.</summary>
internal static class OneBar
{
    internal const int Slot = 100;

    /// <summary>The day with one field of the bar replaced.</summary>
    internal static DayTensor With(BarField field, double value) => With([(field, value)]);

    /// <summary>The day with fields of the bar replaced.</summary>
    internal static DayTensor With(IEnumerable<(BarField Field, double Value)> changes)
    {
        double[] values = new double[BarFields.Count * BarAxis.SlotCount];
        Array.Fill(values, double.NaN);
        double[] good = [10.00, 10.10, 9.90, 10.05, 200, 2010, 3, 10.05, 10, 11, 9];
        for (int f = 0; f < good.Length; f++)
        {
            values[(f * BarAxis.SlotCount) + Slot] = good[f];
        }

        foreach ((BarField field, double value) in changes)
        {
            values[((int)field * BarAxis.SlotCount) + Slot] = value;
        }

        return new DayTensor(new DateOnly(2024, 1, 2), new StockList(["600000.SH"]), values, AuctionBars.None);
    }
}
