using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using FactorGpu.Arrow.Ipc;
using FactorGpu.Arrow.Presets;
using FactorGpu.Bars;
using FactorGpu.Errors;

namespace FactorGpu.Arrow;

/// <summary>Reads the bars of an Arrow IPC file. Columns that are not used are not decoded, whatever their type.</summary>
internal sealed partial class ArrowBars
{
    private readonly string _path;
    private readonly ArrowFile _file;
    private readonly BarColumns _columns;
    private readonly CodeTable _codes = new();
    private readonly CodeText _codeText = new();
    private readonly StampParser _parser = new();
    private readonly ParsedTexts _stamps;
    private readonly ParsedTexts _dates = new(StampParser.ParseDate);
    private readonly double[]?[] _values;
    private readonly int[] _codeIds;
    private readonly WallMinute[] _minutes;

    private ArrowBars(string path, ArrowFile file, Preset? asked)
    {
        _path = path;
        _file = file;
        _columns = ColumnChoice.Choose(path, [.. file.Fields.Select(field => field.Name)], asked);
        CheckTypes();
        _stamps = new ParsedTexts(_columns.IsDateApart ? StampParser.ParseTimeOfDay : _parser.ParseStamp);
        _values = _columns.NewValues(file.RowCount);
        _codeIds = new int[file.RowCount];
        _minutes = new WallMinute[file.RowCount];
    }

    private bool HasNumericCodes => ArrowIntegers.Are(_file.Fields[_columns.Code].Type);

    /// <summary>Reads all rows of a file.</summary>
    /// <param name="path">The path as the caller gave it.</param>
    /// <param name="asked">The preset to read by; null to detect it.</param>
    /// <exception cref="BarFormatException">The file is broken, lacks a column, has one of a type that is not read, or a row is not a bar.</exception>
    internal static DecodedBars Read(string path, Preset? asked)
    {
        using ArrowFile file = ArrowFile.Open(path);
        return new ArrowBars(path, file, asked).ReadBatches();
    }

    /// <summary>The columns of a file with their types.</summary>
    internal static IReadOnlyList<(string Name, string Type)> Columns(string path)
    {
        using ArrowFile file = ArrowFile.Open(path);
        return [.. file.Fields.Select(field => (field.Name, field.Type.Kind.ToString()))];
    }

    private DecodedBars ReadBatches()
    {
        int firstRow = 0;
        foreach (ArrowBatch batch in _file.Batches)
        {
            ReadCodes(batch, firstRow);
            ReadStamps(batch, firstRow);
            ReadFields(batch, firstRow);
            firstRow += batch.RowCount;
        }

        return new DecodedBars
        {
            Path = _path,
            RowCount = _file.RowCount,
            Columns = _columns,
            Codes = _codes.ToCodes(),
            CodeIds = _codeIds,
            Minutes = _minutes,
            Values = _values,
            TimeTypes = _parser.Types,
            HasNumericCodes = HasNumericCodes,
        };
    }

    private ArrowColumn Column(ArrowBatch batch, int column) => batch.Column(_file.Fields[column]);

    private void ReadCodes(ArrowBatch batch, int firstRow)
    {
        ArrowColumn column = Column(batch, _columns.Code);
        RefuseNull(column, _columns.Code, firstRow);
        if (HasNumericCodes)
        {
            ReadNumericCodes(column, firstRow);
            return;
        }

        var texts = new ArrowTexts(column);
        ArrowTexts exchanges = _columns.Exchange < 0 ? default : new ArrowTexts(NotNull(batch, _columns.Exchange, firstRow));
        for (int row = 0; row < column.RowCount; row++)
        {
            ReadOnlySpan<byte> code = _columns.Exchange < 0 ? texts[row] : _codeText.Join(texts[row], exchanges[row]);
            if (!_codes.TryFind(code, out _codeIds[firstRow + row]))
            {
                Throw.CodeUnusable(LongBars.ArrowPlace(_path, firstRow + row), _columns.Name(_columns.Code), code);
            }
        }
    }

    private void ReadNumericCodes(ArrowColumn column, int firstRow)
    {
        Span<byte> digits = stackalloc byte[20];
        long[] numbers = ArrowIntegers.Read(column);
        for (int row = 0; row < numbers.Length; row++)
        {
            bool isWritten = numbers[row].TryFormat(digits, out int length, default, CultureInfo.InvariantCulture);
            Debug.Assert(isWritten, "20 bytes hold every int64");
            _codes.TryFind(digits[..length], out _codeIds[firstRow + row]);
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

    private ArrowColumn NotNull(ArrowBatch batch, int index, int firstRow)
    {
        ArrowColumn column = Column(batch, index);
        RefuseNull(column, index, firstRow);
        return column;
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
        CheckCodeTypes();

        if (_columns.IsDateApart)
        {
            Check(_columns.Date, type => type.IsDate || type.IsText || ArrowIntegers.Are(type), "a date (Date32, Date64, text or a whole number yyyyMMdd)");
            Check(
                _columns.Stamp, type => type.IsTimeOfDay || type.IsText || ArrowIntegers.Are(type),
                $"a time of day (Time32, Time64, text or a whole number HHmmss), because there is a column {_columns.Name(_columns.Date)}");
        }
        else
        {
            Check(_columns.Stamp, type => type.Kind == ArrowTypeKind.Timestamp || type.IsText || ArrowIntegers.Are(type), "a full stamp (Timestamp, text or a whole number)");
        }

        foreach (BarField field in BarFields.All.Where(field => _columns.Of(field) >= 0))
        {
            Check(_columns.Of(field), type => type.IsNumber, "a number (Float32, Float64, or an integer of 8 to 64 bits)");
        }
    }

    private void CheckCodeTypes()
    {
        const string Text = "text (Utf8, LargeUtf8 or Utf8View)";
        if (_columns.Exchange < 0)
        {
            Check(_columns.Code, type => type.IsText || ArrowIntegers.Are(type), $"{Text} or a whole number");
            return;
        }

        Check(_columns.Code, type => type.IsText, $"{Text}, because there is a column {_columns.Name(_columns.Exchange)}");
        Check(_columns.Exchange, type => type.IsText, Text);
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
