using System;
using System.Collections.Generic;
using System.Linq;
using FactorGpu.Arrow.Ipc;
using FactorGpu.Arrow.Presets;
using FactorGpu.Bars;
using FactorGpu.Errors;

namespace FactorGpu.Arrow;

/// <summary>Reads the bars of an Arrow file in the long layout. Columns that are not used are not decoded, whatever their type.</summary>
internal sealed class ArrowBars : IBarValues
{
    /// <summary>The key in a schema's metadata under which a file names its preset.</summary>
    internal const string PresetKey = "factorgpu.preset";

    private readonly ArrowFile _file;
    private readonly BarColumns _columns;
    private readonly string? _presetReason;
    private readonly StampParser _parser = new();
    private readonly ArrowCodes _codes;
    private readonly ArrowCodes? _exchanges;
    private readonly ArrowStamps _stamps;
    private readonly ArrowStamps? _dates;
    private readonly int[] _partRows;

    // They grow batch by batch, when the bytes of the rows have been seen: a small file may state any number of rows.
    private int[] _codeIds = [];
    private int[] _exchangeIds = [];
    private WallMinute[] _minutes = [];

    private ArrowBars(ArrowFile file, Preset? asked)
    {
        _file = file;
        Preset? stated = PresetCatalogue.Named(file.Metadata.GetValueOrDefault(PresetKey, ""));
        _presetReason = asked is not null ? DecodedBars.Asked : stated is not null ? DecodedBars.Stated : null;
        _columns = ColumnChoice.Choose(file.Path, [.. file.Fields.Select(field => field.Name)], asked ?? stated);
        CheckTypes();
        _codes = new ArrowCodes(file.Path, _columns.Name(_columns.Code));
        _exchanges = _columns.Exchange < 0 ? null : new ArrowCodes(file.Path, _columns.Name(_columns.Exchange));
        _stamps = _columns.IsDateApart
            ? new ArrowStamps(file.Path, _columns.Name(_columns.Stamp), StampParser.ParseTimeOfDay, StampParser.ToTimeOfDay)
            : new ArrowStamps(file.Path, _columns.Name(_columns.Stamp), _parser.ParseStamp, _parser.ToStamp);
        _dates = _columns.IsDateApart ? new ArrowStamps(file.Path, _columns.Name(_columns.Date), StampParser.ParseDate, NumberStamps.ToDate) : null;
        _partRows = [.. file.Batches.Select(batch => batch.RowCount)];
    }

    public ReadOnlySpan<int> PartRows => _partRows;

    /// <summary>Reads all rows of a file in the long layout.</summary>
    /// <param name="file">The file; disposed of with what is returned.</param>
    /// <param name="asked">The preset to read by; null for the one that the file names, else to detect it.</param>
    /// <exception cref="BarFormatException">The file is broken, lacks a column, has one of a type that is not read, or a row is not a bar.</exception>
    internal static DecodedBars Read(ArrowFile file, Preset? asked) => new ArrowBars(file, asked).ReadBatches();

    /// <summary>The columns of a file with their types.</summary>
    internal static IReadOnlyList<(string Name, string Type)> Columns(ArrowFile file) => [.. file.Fields.Select(field => (field.Name, field.TypeName))];

    public bool Has(BarField field) => _columns.Of(field) >= 0;

    public ReadOnlySpan<double> Read(BarField field, int part, Span<double> scratch)
    {
        ArrowColumn column = Column(_file.Batches[part], _columns.Of(field));
        if (column.TryGetDoubles(out ReadOnlySpan<double> stored))
        {
            return stored;
        }

        Span<double> values = scratch[.._partRows[part]];
        ArrowNumbers.Read(column, values);
        return values;
    }

    public void Dispose() => _file.Dispose();

