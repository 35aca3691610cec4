using System;
using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Tests.Arrow.Ipc;

namespace FactorGpu.Tests.Arrow.CData;

/// <summary>Days in the dense layout as a producer gives them.</summary>
internal static class StreamDays
{
    /// <summary>A day with the six needed fields, each with the values of <see cref="Cells"/>.</summary>
    internal static CDataColumn[] Dense(params string[] codes)
    {
        IpcColumn values = IpcColumn.Doubles("item", [.. Cells(codes.Length).Select(value => (double?)value)]);
        return
        [
            CDataColumn.Of("u", IpcColumn.Text("code", codes)),
            CDataColumn.Of("tdD", IpcColumn.Dates("date", [.. codes.Select(_ => new DateOnly(2024, 6, 14))])),
            .. BarFields.Required.Select(field => CDataColumn.Of("+w:242", IpcColumn.Lists(BarFields.Name(field), BarAxis.SlotCount, values), CDataColumn.Of("g", values))),
        ];
    }

    /// <summary>1, 2, 3, ... [S, T].</summary>
    internal static double[] Cells(int stocks) => [.. Enumerable.Range(1, stocks * BarAxis.SlotCount).Select(value => (double)value)];
}
