using System;
using System.Collections;
using System.Collections.Immutable;
using FactorGpu.Bars;
using FactorGpu.Errors;

namespace FactorGpu.Arrow;

/// <summary>Counts the bars that are not valid (catalogue 1.3.1), by file: those with a value that cannot be, and those that lack one.</summary>
internal sealed class InvalidBars(
    ImmutableArray<PlacedBars> files, SharedCells shared, DayCells cells, StockDayIndex index, ImmutableArray<DayTensor> days, FaultHandling onInvalid)
{
    private const int StocksPerPiece = 256;

    private readonly BitArray _invalid = new(cells.Count);
    private readonly BitArray _incomplete = new(cells.Count);

    /// <summary>Counts them.</summary>
    /// <exception cref="BarFormatException">A bar has a value that cannot be, and that is to be an error.</exception>
    internal void Count()
    {
        bool isAny = false;
        for (int d = 0; d < days.Length; d++)
        {
            SlotMask[] odd = OddBars(index.Days[d].First, days[d]);
            for (int s = 0; s < odd.Length; s++)
            {
                if (odd[s] != default)
                {
                    isAny = true;
                    Classify(days[d], s, (index.Days[d].First + s) * BarAxis.SlotCount, odd[s]);
                }
            }
        }

        if (isAny)
        {
            CountByFile();
        }
    }

    /// <summary>Per stock of a day, the slots that a row has and that are not valid.</summary>
    private SlotMask[] OddBars(int firstStockDay, DayTensor day)
    {
        var odd = new SlotMask[day.Shape.S];
        InParallel.For((odd.Length + StocksPerPiece - 1) / StocksPerPiece, piece =>
        {
            int end = Math.Min(odd.Length, (piece + 1) * StocksPerPiece);
            for (int s = piece * StocksPerPiece; s < end; s++)
            {
                odd[s] = cells.Taken(firstStockDay + s).Except(day.ValidBars(s, BarRequirements.None));
            }
        });
        return odd;
    }

    private void Classify(DayTensor day, int s, int firstCell, SlotMask odd)
    {
        for (int slot = 0; slot < BarAxis.SlotCount; slot++)
        {
            if (odd.Contains(slot))
            {
                (ImpossibleValue.Find(day, s, slot) is null ? _incomplete : _invalid)[firstCell + slot] = true;
            }
        }
    }

    private void CountByFile()
    {
        foreach (PlacedBars file in files)
        {
            for (int row = 0; row < file.Cells.Length; row++)
            {
                if (file.Cells[row] != PlacedBars.Dropped)
                {
                    Count(file, row, file.Cells[row]);
                }
            }
        }

        foreach (SharedRow row in shared.Rows)
        {
            Count(files[row.File], row.Row, row.Cell);

            // The rows of a shared cell make one bar, which counts once.
            _invalid[row.Cell] = false;
            _incomplete[row.Cell] = false;
        }
    }

    private void Count(PlacedBars file, int row, int cell)
    {
        if (_invalid[cell] && onInvalid == FaultHandling.Error)
        {
            (int d, int s) = Place(cell / BarAxis.SlotCount);
            BarField field = ImpossibleValue.Find(days[d], s, cell % BarAxis.SlotCount)!.Value;
            Throw.BarInvalid(file.Bars.StampedPlace(row), BarFields.Name(field), cells.Values(field)[cell]);
        }

        file.Counts.Invalid += _invalid[cell] ? 1 : 0;
        file.Counts.Incomplete += _incomplete[cell] ? 1 : 0;
    }

    private (int Day, int Stock) Place(int stockDay)
    {
        int d = 0;
        while (stockDay >= index.Days[d].First + days[d].Shape.S)
        {
            d++;
        }

        return (d, stockDay - index.Days[d].First);
    }
}
