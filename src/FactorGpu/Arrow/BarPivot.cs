using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Errors;

namespace FactorGpu.Arrow;

/// <summary>Turns rows of stock and minute into one tensor [F, S, T] per date.</summary>
/// <remarks>Linear in rows and cells. A stock is in a day when any row names it on that date, padding rows included.</remarks>
internal sealed class BarPivot
{
    private readonly ImmutableArray<PlacedBars> _files;
    private readonly MissingField _missing;
    private readonly CodeRanks _ranks;
    private readonly int[] _duplicateRows;
    private readonly int[] _paddingRows;

    // Per rank of a code: the position s on the day at hand, valid where _seenOn is that day.
    private readonly int[] _positions;
    private readonly int[] _seenOn;

    internal BarPivot(ImmutableArray<PlacedBars> files, MissingField missing)
    {
        _files = files;
        _missing = missing;
        _ranks = new CodeRanks(files);
        _duplicateRows = new int[files.Length];
        _paddingRows = new int[files.Length];
        _positions = new int[_ranks.Count];
        _seenOn = new int[_ranks.Count];
        Array.Fill(_seenOn, -1);
    }

    /// <summary>Pivots all days, in the order of their dates.</summary>
    /// <exception cref="BarFormatException">Two rows have the same stock and slot and different values.</exception>
    internal LoadedBars Run()
    {
        ImmutableArray<int> days = [.. _files.SelectMany(file => file.Rows.Days).Distinct().Order()];
        var tensors = ImmutableArray.CreateBuilder<DayTensor>(days.Length);
        foreach (int day in days)
        {
            tensors.Add(Pivot(day));
        }

        return new LoadedBars(tensors.MoveToImmutable(), [.. _files.Select((file, f) => file.Report(_duplicateRows[f], _paddingRows[f]))], []);
    }

    private DayTensor Pivot(int day)
    {
        AuctionBars auctions = AuctionBars.None;
        var present = new HashSet<BarField> { BarField.Vwap };
        foreach (PlacedBars file in _files.Where(file => !file.Rows.Of(day).IsEmpty))
        {
            auctions |= file.Auctions;
            present.UnionWith(BarFields.All.Where(file.Bars.Has));
        }

        var cells = new DayCells(WallMinute.DateOf(day), StocksOf(day), [.. present.Order()]);
        for (int file = 0; file < _files.Length; file++)
        {
            Fill(cells, file, day);
        }

        return cells.ToTensor(_missing.OfLength(cells.CellCount), auctions);
    }

    /// <summary>The stocks of a day in ordinal order; sets their positions.</summary>
    private StockList StocksOf(int day)
    {
        var ranks = new List<int>();
        for (int f = 0; f < _files.Length; f++)
        {
            ReadOnlySpan<int> codeIds = _files[f].Bars.CodeIds;
            ReadOnlySpan<int> ranksOfFile = _ranks.Of(f);
            foreach (int row in _files[f].Rows.Of(day))
            {
                int rank = ranksOfFile[codeIds[row]];
                if (_seenOn[rank] != day)
                {
                    _seenOn[rank] = day;
                    ranks.Add(rank);
                }
            }
        }

        ranks.Sort();
        for (int s = 0; s < ranks.Count; s++)
        {
            _positions[ranks[s]] = s;
        }

        return new StockList([.. ranks.Select(rank => _ranks[rank])]);
    }

    private void Fill(DayCells cells, int f, int day)
    {
        PlacedBars file = _files[f];
        ReadOnlySpan<int> codeIds = file.Bars.CodeIds;
        ReadOnlySpan<int> ranksOfFile = _ranks.Of(f);
        foreach (int row in file.Rows.Of(day))
        {
            int slot = file.SlotOf(row);
            if (slot < 0)
            {
                _paddingRows[f]++;
                continue;
            }

            int cell = (_positions[ranksOfFile[codeIds[row]]] * BarAxis.SlotCount) + slot;
            if (cells.TryTake(cell))
            {
                cells.Store(cell, file.Bars, row);
                continue;
            }

            _duplicateRows[f]++;
            if (cells.Difference(cell, file.Bars, row) is BarField field)
            {
                ThrowRowsDiffer(cells, cell, field, file.Bars, row);
            }
        }
    }

    private void ThrowRowsDiffer(DayCells cells, int cell, BarField field, LongBars bars, int row)
    {
        string code = cells.Stocks.Codes[cell / BarAxis.SlotCount];
        Throw.RowsDiffer(
            code, bars.Minutes[row].ToString(), FirstPlace(bars.Minutes[row].Day, code, cell % BarAxis.SlotCount), bars.Place(row),
            BarFields.Name(field), cells.Value(field, cell), bars.Value(field, row));
    }

    /// <summary>The place of the first row with a stock and slot: found by a second look, so that loading keeps no row numbers per cell.</summary>
    private string FirstPlace(int day, string code, int slot)
    {
        foreach (PlacedBars file in _files)
        {
            foreach (int row in file.Rows.Of(day))
            {
                if (file.SlotOf(row) == slot && file.Bars.Codes[file.Bars.CodeIds[row]] == code)
                {
                    return file.Bars.Place(row);
                }
            }
        }

        throw new UnreachableException("A taken cell has a row.");
    }
}
