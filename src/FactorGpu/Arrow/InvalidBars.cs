using System.Collections;
using System.Collections.Immutable;
using FactorGpu.Bars;
using FactorGpu.Errors;

namespace FactorGpu.Arrow;

/// <summary>Counts the bars that are not valid (catalogue 1.3.1), by file: those with a value that cannot be, and those that lack one.</summary>
internal sealed class InvalidBars(ImmutableArray<PlacedBars> files, SharedCells shared, DayCells cells, FaultHandling onInvalid)
{
    private readonly BitArray _invalid = new(cells.Count);
    private readonly BitArray _incomplete = new(cells.Count);

    /// <summary>Counts them.</summary>
    /// <exception cref="BarFormatException">A bar has a value that cannot be, and that is to be an error.</exception>
    internal void Count(StockDayIndex index, ImmutableArray<DayTensor> days)
    {
        bool isAny = false;
        for (int d = 0; d < days.Length; d++)
        {
            for (int s = 0; s < days[d].Shape.S; s++)
            {
                int stockDay = index.Days[d].First + s;
                SlotMask odd = cells.Taken(stockDay).Except(days[d].ValidBars(s, BarRequirements.None));
                if (odd != default)
                {
                    isAny = true;
                    Classify(stockDay * BarAxis.SlotCount, odd);
                }
            }
        }

        if (isAny)
        {
            CountByFile();
        }
    }

    private void Classify(int firstCell, SlotMask odd)
    {
        for (int slot = 0; slot < BarAxis.SlotCount; slot++)
        {
            if (odd.Contains(slot))
            {
                (OffendingField(firstCell + slot) is null ? _incomplete : _invalid)[firstCell + slot] = true;
            }
        }
    }

    /// <summary>The first field whose value cannot be; a missing value can.</summary>
    private BarField? OffendingField(int cell)
    {
        foreach (BarField field in BarFields.Required)
        {
            double value = cells.Values(field)[cell];
            bool isPrice = field is not (BarField.Volume or BarField.Amount);
            if (double.IsInfinity(value) || value < 0 || (isPrice && value == 0))
            {
                return field;
            }
        }

        return null;
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
            BarField field = OffendingField(cell)!.Value;
            Throw.BarInvalid(file.Bars.StampedPlace(row), BarFields.Name(field), cells.Values(field)[cell]);
        }

        file.Counts.Invalid += _invalid[cell] ? 1 : 0;
        file.Counts.Incomplete += _incomplete[cell] ? 1 : 0;
    }
}
