using System;
using System.Collections.Immutable;
using FactorGpu.Arrow.Presets;

namespace FactorGpu.Arrow;

/// <summary>The rows of a file as they were decoded, before a preset says what they mean.</summary>
internal sealed class DecodedBars : IDisposable
{
    /// <summary>The reason of a preset that the caller gave.</summary>
    internal const string Asked = "asked for";

    /// <summary>The reason of a preset that stands in the schema of an Arrow file.</summary>
    internal const string Stated = "as the file says";

    /// <summary>The path as the caller gave it.</summary>
    internal required string Path { get; init; }

    internal required int RowCount { get; init; }

    internal required BarColumns Columns { get; init; }

    /// <summary>Why the preset of the columns is the one to read by, in words; null where it is to be detected.</summary>
    internal required string? PresetReason { get; init; }

    /// <summary>Distinct codes as the file spells them, in the order in which they come.</summary>
    internal required ImmutableArray<string> Codes { get; init; }

    /// <summary>Per row, the position in <see cref="Codes"/>; may be longer than the rows.</summary>
    internal required int[] CodeIds { get; init; }

    /// <summary>Per row, the stamp; may be longer than the rows.</summary>
    internal required WallMinute[] Minutes { get; init; }

    /// <summary>The fields; disposed of with the rows.</summary>
    internal required KeptValues Values { get; init; }

    /// <summary>Per row, the line of a text file; null for a file without lines.</summary>
    internal int[]? Lines { get; init; }

    /// <summary>The ways in which the stamps are written.</summary>
    internal required ImmutableArray<TimeType> TimeTypes { get; init; }

    /// <summary>True when codes are numbers in the file, to be read as six digits.</summary>
    internal bool HasNumericCodes { get; init; }

    /// <summary>True for a text file in GBK.</summary>
    internal bool IsGbk { get; init; }

    /// <summary>Per row, the stamp.</summary>
    internal ReadOnlySpan<WallMinute> Stamps => Minutes.AsSpan(0, RowCount);

    public void Dispose() => Values.Dispose();

    /// <summary>Where a row stands, as messages name it.</summary>
    internal string Place(int row) => Lines is null ? LongBars.ArrowPlace(Path, row) : LongBars.CsvPlace(Path, Lines[row]);
}
