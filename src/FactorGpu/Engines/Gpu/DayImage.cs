using System;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using FactorGpu.Bars;

namespace FactorGpu.Engines.Gpu;

/// <summary>What of a day a plan reads, as the bytes that a device gets, and values on their way back.</summary>
internal static class DayImage
{
    /// <summary>Writes <c>bars</c> [F', S, T].</summary>
    internal static void WriteBars(DayLayout layout, DayTensor day, Span<byte> target)
    {
        for (int f = 0; f < layout.Plan.Fields.Length; f++)
        {
            BarField field = layout.Plan.Fields[f];
            ReadOnlySpan<byte> numbers = layout.Plan.Precision == Precision.Double
                ? MemoryMarshal.AsBytes(day.Field(field))
                : MemoryMarshal.AsBytes(day.Single.Field(field).Span);
            numbers.CopyTo(target.Slice(checked((int)(f * layout.FieldBytes)), checked((int)layout.FieldBytes)));
        }
    }

    /// <summary>Writes <c>masks</c> [M, S, 4].</summary>
    internal static void WriteMasks(DayLayout layout, DayTensor day, Span<byte> target)
    {
        Span<ulong> words = MemoryMarshal.Cast<byte, ulong>(target);
        for (int row = 0; row < layout.Plan.Masks.Length; row++)
        {
            for (int s = 0; s < layout.S; s++)
            {
                SlotMask mask = day.ValidBars(s, layout.Plan.Masks[row]);
                Span<ulong> place = words.Slice(((row * layout.S) + s) * SlotMask.WordCount, SlotMask.WordCount);
                (place[0], place[1], place[2], place[3]) = (mask.Word0, mask.Word1, mask.Word2, mask.Word3);
            }
        }
    }

    /// <summary>Writes <c>day_values</c> [V, S].</summary>
    internal static void WriteDayValues(DayLayout layout, DayTensor day, Span<byte> target)
    {
        ImmutableArray<BarField> fields = layout.Plan.DayValues;
        for (int s = 0; s < layout.S; s++)
        {
            for (int v = 0; v < fields.Length; v++)
            {
                double value = day.DayValue(fields[v], s);
                Write(layout, target, (v * layout.S) + s, layout.Plan.HasTick ? TickScale.ToTicks(value, day.Ticks[s]) : value);
            }

            if (layout.Plan.HasTick)
            {
                Write(layout, target, (fields.Length * layout.S) + s, day.Ticks[s]);
            }
        }
    }

    /// <summary>Copies <c>values</c> [K, S] to the rows of a result that they are.</summary>
    internal static void ReadValues(DayLayout layout, ReadOnlySpan<byte> source, Span<double> values, ImmutableArray<int> rows)
    {
        for (int k = 0; k < rows.Length; k++)
        {
            Span<double> row = values.Slice(rows[k] * layout.S, layout.S);
            if (layout.Plan.Precision == Precision.Double)
            {
                MemoryMarshal.Cast<byte, double>(source).Slice(k * layout.S, layout.S).CopyTo(row);
                continue;
            }

            ReadOnlySpan<float> numbers = MemoryMarshal.Cast<byte, float>(source).Slice(k * layout.S, layout.S);
            for (int s = 0; s < row.Length; s++)
            {
                row[s] = numbers[s];
            }
        }
    }

    private static void Write(DayLayout layout, Span<byte> target, int at, double value)
    {
        if (layout.Plan.Precision == Precision.Double)
        {
            MemoryMarshal.Cast<byte, double>(target)[at] = value;
        }
        else
        {
            MemoryMarshal.Cast<byte, float>(target)[at] = (float)value;
        }
    }
}
