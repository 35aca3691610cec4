using System;
using System.Diagnostics;
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
            Narrow(day.Field(layout.Plan.Fields[f]), layout, target.Slice(checked((int)(f * layout.FieldBytes)), checked((int)layout.FieldBytes)));
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
        double[] row = new double[layout.S];
        for (int v = 0; v < layout.Plan.DayValues.Length; v++)
        {
            for (int s = 0; s < layout.S; s++)
            {
                row[s] = day.DayValue(layout.Plan.DayValues[v], s);
            }

            int bytes = layout.S * layout.NumberBytes;
            Narrow(row, layout, target.Slice(v * bytes, bytes));
        }
    }

    /// <summary>Reads <c>values</c> [K, S].</summary>
    internal static void ReadValues(DayLayout layout, ReadOnlySpan<byte> source, Span<double> values)
    {
        if (layout.Plan.Precision == Precision.Double)
        {
            MemoryMarshal.Cast<byte, double>(source)[..values.Length].CopyTo(values);
            return;
        }

        ReadOnlySpan<float> numbers = MemoryMarshal.Cast<byte, float>(source);
        for (int at = 0; at < values.Length; at++)
        {
            values[at] = numbers[at];
        }
    }

    /// <summary>Numbers in the type of a plan.</summary>
    private static void Narrow(ReadOnlySpan<double> source, DayLayout layout, Span<byte> target)
    {
        Debug.Assert(target.Length == source.Length * layout.NumberBytes, "a place for each number");
        if (layout.Plan.Precision == Precision.Double)
        {
            MemoryMarshal.AsBytes(source).CopyTo(target);
            return;
        }

        Span<float> numbers = MemoryMarshal.Cast<byte, float>(target);
        for (int at = 0; at < source.Length; at++)
        {
            numbers[at] = (float)source[at];
        }
    }
}
