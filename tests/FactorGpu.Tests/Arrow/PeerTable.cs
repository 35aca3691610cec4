using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Xunit;

namespace FactorGpu.Tests.Arrow;

/// <summary>A table as another Arrow library reads it, or as it is expected.</summary>
internal sealed class PeerTable
{
    private readonly List<(string Name, string Type, object?[] Values)> _columns = [];

    /// <summary>Number of record batches; null where the library does not tell.</summary>
    internal int? Batches { get; init; }

    /// <summary>Adds a column.</summary>
    /// <param name="name">Column name.</param>
    /// <param name="type">utf8, date (days since 1970-01-01), timestamp[us], float64, float64[242] (lists one after the other).</param>
    /// <param name="values">Texts, or numbers as double; null where the table has a null.</param>
    internal void Add(string name, string type, IEnumerable<object?> values) => _columns.Add((name, type, [.. values]));

    /// <summary>Compares columns, types, nulls and values; numbers bit by bit.</summary>
    internal static void AssertSame(PeerTable expected, PeerTable actual)
    {
        Assert.Equal(expected._columns.Select(column => $"{column.Name}: {column.Type}"), actual._columns.Select(column => $"{column.Name}: {column.Type}"));
        if (actual.Batches is { } batches)
        {
            Assert.Equal(expected.Batches, batches);
        }

        foreach (((string name, _, object?[] e), (_, _, object?[] a)) in expected._columns.Zip(actual._columns))
        {
            Assert.True(e.Length == a.Length, $"Column {name} has {a.Length} values instead of {e.Length}.");
            int row = Enumerable.Range(0, e.Length).FirstOrDefault(i => !Bits(e[i]).Equals(Bits(a[i])), -1);
            Assert.True(row < 0, $"Column {name} has {(row < 0 ? "" : Shown(a[row]))} instead of {(row < 0 ? "" : Shown(e[row]))} at {row}.");
        }
    }

    private static object Bits(object? value) => value switch
    {
        null => "null",
        double number => BitConverter.DoubleToInt64Bits(number),
        _ => "text " + value,
    };

    private static string Shown(object? value) => value is double number ? number.ToString("R", CultureInfo.InvariantCulture) : value?.ToString() ?? "null";
}
