using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using FactorGpu.Arrow.Ipc;
using FactorGpu.Bars;

namespace FactorGpu.Arrow;

/// <summary>Writes days in the dense layout (design 9): a record batch is a day's tensor, a column one of its fields as it lies in memory.</summary>
internal static class DenseBarsArrow
{
    internal static void Write(ImmutableArray<DayTensor> days, Stream output, ArrowContainer container, BarWriteOptions options)
    {
        ImmutableArray<BarField> fields = WrittenFields.Dense(days);
        ImmutableArray<ArrowOutputField> columns =
        [
            new("code", ArrowOutputType.Utf8),
            new("date", ArrowOutputType.Date32),
            .. fields.Select(field => new ArrowOutputField(BarFields.Name(field), ArrowOutputType.Float64List, BarAxis.SlotCount)),
        ];
        var writer = new ArrowWriter(output, container, new ArrowOutputSchema(columns, [new("factorgpu.layout", "dense")]), options.Compression);
        var count = new StockDayCount(days, options.Progress);
        foreach (DayTensor day in days)
        {
            writer.WriteBatch(
                day.Stocks.Count,
                [() => Codes(day), () => Dates(day), .. fields.Select(field => new Func<ArrowOutputColumn>(() => Values(day, field)))]);
            count.Add(day.Shape.S);
        }

        writer.Finish();
    }

    private static ArrowOutputColumn Codes(DayTensor day) => ArrowOutputColumn.Texts(day.Stocks.Codes.AsSpan());

    private static ArrowOutputColumn Dates(DayTensor day)
    {
        int[] dates = new int[day.Stocks.Count];
        Array.Fill(dates, WallMinute.DayOf(day.Date));
        return ArrowOutputColumn.Of<int>(dates);
    }

    private static ArrowOutputColumn Values(DayTensor day, BarField field) => ArrowOutputColumn.Lists(day.FieldMemory(field), BarAxis.SlotCount);
}
