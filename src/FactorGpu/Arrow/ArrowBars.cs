using System;
using System.Buffers.Binary;
using System.Linq;
using FactorGpu.Arrow.Ipc;
using FactorGpu.Bars;
using FactorGpu.Errors;

namespace FactorGpu.Arrow;

/// <summary>Reads the bars of an Arrow IPC file. Columns that are not used are not decoded, whatever their type.</summary>
internal sealed class ArrowBars : IBarValues
{
    private readonly string _path;
    private readonly ArrowFile _file;
    private readonly BarColumns _columns;
    private readonly CodeTable _codes = new();
    private readonly ParsedTexts _stamps;
    private readonly ParsedTexts _dates = new(StampText.ParseDate);
    private readonly int[] _partRows;
    private readonly int[] _codeIds;
    private readonly WallMinute[] _minutes;

    private ArrowBars(string path, ArrowFile file)
    {
        _path = path;
        _file = file;
        _columns = new BarColumns(path, [.. file.Fields.Select(field => field.Name)]);
        CheckTypes();
        _stamps = new ParsedTexts(_columns.IsDateApart ? StampText.ParseTimeOfDay : StampText.ParseStamp);
        _partRows = [.. file.Batches.Select(batch => batch.RowCount)];
        _codeIds = new int[file.RowCount];
        _minutes = new WallMinute[file.RowCount];
    }

    /// <summary>Reads all rows of a file.</summary>
    /// <exception cref="BarFormatException">The file is broken, lacks a column, has one of a type that is not read, or a row is not a bar.</exception>
    internal static LongBars Read(string path)
    {
        ArrowFile file = ArrowFile.Open(path);
        try
        {
            return new ArrowBars(path, file).ReadBatches();
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public ReadOnlySpan<int> PartRows => _partRows;

    public bool Has(BarField field) => _columns.Of(field) >= 0;

    public ReadOnlySpan<double> Read(BarField field, int part, Span<double> scratch)
    {
        Span<double> values = scratch[.._partRows[part]];
        ArrowNumbers.Read(Column(_file.Batches[part], _columns.Of(field)), values);
        return values;
    }

    public void Dispose() => _file.Dispose();

    private LongBars ReadBatches()
    {
        int firstRow = 0;
        foreach (ArrowBatch batch in _file.Batches)
        {
            ReadCodes(Column(batch, _columns.Code), firstRow);
            ReadStamps(batch, firstRow);
            firstRow += batch.RowCount;
        }

        return new LongBars(_path, _file.RowCount, _codes.ToCodes(), _codeIds, _minutes, this, lines: null);
    }

    private ArrowColumn Column(ArrowBatch batch, int column) => batch.Column(_file.Fields[column]);

    private void ReadCodes(ArrowColumn column, int firstRow)
    {
        RefuseNull(column, _columns.Code, firstRow);
        var texts = new ArrowTexts(column);
        for (int row = 0; row < column.RowCount; row++)
        {
            if (!_codes.TryFind(texts[row], out _codeIds[firstRow + row]))
            {
                Throw.CodeUnusable(LongBars.ArrowPlace(_path, firstRow + row), _columns.Name(_columns.Code), texts[row]);
            }
        }
    }

    private void ReadStamps(ArrowBatch batch, int firstRow)
    {
        int[] times = new int[batch.RowCount];
        ReadTimes(batch, _columns.Stamp, _stamps, firstRow, times);
        int[] days = new int[_columns.IsDateApart ? batch.RowCount : 0];
        if (_columns.IsDateApart)
        {
            ReadTimes(batch, _columns.Date, _dates, firstRow, days);
        }

        for (int row = 0; row < times.Length; row++)
        {
            _minutes[firstRow + row] = new WallMinute(days.Length == 0 ? times[row] : (days[row] * WallMinute.PerDay) + times[row]);
        }
    }

    private void ReadTimes(ArrowBatch batch, int index, ParsedTexts parsed, int firstRow, Span<int> times)
    {
        ArrowColumn column = Column(batch, index);
        RefuseNull(column, index, firstRow);
        if (column.Type.IsText)
        {
            ReadTextTimes(column, index, parsed, firstRow, times);
            return;
        }

        bool isNarrow = column.Type.Kind is ArrowTypeKind.Date32 or ArrowTypeKind.Time32;
        int bytes = isNarrow ? sizeof(int) : sizeof(long);
        ReadOnlySpan<byte> stored = column.Elements(1, times.Length, bytes);
        for (int row = 0; row < times.Length; row++, stored = stored[bytes..])
        {
            long value = isNarrow ? BinaryPrimitives.ReadInt32LittleEndian(stored) : BinaryPrimitives.ReadInt64LittleEndian(stored);
            StampFault fault = ArrowTimes.Convert(column.Type, value, out times[row]);
            if (fault != StampFault.None)
            {
                StampFaults.Refuse(fault, LongBars.ArrowPlace(_path, firstRow + row), _columns.Name(index), ArrowTimes.Shown(column.Type, value));
            }
        }
    }

    private void ReadTextTimes(ArrowColumn column, int index, ParsedTexts parsed, int firstRow, Span<int> times)
    {
        var texts = new ArrowTexts(column);
        for (int row = 0; row < times.Length; row++)
        {
            StampFault fault = parsed.Parse(texts[row], out times[row]);
            if (fault != StampFault.None)
            {
                StampFaults.Refuse(fault, LongBars.ArrowPlace(_path, firstRow + row), _columns.Name(index), texts[row]);
            }
        }
    }

    private void RefuseNull(ArrowColumn column, int index, int firstRow)
    {
        int row = column.FirstNull();
        if (row >= 0)
        {
            Throw.ArrowNull(LongBars.ArrowPlace(_path, firstRow + row), _columns.Name(index));
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
            Check(_columns.Of(field), type => type.IsNumber, "a number (Float32, Float64, or an integer of 8 to 64 bits)");
        }
    }

    private void Check(int column, Predicate<ArrowType> isRead, string needed)
    {
        ArrowField field = _file.Fields[column];
        if (!isRead(field.Type))
        {
            Throw.ArrowColumnType(_path, field.Name, field.Type.Kind.ToString(), needed);
        }
    }
}
