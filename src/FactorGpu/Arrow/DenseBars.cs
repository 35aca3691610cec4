using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Arrow.Ipc;
using FactorGpu.Bars;
using FactorGpu.Errors;

namespace FactorGpu.Arrow;

/// <summary>Reads Arrow files in the dense layout (design 9): a record batch is the tensor of a day, a row a stock, a field a column of lists of 242 values.</summary>
internal sealed class DenseBars
{
    private readonly ArrowFile _file;
    private readonly FaultHandling _onInvalid;
    private readonly DenseColumns _columns;
    private readonly ArrowCodes _codes;
    private readonly ArrowStamps _dates;
    private readonly DenseFields<double> _doubles;
    private readonly DenseFields<float> _singles;
    private readonly Dictionary<int, string> _batchOfDay = [];
    private int[] _ids = [];
    private StockList _stocks = new([]);
    private int _invalidBars;
    private int _incompleteBars;

    private DenseBars(ArrowFile file, MissingField<double> missing, MissingField<float> missingSingle, FaultHandling onInvalid)
    {
        _file = file;
        _onInvalid = onInvalid;
        _columns = new DenseColumns(file);
        _codes = new ArrowCodes(file.Path, _columns.Code.Name);
        _dates = new ArrowStamps(file.Path, _columns.Date.Name, StampParser.ParseDate, NumberStamps.ToDate);
        _doubles = new DenseFields<double>(_columns, missing);
        _singles = new DenseFields<float>(_columns, missingSingle);
    }

    /// <summary>Reads all days of a file.</summary>
    /// <param name="file">A file for which <see cref="DenseColumns.AreIn"/> holds; disposed of with what is returned.</param>
    /// <param name="missing">What stands for fields without a column.</param>
    /// <param name="missingSingle">The same in a file of single precision.</param>
    /// <param name="onInvalid">What is done about bars with a value that cannot be.</param>
    /// <returns>The days; the stocks of each in file order. Values without nulls stay in the file until they are used, if they are float64, or float32 in a file of single precision.</returns>
    /// <exception cref="BarFormatException">The file is broken, lacks a column, has one of a type that is not read, or its batches are not days.</exception>
    internal static DenseBarFile Read(ArrowFile file, MissingField<double> missing, MissingField<float> missingSingle, FaultHandling onInvalid)
        => new DenseBars(file, missing, missingSingle, onInvalid).ReadBatches();

    private DenseBarFile ReadBatches()
    {
        var days = ImmutableArray.CreateBuilder<DayTensor>();
        int firstRow = 0;
        foreach (ArrowBatch batch in _file.Batches.Where(batch => batch.RowCount > 0))
        {
            days.Add(ReadDay(batch, firstRow));
            (int invalid, int incomplete) = DenseFaults.Count(_file.Path, firstRow, days[^1], _onInvalid);
            _invalidBars += invalid;
            _incompleteBars += incomplete;
            firstRow += batch.RowCount;
        }

        if (days.Count == 0)
        {
            Throw.FileWithoutRows(_file.Path);
        }

        return new DenseBarFile(days.ToImmutable(), Report(), _file);
    }

    private DayTensor ReadDay(ArrowBatch batch, int firstRow)
    {
        StockList stocks = ReadStocks(batch, firstRow);
        DateOnly date = ReadDate(batch, firstRow);
        if (stocks.Count > Array.MaxLength / BarAxis.SlotCount)
        {
            Throw.TooManyStockDays(stocks.Count, Array.MaxLength / BarAxis.SlotCount);
        }

        return _columns.Tick is { } tick ? InSingle(batch, firstRow, date, stocks, tick) : InDouble(batch, date, stocks);
    }

    private DayTensor InDouble(ArrowBatch batch, DateOnly date, StockList stocks)
    {
        ImmutableArray<ReadOnlyMemory<double>> fields = _doubles.Read(batch);
        return new DayTensor(date, stocks, fields, DenseFields<double>.Auctions(fields[(int)BarField.Close]));
    }

    private DayTensor InSingle(ArrowBatch batch, int firstRow, DateOnly date, StockList stocks, ArrowField tick)
    {
        double[] ticks = new double[batch.RowCount];
        ArrowNumbers.Read(batch.Column(tick), ticks);
        int wrong = Array.FindIndex(ticks, x => !(x > 0 && double.IsFinite(x)));
        if (wrong >= 0)
        {
            Throw.DenseTick(_file.Path, tick.Name, ticks[wrong], stocks.Codes[wrong], firstRow + wrong);
        }

        ImmutableArray<ReadOnlyMemory<float>> fields = _singles.Read(batch);
        var bars = new SingleBars(ticks, field => fields[(int)field]);
        return new DayTensor(date, stocks, bars, DenseFields<float>.Auctions(fields[(int)BarField.Close]));
    }

    /// <summary>The stocks of a batch; days with the same stocks in the same order share one list.</summary>
    private StockList ReadStocks(ArrowBatch batch, int firstRow)
    {
        ArrowColumn column = batch.Column(_columns.Code);
        column.RefuseRowsWithoutBytes();
        int[] ids = new int[batch.RowCount];
        _codes.Read(column, firstRow, ids);
        if (ids.AsSpan().SequenceEqual(_ids))
        {
            return _stocks;
        }

        ImmutableArray<string> codes = _codes.ToCodes();
        var rowOf = new Dictionary<int, int>(ids.Length);
        for (int row = 0; row < ids.Length; row++)
        {
            if (!rowOf.TryAdd(ids[row], row))
            {
                Throw.DenseStockTwice(_file.Path, batch.Name, codes[ids[row]], firstRow + rowOf[ids[row]], firstRow + row);
            }
        }

        _ids = ids;
        _stocks = new StockList([.. ids.Select(id => codes[id])]);
        return _stocks;
    }

    private DateOnly ReadDate(ArrowBatch batch, int firstRow)
    {
        int[] days = new int[batch.RowCount];
        _dates.Read(batch.Column(_columns.Date), firstRow, days);
        int other = days.AsSpan().IndexOfAnyExcept(days[0]);
        if (other >= 0)
        {
            Throw.DenseDatesDiffer(_file.Path, batch.Name, WallMinute.DateOf(days[0]), firstRow, WallMinute.DateOf(days[other]), firstRow + other);
        }

        DateOnly date = WallMinute.DateOf(days[0]);
        if (!_batchOfDay.TryAdd(days[0], batch.Name))
        {
            Throw.DenseDateTwice(_file.Path, date, _batchOfDay[days[0]], batch.Name);
        }

        return date;
    }

    private BarFileReport Report() => new()
    {
        Path = _file.Path,
        Rows = _file.RowCount,
        Stocks = _codes.ToCodes().Length,
        Days = _batchOfDay.Count,
        Reading = BarFileReading.OfDense(),
        LackingFields = [.. BarFields.All.Where(field => _columns.Of(field) is null)],
        InvalidBars = _invalidBars,
        IncompleteBars = _incompleteBars,
        IsDense = true,
    };
}
