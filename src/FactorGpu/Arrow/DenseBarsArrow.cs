using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using FactorGpu.Arrow.CData.Native;
using FactorGpu.Arrow.Ipc;
using FactorGpu.Bars;

namespace FactorGpu.Arrow;

/// <summary>Writes days in the dense layout (design 9): a record batch is a day's tensor, a column one of its fields as it lies in memory.</summary>
internal static class DenseBarsArrow
{
    private const string TickName = "tick";

    internal static void Write(ImmutableArray<DayTensor> days, Stream output, ArrowContainer container, BarWriteOptions options)
    {
        ImmutableArray<BarField> fields = WrittenFields.Dense(days);
        var writer = new ArrowWriter(output, container, Schema(fields, options.Precision), options.Compression);
        var count = new StockDayCount(days, options.Progress);
        foreach (DayTensor written in days)
        {
            DayTensor day = written.InMemory();
            ArrowOutputBatch batch = Batch(day, options.Precision == Precision.Single ? InSingle(day, fields) : InDouble(day, fields));
            writer.WriteBatch(batch.RowCount, batch.Columns);
            count.Add(day.Shape.S);
        }

        writer.Finish();
    }

    /// <summary>Hands days to another Arrow library in the process, in double precision.</summary>
    /// <param name="days">The days, whose fields are not copied.</param>
    /// <param name="stream">Address of a struct ArrowArrayStream, which is overwritten.</param>
    internal static void Export(ImmutableArray<DayTensor> days, nint stream)
    {
        ImmutableArray<BarField> fields = WrittenFields.Dense(days);
        ExportedStream.Export(stream, Schema(fields, Precision.Double), days.Select(day => day.InMemory()).Select(day => Batch(day, InDouble(day, fields))));
    }

    private static ArrowOutputBatch Batch(DayTensor day, IEnumerable<Func<ArrowOutputColumn>> columns) => new(day.Stocks.Count, [() => Codes(day), () => Dates(day), .. columns]);

    private static ArrowOutputSchema Schema(ImmutableArray<BarField> fields, Precision precision)
    {
        bool isSingle = precision == Precision.Single;
        ArrowOutputType list = isSingle ? ArrowOutputType.Float32List : ArrowOutputType.Float64List;
        return new ArrowOutputSchema(
            [
                new("code", ArrowOutputType.Utf8),
                new("date", ArrowOutputType.Date32),
                .. isSingle ? [new ArrowOutputField(TickName, ArrowOutputType.Float64)] : ImmutableArray<ArrowOutputField>.Empty,
                .. fields.Select(field => new ArrowOutputField(BarFields.Name(field), list, BarAxis.SlotCount)),
            ],
            [new("factorgpu.layout", "dense"), .. isSingle ? [KeyValuePair.Create(DenseColumns.TickKey, TickName)] : ImmutableArray<KeyValuePair<string, string>>.Empty]);
    }

    private static ArrowOutputColumn Codes(DayTensor day) => ArrowOutputColumn.Texts(day.Stocks.Codes.AsSpan());

    private static ArrowOutputColumn Dates(DayTensor day)
    {
        int[] dates = new int[day.Stocks.Count];
        Array.Fill(dates, WallMinute.DayOf(day.Date));
        return ArrowOutputColumn.Of<int>(dates);
    }

    private static IEnumerable<Func<ArrowOutputColumn>> InDouble(DayTensor day, ImmutableArray<BarField> fields)
        => fields.Select(field => new Func<ArrowOutputColumn>(() => ArrowOutputColumn.Lists(day.FieldMemory(field), BarAxis.SlotCount)));

    /// <summary>The tick and the fields. What is narrowed for the file is let go with it, so that many days do not stay in memory twice.</summary>
    private static IEnumerable<Func<ArrowOutputColumn>> InSingle(DayTensor day, ImmutableArray<BarField> fields)
    {
        SingleBars bars = day.IsSingle ? day.Single : SingleBars.Of(day);
        return [() => ArrowOutputColumn.Of<double>(bars.Ticks.ToArray()), .. fields.Select(field => new Func<ArrowOutputColumn>(() => ArrowOutputColumn.Lists(bars.Field(field), BarAxis.SlotCount)))];
    }
}
