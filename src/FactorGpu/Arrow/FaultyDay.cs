using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using FactorGpu.Bars;

namespace FactorGpu.Arrow;

/// <summary>A day with faults on purpose: the rows that stand where they belong, and those that come on top.</summary>
/// <remarks>Rows on top are a tensor of their own, written after the day's: a row of a long file may stand anywhere.</remarks>
internal sealed class FaultyDay
{
    private const int SharesPerLot = 100;
    private const int LastMorningSlot = 120;

    // One bar in 50 stands twice; the two kinds do not meet.
    private const int DuplicatePeriod = 50;
    private const int DuplicateAt = 20;
    private const int DifferingAt = 30;

    private static readonly ImmutableArray<TimeOnly> s_lunchStamps = StampedDay.Canonical.SetItem(LastMorningSlot, new TimeOnly(11, 30));

    private readonly DayTensor _day;
    private readonly double[][] _bars;

    private FaultyDay(DayTensor day)
    {
        _day = day;
        _bars = [.. Array.ConvertAll([.. BarFields.All], field => day.Field(field).ToArray())];
    }

    /// <summary>What is written for a day; the day itself where no fault is asked for.</summary>
    internal static IEnumerable<StampedDay> Parts(DayTensor day, BarFaults faults)
    {
        if (faults == BarFaults.None)
        {
            return [new StampedDay(day, StampedDay.Canonical)];
        }

        return new FaultyDay(day).Parts(faults);
    }

    private List<StampedDay> Parts(BarFaults faults)
    {
        var parts = new List<(double[][] Bars, ImmutableArray<TimeOnly> Stamps)> { (_bars, StampedDay.Canonical) };
        if (faults.HasFlag(BarFaults.DoubledAuction))
        {
            DoubleAuction();
        }

        if (faults.HasFlag(BarFaults.Lunch))
        {
            parts.Add((TakeLunch(), s_lunchStamps));
        }

        if (faults.HasFlag(BarFaults.Duplicates))
        {
            parts.Add((Repeat(DuplicateAt, moreShares: 0), StampedDay.Canonical));
        }

        if (faults.HasFlag(BarFaults.DifferingDuplicates))
        {
            parts.Add((Repeat(DifferingAt, SharesPerLot), StampedDay.Canonical));
        }

        if (faults.HasFlag(BarFaults.Lots))
        {
            parts.ForEach(part => CountInLots(part.Bars));
        }

        return parts.ConvertAll(part => new StampedDay(ToTensor(part.Bars), part.Stamps));
    }

    private void DoubleAuction()
    {
        for (int s = 0; s < _day.Shape.S; s++)
        {
            int auction = s * BarAxis.SlotCount;
            int next = auction + 1;
            foreach (BarField field in (BarField[])[BarField.Volume, BarField.Amount, BarField.NumTrades])
            {
                double[] values = _bars[(int)field];
                values[next] += double.IsNaN(values[auction]) ? 0 : values[auction];
            }

            SetVwap(_bars, next);
        }
    }

    /// <summary>Moves one lot of 11:29 into rows of their own.</summary>
    private double[][] TakeLunch()
    {
        double[][] lunch = Empty();
        for (int s = 0; s < _day.Shape.S; s++)
        {
            int cell = (s * BarAxis.SlotCount) + LastMorningSlot;
            if (_bars[(int)BarField.Volume][cell] >= 2 * SharesPerLot && _bars[(int)BarField.NumTrades][cell] >= 2)
            {
                TakeLot(cell, lunch);
            }
        }

        return lunch;
    }

    private void TakeLot(int cell, double[][] lunch)
    {
        CopyCell(cell, lunch);
        double close = lunch[(int)BarField.Close][cell];
        foreach (BarField field in (BarField[])[BarField.Open, BarField.High, BarField.Low])
        {
            lunch[(int)field][cell] = close;
        }

        Move(BarField.Volume, SharesPerLot);
        Move(BarField.Amount, Math.Round(close * SharesPerLot, 2));
        Move(BarField.NumTrades, 1);
        SetVwap(lunch, cell);
        SetVwap(_bars, cell);

        void Move(BarField field, double quantity)
        {
            lunch[(int)field][cell] = quantity;
            _bars[(int)field][cell] -= quantity;
        }
    }

    private double[][] Repeat(int place, int moreShares)
    {
        double[][] rows = Empty();
        for (int cell = place; cell < _day.Shape.FieldLength; cell += DuplicatePeriod)
        {
            CopyCell(cell, rows);
            rows[(int)BarField.Volume][cell] += moreShares;
        }

        return rows;
    }

    private void CopyCell(int cell, double[][] rows)
    {
        for (int f = 0; f < rows.Length; f++)
        {
            rows[f][cell] = _bars[f][cell];
        }
    }

    private double[][] Empty()
    {
        double[][] rows = new double[_bars.Length][];
        for (int f = 0; f < rows.Length; f++)
        {
            rows[f] = new double[_day.Shape.FieldLength];
            Array.Fill(rows[f], double.NaN);
        }

        return rows;
    }

    private static void SetVwap(double[][] bars, int cell)
    {
        double volume = bars[(int)BarField.Volume][cell];
        bars[(int)BarField.Vwap][cell] = volume > 0 ? bars[(int)BarField.Amount][cell] / volume : double.NaN;
    }

    private static void CountInLots(double[][] bars)
    {
        double[] volumes = bars[(int)BarField.Volume];
        for (int cell = 0; cell < volumes.Length; cell++)
        {
            volumes[cell] /= SharesPerLot;
        }
    }

    private DayTensor ToTensor(double[][] bars)
        => new(_day.Date, _day.Stocks, [.. Array.ConvertAll(bars, field => new ReadOnlyMemory<double>(field))], _day.Auctions);
}
