using System;
using System.Buffers;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Arrow.Presets;
using FactorGpu.Bars;
using FactorGpu.Errors;

namespace FactorGpu.Arrow;

/// <summary>The rows of one file and where they go: first the stock-day of each row, then its cell, which is the place of one slot of one stock-day.</summary>
internal sealed class PlacedBars : IDisposable
{
    /// <summary>The cell of a row that goes nowhere.</summary>
    internal const int Dropped = -1;

    private const int NamedOutside = 3;

    // Per row, the position of its stock-day in StockDays; from Place on, its cell.
    private readonly int[] _cells;
    private readonly ImmutableArray<bool> _isShanghai;

    /// <param name="bars">The rows; disposed with this.</param>
    /// <param name="slots">The slots of their stamps.</param>
    /// <param name="reading">By what the file is read, for the report.</param>
    /// <param name="onOutside">What is done with rows outside of the day.</param>
    /// <exception cref="BarFormatException">A row lies outside of the day, and that is to be an error.</exception>
    internal PlacedBars(LongBars bars, SlotMap slots, BarFileReading reading, FaultHandling onOutside)
    {
        Bars = bars;
        Slots = slots;
        Reading = reading;
        Auctions = slots.Auctions(MinuteSet.InTradingDays(bars.Minutes));
        _isShanghai = [.. bars.Codes.Select(CodeStyles.IsShanghai)];
        _cells = GC.AllocateUninitializedArray<int>(bars.RowCount);
        StockDays = FindStockDays(onOutside);
        Days = [.. StockDays.Select(stockDay => stockDay.Day).Distinct()];
    }

    internal LongBars Bars { get; }

    internal SlotMap Slots { get; }

    /// <summary>By what the file is read, for the report.</summary>
    internal BarFileReading Reading { get; }

    internal AuctionBars Auctions { get; }

    internal RowCounts Counts { get; } = new();

    /// <summary>The distinct stock-days of the file as day number and code number, in the order in which they come; dropped rows give none.</summary>
    internal ImmutableArray<(int Day, int CodeId)> StockDays { get; }

    /// <summary>The distinct days of <see cref="StockDays"/>, as days since 1970-01-01.</summary>
    internal ImmutableArray<int> Days { get; }

    /// <summary>Per row, its cell after <see cref="Place"/>, or <see cref="Dropped"/>.</summary>
    internal Span<int> Cells => _cells;

    public void Dispose() => Bars.Dispose();

    /// <summary>Turns stock-days into cells.</summary>
    /// <param name="numbers">The number of each of <see cref="StockDays"/> among those of all files.</param>
    internal void Place(ReadOnlySpan<int> numbers)
    {
        ReadOnlySpan<WallMinute> minutes = Bars.Minutes;
        ReadOnlySpan<int> codeIds = Bars.CodeIds;
        for (int row = 0; row < minutes.Length; row++)
        {
            if (_cells[row] != Dropped)
            {
                _cells[row] = (numbers[_cells[row]] * BarAxis.SlotCount) + Slots.SlotOf(minutes[row], _isShanghai[codeIds[row]]);
            }
        }

        if (Slots.HasPadding)
        {
            DropPadding();
        }
    }

    internal BarFileReport Report() => new()
    {
        Path = Bars.Path,
        Rows = Bars.RowCount,
        Stocks = StockDays.Select(stockDay => stockDay.CodeId).Distinct().Count(),
        Days = Days.Length,
        Reading = Reading,
        LackingFields = [.. BarFields.All.Where(field => !Bars.Values.Has(field))],
        DuplicateRows = Counts.Duplicates,
        ReplacedRows = Counts.Replaced,
        PaddingRows = Counts.Padding,
        MergedRows = Counts.Merged,
        OutsideRows = Counts.Outside,
        FirstOutside = [.. Counts.FirstOutside],
        InvalidBars = Counts.Invalid,
        IncompleteBars = Counts.Incomplete,
    };

    private ImmutableArray<(int Day, int CodeId)> FindStockDays(FaultHandling onOutside)
    {
        ReadOnlySpan<WallMinute> minutes = Bars.Minutes;
        ReadOnlySpan<int> codeIds = Bars.CodeIds;
        var positions = new Dictionary<(int Day, int CodeId), int>();
        var found = ImmutableArray.CreateBuilder<(int Day, int CodeId)>();
        (int Day, int CodeId) latest = (-1, -1);
        int position = -1;
        for (int row = 0; row < minutes.Length; row++)
        {
            if (!TradingDay.Contains(minutes[row]))
            {
                Drop(row, onOutside);
                continue;
            }

            // Most files are sorted by stock or by minute; the former need no look-up but for the first row of a stock.
            (int Day, int CodeId) stockDay = (minutes[row].Day, codeIds[row]);
            if (stockDay != latest && !positions.TryGetValue(stockDay, out position))
            {
                position = found.Count;
                positions.Add(stockDay, position);
                found.Add(stockDay);
            }

            latest = stockDay;
            _cells[row] = position;
        }

        return found.ToImmutable();
    }

    private void Drop(int row, FaultHandling onOutside)
    {
        if (onOutside == FaultHandling.Error)
        {
            Throw.StampOutsideDay(Bars.Place(row), Bars.Minutes[row].ToString());
        }

        _cells[row] = Dropped;
        Counts.Outside++;
        if (Counts.FirstOutside.Count < NamedOutside)
        {
            Counts.FirstOutside.Add(Bars.StampedPlace(row));
        }
    }

    private void DropPadding()
    {
        int first = 0;
        for (int part = 0; part < Bars.Values.PartRows.Length; part++)
        {
            int rows = Bars.Values.PartRows[part];
            double[] scratch = ArrayPool<double>.Shared.Rent(rows);
            DropPadding(Bars.Minutes.Slice(first, rows), Bars.Values.Read(BarField.Volume, part, scratch), _cells.AsSpan(first, rows));
            ArrayPool<double>.Shared.Return(scratch);
            first += rows;
        }
    }

    private void DropPadding(ReadOnlySpan<WallMinute> minutes, ReadOnlySpan<double> volumes, Span<int> cells)
    {
        for (int row = 0; row < cells.Length; row++)
        {
            if (cells[row] != Dropped && Slots.IsPadding(minutes[row].MinuteOfDay, cells[row] % BarAxis.SlotCount, volumes[row]))
            {
                cells[row] = Dropped;
                Counts.Padding++;
            }
        }
    }
}
