using System;
using System.Collections.Generic;
using System.Linq;
using FactorGpu.Tests.Arrow.Ipc;

namespace FactorGpu.Tests.Arrow.CData;

/// <summary>A column as a producer states it in the structs of the C data interface; every number may be a lie.</summary>
internal sealed record CDataColumn
{
    internal required string Name { get; init; }

    internal required string? Format { get; init; }

    internal required long Length { get; init; }

    internal long Offset { get; init; }

    internal long Nulls { get; init; }

    /// <summary>The buffers; null for one that is not there.</summary>
    internal required byte[]?[] Buffers { get; init; }

    internal CDataColumn[] Children { get; init; } = [];

    internal CDataColumn? Dictionary { get; init; }

    /// <summary>A column as it would stand in a file.</summary>
    /// <param name="format">Its format; of a dictionary-encoded column, that of its positions.</param>
    /// <param name="column">The column.</param>
    /// <param name="children">Its children; the column's own are not looked at.</param>
    internal static CDataColumn Of(string format, IpcColumn column, params CDataColumn[] children) => new()
    {
        Name = column.Name,
        Format = format,
        Length = column.Length,
        Nulls = column.Nulls,
        Buffers = [.. column.Buffers.Select((buffer, b) => b == 0 && buffer.Length == 0 ? null : buffer)],
        Children = children,
    };

    /// <summary>Columns of bars, made by <see cref="IpcBars"/>.</summary>
    internal static CDataColumn[] Of(IEnumerable<IpcColumn> columns) => [.. columns.Select(column => Of(FormatOf(column), column))];

    /// <summary>Bars with a column of their own in the place of the one of its name.</summary>
    internal static CDataColumn[] Bars(int rows, CDataColumn own) => [.. Of(IpcBars.Of(rows)).Select(column => column.Name == own.Name ? own : column)];

    /// <summary>Some of the rows, over the same buffers; how many of them are null is left unknown where there are nulls.</summary>
    internal CDataColumn Slice(long offset, long length) => this with { Offset = Offset + offset, Length = length, Nulls = Nulls == 0 ? 0 : -1 };

    private static string FormatOf(IpcColumn column) => column.TypeId switch
    {
        5 => "u",
        8 => "tdD",
        10 => "tss:",
        3 => "g",
        _ => throw new ArgumentException($"Column {column.Name} of type {column.TypeId} needs its format stated.", nameof(column)),
    };
}
