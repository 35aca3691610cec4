using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Errors;

namespace FactorGpu.Arrow;

/// <summary>Turns rows of stock and minute into one tensor [F, S, T] per date.</summary>
/// <remarks>
/// Linear in rows and cells, whatever the order of the rows. Each row's cell is found first, from code and stamp; then every field is decoded
/// once, part by part, straight into the tensors.
/// </remarks>
internal sealed class BarPivot(ImmutableArray<PlacedBars> files, MissingField<double> missing, BarReadOptions options)
{
    /// <summary>Pivots all days, in the order of their dates.</summary>
    /// <exception cref="BarFormatException">A fault of the rows is to be an error.</exception>
    /// <returns>The days by date; the report of each file is complete from here on.</returns>
    internal ImmutableArray<DayTensor> Run()
    {
        var index = new StockDayIndex(files);
        InParallel.For(files.Length, f => files[f].Place(index.Of(f)));
        var cells = new DayCells(index.Count, Fields());
        var shared = new SharedCells(files, cells);
        new FieldFill(files, shared, cells).Run();
        InParallel.For(cells.Fields.Length, f => cells.FillMissing(cells.Fields[f]));
        new SharedCellRules(files, shared, cells, options.OnDuplicate).Apply();
        ImmutableArray<DayTensor> days = Tensors(index, cells);
        new InvalidBars(files, shared, cells, index, days, options.OnInvalid).Count();
        return days;
    }

    /// <summary>The fields that any file has; vwap can always be had.</summary>
    private ImmutableArray<BarField> Fields()
        => [.. BarFields.All.Where(field => field == BarField.Vwap || files.Any(file => file.Bars.Values.Has(field)))];

    private ImmutableArray<DayTensor> Tensors(StockDayIndex index, DayCells cells)
    {
        Dictionary<int, AuctionBars> auctions = Auctions();
        return
        [
            .. index.Days.Select(day => new DayTensor(
                WallMinute.DateOf(day.Day), day.Stocks, cells.Day(day.First, day.Stocks.Count, missing.OfLength(day.Stocks.Count * BarAxis.SlotCount)), auctions[day.Day])),
        ];
    }

    /// <summary>The auctions of each day: those that any file with that day has.</summary>
    private Dictionary<int, AuctionBars> Auctions()
    {
        var auctions = new Dictionary<int, AuctionBars>();
        foreach (PlacedBars file in files)
        {
            foreach (int day in file.Days)
            {
                auctions[day] = auctions.GetValueOrDefault(day) | file.Auctions;
            }
        }

        return auctions;
    }
}
