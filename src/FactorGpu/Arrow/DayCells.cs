using System;
using System.Collections.Immutable;
using FactorGpu.Bars;
using FactorGpu.Errors;

namespace FactorGpu.Arrow;

/// <summary>The fields of one day while rows are put into them, each [S, T]. A cell is the place of one stock and slot.</summary>
internal sealed class DayCells
{
    private readonly ImmutableArray<BarField> _present;
    private readonly double[]?[] _values = new double[]?[BarFields.Count];
    private readonly ulong[] _taken;

    /// <param name="date">The day.</param>
    /// <param name="stocks">Its stocks [S].</param>
    /// <param name="present">The fields that the day has; the others are missing throughout.</param>
    internal DayCells(DateOnly date, StockList stocks, ImmutableArray<BarField> present)
    {
        Date = date;
        Stocks = stocks;
        _present = present;
        if (stocks.Count > Array.MaxLength / BarAxis.SlotCount)
        {
            Throw.TooManyStocks(date, stocks.Count, Array.MaxLength / BarAxis.SlotCount);
        }

        CellCount = stocks.Count * BarAxis.SlotCount;
        _taken = new ulong[(CellCount + 63) / 64];
        foreach (BarField field in present)
        {
            double[] values = GC.AllocateUninitializedArray<double>(CellCount);
            Array.Fill(values, double.NaN);
            _values[(int)field] = values;
        }
    }

    internal DateOnly Date { get; }

    internal StockList Stocks { get; }

    /// <summary>S x T.</summary>
    internal int CellCount { get; }

    /// <summary>Marks a cell as taken.</summary>
    /// <returns>False when an earlier row has taken it.</returns>
    internal bool TryTake(int cell)
    {
        ulong bit = 1UL << (cell & 63);
        ref ulong word = ref _taken[cell >> 6];
        bool isFree = (word & bit) == 0;
        word |= bit;
        return isFree;
    }

    /// <summary>Writes the values of a row into its cell.</summary>
    internal void Store(int cell, LongBars bars, int row)
    {
        foreach (BarField field in _present)
        {
            _values[(int)field]![cell] = bars.Value(field, row);
        }
    }

    /// <summary>Adds a later row to the bar of its cell: open of the first with volume, highest high, lowest low, close of the last, sums; vwap = amount / volume.</summary>
    internal void Merge(int cell, LongBars bars, int row)
    {
        bool hadVolume = Value(BarField.Volume, cell) > 0;
        foreach (BarField field in _present)
        {
            double first = _values[(int)field]![cell];
            double later = bars.Value(field, row);
            _values[(int)field]![cell] = field switch
            {
                BarField.Open => hadVolume ? first : later,
                BarField.High => double.Max(first, later),
                BarField.Low => double.Min(first, later),
                BarField.Close => later,
                BarField.Volume or BarField.Amount or BarField.NumTrades => first + later,
                _ => first,
            };
        }

        double volume = Value(BarField.Volume, cell);
        _values[(int)BarField.Vwap]![cell] = volume > 0 ? Value(BarField.Amount, cell) / volume : double.NaN;
    }

    /// <summary>The first field in which a row is not what its cell holds; NaN equals NaN.</summary>
    /// <returns>null when all are equal.</returns>
    internal BarField? Difference(int cell, LongBars bars, int row)
    {
        foreach (BarField field in _present)
        {
            if (!_values[(int)field]![cell].Equals(bars.Value(field, row)))
            {
                return field;
            }
        }

        return null;
    }

    internal double Value(BarField field, int cell) => _values[(int)field]![cell];

    /// <summary>The day as a tensor; <paramref name="missing"/> is S x T NaN, shared by the fields that the day lacks.</summary>
    internal DayTensor ToTensor(ReadOnlyMemory<double> missing, AuctionBars auctions)
    {
        var fields = ImmutableArray.CreateBuilder<ReadOnlyMemory<double>>(BarFields.Count);
        foreach (double[]? values in _values)
        {
            fields.Add(values ?? missing);
        }

        return new DayTensor(Date, Stocks, fields.MoveToImmutable(), auctions);
    }
}
