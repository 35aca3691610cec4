using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using FactorGpu.Arrow.Presets;

namespace FactorGpu.Arrow;

/// <summary>Reads the stamps of one file, as texts or numbers, and keeps in mind how they are written.</summary>
internal sealed class StampParser
{
    private readonly SortedSet<TimeType> _types = [];

    /// <summary>The ways in which the full stamps so far are written; Text for those in two columns.</summary>
    internal ImmutableArray<TimeType> Types => [.. _types];

    /// <summary>A full stamp from text.</summary>
    internal StampFault ParseStamp(ReadOnlySpan<byte> text, out int wallMinute)
    {
        if (TryNumber(text, out long number))
        {
            return ToStamp(number, out wallMinute);
        }

        _types.Add(TimeType.Text);
        return StampText.ParseStamp(text, out wallMinute);
    }

    /// <summary>A full stamp from a number.</summary>
    internal StampFault ToStamp(long number, out int wallMinute)
    {
        StampFault fault = NumberStamps.ToStamp(number, out wallMinute, out TimeType type);
        _types.Add(type);
        return fault;
    }

    /// <summary>A date from text.</summary>
    internal static StampFault ParseDate(ReadOnlySpan<byte> text, out int day)
        => TryNumber(text, out long number) ? NumberStamps.ToDate(number, out day) : StampText.ParseDate(text, out day);

    /// <summary>A time of day from a number.</summary>
    internal static StampFault ToTimeOfDay(long number, out int minuteOfDay) => NumberStamps.ToTimeOfDay(number, NumberStamps.DigitsOf(number), out minuteOfDay);

    /// <summary>A time of day from text.</summary>
    internal static StampFault ParseTimeOfDay(ReadOnlySpan<byte> text, out int minuteOfDay)
        => TryNumber(text, out long number) ? NumberStamps.ToTimeOfDay(number, text.Length, out minuteOfDay) : StampText.ParseTimeOfDay(text, out minuteOfDay);

    /// <summary>Whole numbers are digits alone: no sign, no point, no space.</summary>
    private static bool TryNumber(ReadOnlySpan<byte> text, out long number) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
