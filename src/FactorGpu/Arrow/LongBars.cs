using System;
using System.Collections.Immutable;
using System.Globalization;

namespace FactorGpu.Arrow;

/// <summary>The rows of one file, one row per stock and minute, as they stand in the file: code and stamp read, fields to be read.</summary>
internal sealed class LongBars : IDisposable
{
    private readonly int[] _codeIds;
    private readonly WallMinute[] _minutes;
    private readonly int[]? _lines;

    /// <param name="path">The path as the caller gave it.</param>
    /// <param name="rowCount">Rows; the arrays may be longer.</param>
    /// <param name="codes">Distinct codes.</param>
    /// <param name="codeIds">Per row, the position in <paramref name="codes"/>.</param>
    /// <param name="minutes">Per row, the stamp.</param>
    /// <param name="values">The fields; disposed with this.</param>
    /// <param name="lines">Per row, the line of a text file; null for a file without lines.</param>
    internal LongBars(
        string path, int rowCount, ImmutableArray<string> codes, int[] codeIds, WallMinute[] minutes, IBarValues values, int[]? lines)
    {
        Path = path;
        RowCount = rowCount;
        Codes = codes;
        Values = values;
        _codeIds = codeIds;
        _minutes = minutes;
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

    /// <summary>The fields.</summary>
    internal IBarValues Values { get; }

    public void Dispose() => Values.Dispose();

    /// <summary>Where a row stands, as messages name it.</summary>
    internal string Place(int row)
        => _lines is null ? ArrowPlace(Path, row) : CsvPlace(Path, _lines[row]);

    /// <summary>Where a row stands within the file.</summary>
    internal string Line(int row)
        => _lines is null ? string.Create(CultureInfo.InvariantCulture, $"row {row}") : string.Create(CultureInfo.InvariantCulture, $"line {_lines[row]}");

    /// <summary>Where a row stands, and its stamp.</summary>
    internal string StampedPlace(int row) => $"{Place(row)}, {Minutes[row]}";

    internal static string CsvPlace(string path, long line) => string.Create(CultureInfo.InvariantCulture, $"{path} line {line}");

    internal static string ArrowPlace(string path, int row) => string.Create(CultureInfo.InvariantCulture, $"{path} row {row} (counted from 0)");
}
