using System;
using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Arrow.Ipc;
using FactorGpu.Bars;
using FactorGpu.Errors;

namespace FactorGpu.Arrow;

/// <summary>Reads the bars of an Arrow file in the long layout. Columns that are not used are not decoded, whatever their type.</summary>
internal sealed class ArrowBars
{
    private readonly ArrowFile _file;
    private readonly BarColumns _columns;
    private readonly ArrowCodes _codes;
    private readonly ArrowStamps _stamps;
    private readonly ArrowStamps? _dates;
    private readonly ImmutableArray<double[]?> _values;
    private readonly int[] _codeIds;
    private readonly WallMinute[] _minutes;

    private ArrowBars(ArrowFile file)
    {
        _file = file;
        _columns = new BarColumns(file.Path, [.. file.Fields.Select(field => field.Name)]);
        CheckTypes();
        _codes = new ArrowCodes(file.Path, _columns.Name(_columns.Code));
        _stamps = new ArrowStamps(file.Path, _columns.Name(_columns.Stamp), _columns.IsDateApart ? StampText.ParseTimeOfDay : StampText.ParseStamp);
        _dates = _columns.IsDateApart ? new ArrowStamps(file.Path, _columns.Name(_columns.Date), StampText.ParseDate) : null;
        foreach (ArrowBatch batch in file.Batches)
        {
            batch.RefuseRowsWithoutBytes();
        }

        _values = _columns.NewValues(file.RowCount);
        _codeIds = new int[file.RowCount];
        _minutes = new WallMinute[file.RowCount];
    }

    /// <summary>Reads all rows of a file in the long layout.</summary>
    /// <exception cref="BarFormatException">The file is broken, lacks a column, has one of a type that is not read, or a row is not a bar.</exception>
    internal static LongBars Read(ArrowFile file) => new ArrowBars(file).ReadBatches();

    private LongBars ReadBatches()
    {
        int firstRow = 0;
        foreach (ArrowBatch batch in _file.Batches)
        {
            _codes.Read(Column(batch, _columns.Code), firstRow, _codeIds.AsSpan(firstRow, batch.RowCount));
            ReadStamps(batch, firstRow);
            ReadFields(batch, firstRow);
            firstRow += batch.RowCount;
        }

        return new LongBars(_file.Path, _file.RowCount, _codes.ToCodes(), _codeIds, _minutes, _values, lines: null);
    }

    private ArrowColumn Column(ArrowBatch batch, int column) => batch.Column(_file.Fields[column]);

    private void ReadStamps(ArrowBatch batch, int firstRow)
    {
        int[] times = new int[batch.RowCount];
        _stamps.Read(Column(batch, _columns.Stamp), firstRow, times);
        int[] days = new int[_dates is null ? 0 : batch.RowCount];
        _dates?.Read(Column(batch, _columns.Date), firstRow, days);
        for (int row = 0; row < times.Length; row++)
        {
            _minutes[firstRow + row] = new WallMinute(days.Length == 0 ? times[row] : (days[row] * WallMinute.PerDay) + times[row]);
        }
    }

    private void ReadFields(ArrowBatch batch, int firstRow)
    {
        foreach (BarField field in BarFields.All)
        {
            double[]? values = _values[(int)field];
            if (values is not null)
            {
                ArrowNumbers.Read(Column(batch, _columns.Of(field)), values.AsSpan(firstRow, batch.RowCount));
            }
        }
    }

    private void CheckTypes()
    {
        Check(_columns.Code, type => type.IsText, "text (Utf8, LargeUtf8 or Utf8View)");
        if (_columns.IsDateApart)
        {
            Check(_columns.Date, type => type.IsDate || type.IsText, "a date (Date32, Date64 or text)");
            Check(_columns.Stamp, type => type.IsTimeOfDay || type.IsText, "a time of day (Time32, Time64 or text), because there is a column date");
        }
        else
        {
            Check(_columns.Stamp, type => type.Kind == ArrowTypeKind.Timestamp || type.IsText, "a full stamp (Timestamp or text)");
        }

        foreach (BarField field in BarFields.All.Where(field => _columns.Of(field) >= 0))
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
