using System;
using System.Collections.Immutable;
using System.Globalization;
using FactorGpu.Bars;

namespace FactorGpu.Arrow;

/// <summary>The rows of one file in columns, one row per stock and minute, as they stand in the file.</summary>
internal sealed class LongBars
{
    private readonly int[] _codeIds;
    private readonly WallMinute[] _minutes;
    private readonly ImmutableArray<double[]?> _fields;
    private readonly int[]? _lines;

    /// <param name="path">The path as the caller gave it.</param>
    /// <param name="rowCount">Rows; the arrays may be longer.</param>
    /// <param name="codes">Distinct codes.</param>
    /// <param name="codeIds">Per row, the position in <paramref name="codes"/>.</param>
    /// <param name="minutes">Per row, the stamp.</param>
    /// <param name="fields">Per row, the values by <see cref="BarField"/> [F]; null for a field that the file lacks.</param>
    /// <param name="lines">Per row, the line of a text file; null for a file without lines.</param>
    internal LongBars(
        string path, int rowCount, ImmutableArray<string> codes, int[] codeIds, WallMinute[] minutes, ImmutableArray<double[]?> fields, int[]? lines)
    {
        Path = path;
        RowCount = rowCount;
        Codes = codes;
        _codeIds = codeIds;
        _minutes = minutes;
        _fields = fields;
        _lines = lines;
    }

    /// <summary>The path as the caller gave it.</summary>
    internal string Path { get; }

    internal int RowCount { get; }

    /// <summary>Distinct codes, in the order in which they come.</summary>
    internal ImmutableArray<string> Codes { get; }

    /// <summary>Per row, the position in <see cref="Codes"/>.</summary>
    internal ReadOnlySpan<int> CodeIds => _codeIds.AsSpan(0, RowCount);

    /// <summary>Per row, the stamp.</summary>
    internal ReadOnlySpan<WallMinute> Minutes => _minutes.AsSpan(0, RowCount);

    internal bool Has(BarField field) => _fields[(int)field] is not null;

    /// <summary>Per row, the values of a field that the file has.</summary>
    internal ReadOnlySpan<double> Field(BarField field) => _fields[(int)field].AsSpan(0, RowCount);

    /// <summary>What the tensor gets for a field of a row: the value of the file; vwap without a column is amount / volume; else NaN.</summary>
    internal double Value(BarField field, int row)
    {
        double[]? values = _fields[(int)field];
        if (values is not null)
        {
            return values[row];
        }

        return field == BarField.Vwap ? AveragePrice(_fields[(int)BarField.Amount]![row], _fields[(int)BarField.Volume]![row]) : double.NaN;
    }

    /// <summary>Where a row stands, as messages name it.</summary>
    internal string Place(int row)
        => _lines is null ? ArrowPlace(Path, row) : CsvPlace(Path, _lines[row]);

    internal static string CsvPlace(string path, long line) => string.Create(CultureInfo.InvariantCulture, $"{path} line {line}");

    internal static string ArrowPlace(string path, int row) => string.Create(CultureInfo.InvariantCulture, $"{path} row {row} (counted from 0)");

    private static double AveragePrice(double amount, double volume)
        => volume > 0 && double.IsFinite(volume) && double.IsFinite(amount) ? amount / volume : double.NaN;
}