    private DecodedBars ReadBatches()
    {
        // Codes and stamps are read in the order of the batches, each on a thread of its own.
        InParallel.For(2, i => ForEachBatch(i == 0 ? ReadCodes : ReadStamps));
        CodePairs? pairs = _exchanges is null ? null : new CodePairs(_codes.ToCodes(), _exchanges.ToCodes());
        pairs?.Join(_codeIds, _exchangeIds);
        return new DecodedBars
        {
            Path = _file.Path,
            RowCount = _file.RowCount,
            Columns = _columns,
            PresetReason = _presetReason,
            Codes = pairs?.ToCodes() ?? _codes.ToCodes(),
            CodeIds = _codeIds,
            Minutes = _minutes,
            Values = new KeptValues(this),
            TimeTypes = _parser.Types,
            HasNumericCodes = _file.Fields[_columns.Code].Type.IsInteger,
        };
    }

    private void ForEachBatch(Action<ArrowBatch, int> read)
    {
        int firstRow = 0;
        foreach (ArrowBatch batch in _file.Batches)
        {
            read(batch, firstRow);
            firstRow += batch.RowCount;
        }
    }

    private ArrowColumn Column(ArrowBatch batch, int column) => batch.Column(_file.Fields[column]);

    private void ReadCodes(ArrowBatch batch, int firstRow)
    {
        ArrowColumn codes = Column(batch, _columns.Code);
        codes.RefuseRowsWithoutBytes();
        _codes.Read(codes, firstRow, Grown(ref _codeIds, firstRow, batch.RowCount));
        _exchanges?.Read(Column(batch, _columns.Exchange), firstRow, Grown(ref _exchangeIds, firstRow, batch.RowCount));
    }

    private void ReadStamps(ArrowBatch batch, int firstRow)
    {
        ArrowColumn stamps = Column(batch, _columns.Stamp);
        stamps.RefuseRowsWithoutBytes();
        Grown(ref _minutes, firstRow, batch.RowCount);
        int[] times = new int[batch.RowCount];
        _stamps.Read(stamps, firstRow, times);
        int[] days = new int[_dates is null ? 0 : batch.RowCount];
        _dates?.Read(Column(batch, _columns.Date), firstRow, days);
        for (int row = 0; row < times.Length; row++)
        {
            _minutes[firstRow + row] = new WallMinute(days.Length == 0 ? times[row] : (days[row] * WallMinute.PerDay) + times[row]);
        }
    }

    /// <summary>The places of the rows of a batch, for which there is room from now on.</summary>
    private Span<TValue> Grown<TValue>(ref TValue[] values, int firstRow, int rows)
    {
        if (values.Length < firstRow + rows)
        {
            Array.Resize(ref values, (int)Math.Clamp(2L * values.Length, firstRow + rows, _file.RowCount));
        }

        return values.AsSpan(firstRow, rows);
    }

    private void CheckTypes()
    {
        const string Text = "text (Utf8, LargeUtf8 or Utf8View)";
        if (_columns.Exchange >= 0)
        {
            Check(_columns.Code, type => type.IsText, $"{Text}, because there is a column {_columns.Name(_columns.Exchange)}");
            Check(_columns.Exchange, type => type.IsText, Text);
        }

        Check(_columns.Code, type => type.IsText || type.IsInteger, $"{Text} or a whole number");
        if (_columns.IsDateApart)
        {
            Check(_columns.Date, type => type.IsDate || type.IsText || type.IsInteger, "a date (Date32, Date64, text or a whole number yyyyMMdd)");
            Check(
                _columns.Stamp, type => type.IsTimeOfDay || type.IsText || type.IsInteger,
                $"a time of day (Time32, Time64, text or a whole number HHmmss), because there is a column {_columns.Name(_columns.Date)}");
        }
        else
        {
            Check(_columns.Stamp, type => type.Kind == ArrowTypeKind.Timestamp || type.IsText || type.IsInteger, "a full stamp (Timestamp, text or a whole number)");
        }

        foreach (BarField field in BarFields.All.Where(Has))
        {
            Check(_columns.Of(field), type => type.IsNumber, "a number (a float, an integer or a decimal)");
        }
    }

    private void Check(int column, Predicate<ArrowType> isRead, string needed)
    {
        ArrowField field = _file.Fields[column];
        if (!isRead(field.Type))
        {
            Throw.ArrowColumnType(_file.Path, field.Name, field.TypeName, needed);
        }
    }
}
