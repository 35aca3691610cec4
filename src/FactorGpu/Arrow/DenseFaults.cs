using System;
using System.Globalization;
using System.Threading;
using FactorGpu.Bars;
using FactorGpu.Errors;

namespace FactorGpu.Arrow;

/// <summary>Counts the bars of a dense day that are not valid (catalogue 1.3.1). A bar is there when it has any of the six needed fields.</summary>
internal static class DenseFaults
{
    /// <summary>Counts the bars with a value that cannot be, and those that lack one. What that finds of validity the day keeps: its file is read once for both.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="firstRow">Row of the first stock, for messages.</param>
    /// <param name="day">The day.</param>
    /// <param name="onInvalid">What is done about a value that cannot be.</param>
    /// <exception cref="BarFormatException">There is one, and that is to be an error.</exception>
    internal static (int Invalid, int Incomplete) Count(string path, int firstRow, DayTensor day, FaultHandling onInvalid)
    {
        (int invalid, int incomplete) = (0, 0);
        StockBlocks.For(day.Shape.S, (first, count, buffers) =>
        {
            DayTensor block = day.OfStocks(first, count, buffers);
            (int invalidOfBlock, int incompleteOfBlock) = CountBlock(path, firstRow + first, block, onInvalid);
            Interlocked.Add(ref invalid, invalidOfBlock);
            Interlocked.Add(ref incomplete, incompleteOfBlock);
            day.Learn(first, block);
        });
        return (invalid, incomplete);
    }

    private static (int Invalid, int Incomplete) CountBlock(string path, int firstRow, DayTensor day, FaultHandling onInvalid)
    {
        (int invalid, int incomplete) = (0, 0);
        for (int s = 0; s < day.Shape.S; s++)
        {
            SlotMask valid = day.ValidBars(s, BarRequirements.None);
            for (int slot = valid.Count == BarAxis.SlotCount ? BarAxis.SlotCount : 0; slot < BarAxis.SlotCount; slot++)
            {
                if (valid.Contains(slot) || !IsThere(day, s, slot))
                {
                    continue;
                }

                BarField? impossible = ImpossibleValue.Find(day, s, slot);
                if (impossible is BarField field && onInvalid == FaultHandling.Error)
                {
                    Throw.BarInvalid(Place(path, firstRow + s, day.Date, slot), BarFields.Name(field), day.Cell(field, s, slot));
                }

                invalid += impossible is null ? 0 : 1;
                incomplete += impossible is null ? 1 : 0;
            }
        }

        return (invalid, incomplete);
    }

    private static bool IsThere(DayTensor day, int s, int slot)
    {
        foreach (BarField field in BarFields.Required)
        {
            if (!double.IsNaN(day.Cell(field, s, slot)))
            {
                return true;
            }
        }

        return false;
    }

    private static string Place(string path, int row, DateOnly date, int slot)
        => string.Create(CultureInfo.InvariantCulture, $"{LongBars.ArrowPlace(path, row)}, {date:yyyy-MM-dd} {BarAxis.StartOf(slot):HH:mm}");
}
