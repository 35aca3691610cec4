using System;
using System.Linq;

namespace FactorGpu.Tests.Arrow.Ipc;

/// <summary>Columns of made-up bars: row r is the bar of slot 1 + r of 2024-06-14, its prices 10 + r.</summary>
internal static class IpcBars
{
    internal static DateTime Open { get; } = new(2024, 6, 14, 9, 30, 0);

    /// <summary>Stamps 09:30, 09:31, ...</summary>
    internal static IpcColumn Stamps(int rows, int first = 0) => IpcColumn.Stamps("datetime", [.. Enumerable.Range(first, rows).Select(row => Open.AddMinutes(row))]);

    internal static IpcColumn[] Fields(int rows, int first = 0)
    {
        double?[] prices = [.. Enumerable.Range(first, rows).Select(row => (double?)(10 + row))];
        string[] names = ["open", "high", "low", "close", "volume", "amount"];
        return [.. names.Select(name => IpcColumn.Doubles(name, prices))];
    }

    /// <summary>The columns of bars with one of their own instead of the one of its name.</summary>
    internal static IpcColumn[] With(IpcColumn[] columns, IpcColumn own) => [.. columns.Where(column => column.Name != own.Name), own];

    /// <summary>A batch of bars of the stock "a".</summary>
    internal static IpcColumn[] Of(int rows, int first = 0)
        => [IpcColumn.Text("code", [.. Enumerable.Repeat("a", rows)]), Stamps(rows, first), .. Fields(rows, first)];
}
