using System;
using System.Runtime.InteropServices;
using FactorGpu.Bars;

namespace FactorGpu.Engines.Gpu;

/// <summary>What of some stocks of a day a plan reads, as the bytes that a device gets, and values on their way back.</summary>
internal static class DayImage
{
    /// <summary>Writes <c>bars</c> [F', S, T], fields beside each other on all cores.</summary>
    internal static void WriteBars(DayLayout layout, DayTensor day, int first, nint target)
        => InParallel.For(layout.Inputs.Fields.Length, f =>
        {
            Span<byte> place = At(target, f * layout.FieldBytes, layout.FieldBytes);
            Range cells = (first * BarAxis.SlotCount)..((first + layout.S) * BarAxis.SlotCount);
            BarField field = layout.Inputs.Fields[f];
            if (layout.Inputs.Precision == Precision.Double)
            {
                StoredNumbers<double>.Copy(day.FieldMemory(field)[cells], MemoryMarshal.Cast<byte, double>(place));
            }
            else
            {
                StoredNumbers<float>.Copy(day.Single.Field(field)[cells], MemoryMarshal.Cast<byte, float>(place));
            }
        });

    /// <summary>Writes <c>masks</c> [M, S, 4].</summary>
    internal static void WriteMasks(DayLayout layout, DayTensor day, int first, nint target)
    {
        Span<ulong> words = MemoryMarshal.Cast<byte, ulong>(At(target, 0, layout.MasksBytes));
        int at = 0;
        foreach (BarRequirements requirements in layout.Inputs.Masks)
        {
            for (int s = first; s < first + layout.S; s++)
            {
                SlotMask mask = day.ValidBars(s, requirements);
                (words[at], words[at + 1], words[at + 2], words[at + 3]) = (mask.Word0, mask.Word1, mask.Word2, mask.Word3);
                at += SlotMask.WordCount;
            }
        }
    }

    /// <summary>Writes <c>day_values</c> [V, S]; in single precision counts of ticks, and behind them the ticks.</summary>
    internal static void WriteDayValues(DayLayout layout, DayTensor day, int first, nint target)
    {
        Span<byte> place = At(target, 0, layout.DayValuesBytes);
        Span<double> doubles = MemoryMarshal.Cast<byte, double>(place);
        Span<float> singles = MemoryMarshal.Cast<byte, float>(place);
        int at = 0;
        foreach (BarField field in layout.Inputs.DayValues)
        {
            for (int s = first; s < first + layout.S; s++, at++)
            {
                if (layout.Inputs.Precision == Precision.Double)
                {
                    doubles[at] = day.DayValue(field, s);
                }
                else
                {
                    singles[at] = TickScale.ToTicks(day.DayValue(field, s), day.Ticks[s]);
                }
            }
        }

        for (int s = first; layout.Inputs.HasTick && s < first + layout.S; s++, at++)
        {
            singles[at] = (float)day.Ticks[s];
        }
    }

    /// <summary>Reads <c>values</c> [K, S] into their places among the values [K, S] of a whole day.</summary>
    internal static void ReadValues(DayLayout layout, int factors, nint source, int first, Span<double> values)
    {
        int stocks = values.Length / factors;
        Span<byte> place = At(source, 0, (long)factors * layout.S * layout.NumberBytes);
        for (int k = 0; k < factors; k++)
        {
            Span<double> row = values.Slice((k * stocks) + first, layout.S);
            if (layout.Inputs.Precision == Precision.Double)
            {
                MemoryMarshal.Cast<byte, double>(place).Slice(k * layout.S, layout.S).CopyTo(row);
                continue;
            }

            ReadOnlySpan<float> numbers = MemoryMarshal.Cast<byte, float>(place).Slice(k * layout.S, layout.S);
            for (int s = 0; s < row.Length; s++)
            {
                row[s] = numbers[s];
            }
        }
    }

    private static unsafe Span<byte> At(nint start, long offset, long bytes) => new((byte*)start + offset, checked((int)bytes));
}
