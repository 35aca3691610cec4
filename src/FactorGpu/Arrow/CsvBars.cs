using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using CsvHelper;
using FactorGpu.Arrow.Presets;
using FactorGpu.Bars;
using FactorGpu.Errors;

namespace FactorGpu.Arrow;

/// <summary>Reads a CSV file of bars: a header, commas, UTF-8 with or without a byte order mark, or GBK. Cells are parsed from their bytes.</summary>
internal sealed class CsvBars
{
    private const int FirstCapacity = 4096;

    private readonly string _path;
    private readonly CsvReader _reader;
    private readonly BarColumns _columns;
    private readonly string? _presetReason;
    private readonly CodeTable _codes = new();
    private readonly CodeText _codeText = new();
    private readonly StampParser _parser = new();
    private readonly ParsedTexts _stamps;
    private readonly ParsedTexts _dates = new(StampParser.ParseDate);
    private readonly double[]?[] _values;
    private int[] _codeIds = new int[FirstCapacity];
    private WallMinute[] _minutes = new WallMinute[FirstCapacity];
    private int[] _lines = new int[FirstCapacity];
    private int _rowCount;

    private CsvBars(string path, CsvReader reader, Preset? asked)
    {
        _presetReason = asked is null ? null : DecodedBars.Asked;
        _path = path;
        _reader = reader;
        _columns = ColumnChoice.Choose(path, [.. reader.Headers], asked);
        _values = _columns.NewValues(FirstCapacity);
        _stamps = new ParsedTexts(_columns.IsDateApart ? StampParser.ParseTimeOfDay : _parser.ParseStamp);
    }

    private string Place => LongBars.CsvPlace(_path, _reader.LineNumber);

    /// <summary>Reads all rows of a file.</summary>
    /// <param name="path">The path as the caller gave it.</param>
    /// <param name="asked">The preset to read by; null to detect it.</param>
    /// <exception cref="BarFormatException">The header lacks a column, or a row is not a bar.</exception>
    internal static DecodedBars Read(string path, Preset? asked)
    {
        Encoding? encoding = CsvEncoding.Detect(path);
        using CsvReader reader = Open(path, encoding);
        try
        {
            return new CsvBars(path, reader, asked).ReadRows(isGbk: encoding is not null);
        }
        catch (CsvFormatException e)
        {
            Throw.CsvMalformed(LongBars.CsvPlace(path, e.LineNumber), e);
            return null;
        }
    }

    /// <summary>The columns of a file, all of them text.</summary>
    internal static IReadOnlyList<(string Name, string Type)> Columns(string path)
    {
        using CsvReader reader = Open(path, CsvEncoding.Detect(path));
        return [.. reader.Headers.Select(name => (name, "text"))];
    }

    private static CsvReader Open(string path, Encoding? encoding) => CsvReader.FromFile(path, new CsvReaderOptions
    {
        Separator = ',',
        TrackLineNumbers = true,
        Encoding = encoding,
        MalformedData = CsvMalformedDataHandling.Throw,
        FieldCountMismatch = CsvFieldCountHandling.Throw,
    });

    private DecodedBars ReadRows(bool isGbk)
    {
        while (_reader.Read())
        {
            if (_rowCount == _codeIds.Length)
            {
                Grow();
            }

            _codeIds[_rowCount] = ReadCode();
            _minutes[_rowCount] = ReadStamp();
            _lines[_rowCount] = checked((int)_reader.LineNumber);
            ReadFields();
            _rowCount++;
        }

        return new DecodedBars
        {
            Path = _path,
            RowCount = _rowCount,
            Columns = _columns,
            PresetReason = _presetReason,
            Codes = _codes.ToCodes(),
            CodeIds = _codeIds,
            Minutes = _minutes,
            Values = new KeptValues(new BarArrays(_rowCount, [.. _values])),
            Lines = _lines,
            TimeTypes = _parser.Types,
            IsGbk = isGbk,
        };
    }

    private int ReadCode()
    {
        ReadOnlySpan<byte> text = _reader.GetSpan(_columns.Code);
        if (_columns.Exchange >= 0)
        {
            text = _codeText.Join(text, _reader.GetSpan(_columns.Exchange));
        }

        if (!_codes.TryFind(text, out int id))
        {
            Throw.CodeUnusable(Place, _columns.Name(_columns.Code), text);
        }

        return id;
    }

    private WallMinute ReadStamp()
    {
        int value = Parse(_stamps, _columns.Stamp);
        return new WallMinute(_columns.IsDateApart ? (Parse(_dates, _columns.Date) * WallMinute.PerDay) + value : value);
    }

    private int Parse(ParsedTexts texts, int column)
    {
        ReadOnlySpan<byte> text = _reader.GetSpan(column);
        StampFault fault = texts.Parse(text, out int value);
        if (fault != StampFault.None)
        {
            StampFaults.Refuse(fault, Place, _columns.Name(column), text);
        }

        return value;
    }

    private void ReadFields()
    {
        foreach (BarField field in BarFields.All)
        {
            double[]? values = _values[(int)field];
            if (values is not null)
            {
                values[_rowCount] = ReadNumber(_columns.Of(field));
            }
        }
    }

    private double ReadNumber(int column)
    {
        ReadOnlySpan<byte> text = _reader.GetSpan(column);
        if (!CsvNumbers.TryRead(text, out double value))
        {
            Throw.CellNotANumber(Place, _columns.Name(column), text);
        }

        return value;
    }

    private void Grow()
    {
        int capacity = (int)Math.Min(_rowCount * 2L, Array.MaxLength);
        Array.Resize(ref _codeIds, capacity);
        Array.Resize(ref _minutes, capacity);
        Array.Resize(ref _lines, capacity);
        for (int f = 0; f < _values.Length; f++)
        {
            if (_values[f] is not null)
            {
                Array.Resize(ref _values[f], capacity);
            }
        }
    }
}
