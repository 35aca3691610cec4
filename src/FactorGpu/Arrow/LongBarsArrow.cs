using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using FactorGpu.Arrow.Ipc;
using FactorGpu.Arrow.Presets;
using FactorGpu.Bars;

namespace FactorGpu.Arrow;

/// <summary>Writes days in the long layout as Arrow, one record batch a day; a missing value is a null.</summary>
internal static class LongBarsArrow
{
    private const long MicrosecondsPerMinute = 60_000_000;

    internal static void Write(ImmutableArray<DayTensor> days, Stream output, ArrowContainer container, BarWriteOptions options)
    {
        ImmutableArray<BarField> fields = WrittenFields.Long(days);
        ImmutableArray<ArrowOutputField> columns =
        [
            new("code", ArrowOutputType.Utf8),
            new("datetime", ArrowOutputType.TimestampMicroseconds),
            .. fields.Select(field => new ArrowOutputField(BarFields.Name(field), ArrowOutputType.Float64)),
        ];

        // Its stamps are canonical whatever minutes the days have.
        var schema = new ArrowOutputSchema(columns, [new("factorgpu.layout", "long"), new(ArrowBars.PresetKey, PresetCatalogue.Canonical.Name)]);
        var writer = new ArrowWriter(output, container, schema, options.Compression);
        var count = new StockDayCount(days, options.Progress);
        foreach (DayTensor day in days)
        {
            foreach (StampedDay part in FaultyDay.Parts(day.InMemory(), options.Faults))
            {
                WriteBatch(part, fields, writer);
            }

            count.Add(day.Shape.S);
        }

        writer.Finish();
    }

    private static void WriteBatch(StampedDay part, ImmutableArray<BarField> fields, ArrowWriter writer)
    {
        DayTensor day = part.Day;
        var rows = new LongRows(day);
        writer.WriteBatch(
            rows.Cells.Length,
            [() => Codes(day, rows), () => Stamps(part, rows), .. fields.Select(field => new Func<ArrowOutputColumn>(() => Values(day, rows, field)))]);
    }

    private static ArrowOutputColumn Codes(DayTensor day, LongRows rows)
        => ArrowOutputColumn.Texts([.. rows.Stocks.Select(s => day.Stocks.Codes[s])], rows.Counts);

    private static ArrowOutputColumn Stamps(StampedDay part, LongRows rows)
    {
        Span<long> slotStamps = stackalloc long[BarAxis.SlotCount];
        for (int t = 0; t < slotStamps.Length; t++)
        {
            TimeSpan sinceEpoch = part.Day.Date.ToDateTime(part.Stamps[t]) - DateTime.UnixEpoch;
            slotStamps[t] = (long)sinceEpoch.TotalMinutes * MicrosecondsPerMinute;
        }

        ReadOnlySpan<int> cells = rows.Cells;
        long[] stamps = GC.AllocateUninitializedArray<long>(cells.Length);
        for (int row = 0; row < stamps.Length; row++)
        {
            stamps[row] = slotStamps[cells[row] % BarAxis.SlotCount];
        }

        return ArrowOutputColumn.Of<long>(stamps);
    }

    private static ArrowOutputColumn Values(DayTensor day, LongRows rows, BarField field)
    {
        ReadOnlySpan<double> source = day.Field(field);
        ReadOnlySpan<int> cells = rows.Cells;
        double[] values = GC.AllocateUninitializedArray<double>(cells.Length);
        for (int row = 0; row < values.Length; row++)
        {
            values[row] = source[cells[row]];
        }

        return ArrowOutputColumn.NaNAsNull(values);
    }
}
