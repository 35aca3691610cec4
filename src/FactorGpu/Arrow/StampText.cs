using System;

namespace FactorGpu.Arrow;

/// <summary>Reads the spellings of a stamp from UTF-8 text: <c>2024-06-14 09:31[:00[.000]]</c>, with <c>T</c> or <c>/</c>, and an optional zone.</summary>
/// <remarks>A stamp with a zone (<c>Z</c>, <c>+08:00</c>, <c>+0800</c>) is an instant, shown at +08:00; one without is wall time.</remarks>
internal static class StampText
{
    private const int DateLength = 10;
    private const int TimeLength = 5;
    private const int MaxZoneHours = 18;

    /// <summary>A full stamp.</summary>
    /// <param name="text">UTF-8.</param>
    /// <param name="wallMinute">The value of a <see cref="WallMinute"/>.</param>
    internal static StampFault ParseStamp(ReadOnlySpan<byte> text, out int wallMinute)
    {
        wallMinute = 0;
        if (text.Length <= DateLength || (text[DateLength] is not ((byte)' ' or (byte)'T')) || !TryDate(text[..DateLength], out int day))
        {
            return StampFault.NotAStamp;
        }

        ReadOnlySpan<byte> time = text[(DateLength + 1)..];
        int zone = ZoneStart(time);
        int shift = 0;
        if (zone < time.Length && !TryZone(time[zone..], out shift))
        {
            return StampFault.NotAStamp;
        }

        StampFault fault = ParseTimeOfDay(time[..zone], out int minute);
        if (fault != StampFault.None)
        {
            return fault;
        }

        return WallMinute.TryFrom(((long)day * WallMinute.PerDay) + minute + shift, out wallMinute) ? StampFault.None : StampFault.NotAStamp;
    }

    /// <summary>A date, <c>yyyy-MM-dd</c> or <c>yyyy/MM/dd</c>.</summary>
    /// <param name="text">UTF-8.</param>
    /// <param name="day">Days since 1970-01-01.</param>
    internal static StampFault ParseDate(ReadOnlySpan<byte> text, out int day)
    {
        day = 0;
        return TryDate(text, out int parsed) && WallMinute.TryDay(parsed, out day) ? StampFault.None : StampFault.NotAStamp;
    }

    /// <summary>A time of day, <c>HH:mm[:ss[.f]]</c>.</summary>
    /// <param name="text">UTF-8.</param>
    /// <param name="minuteOfDay">Minutes since midnight, 0..1439.</param>
    internal static StampFault ParseTimeOfDay(ReadOnlySpan<byte> text, out int minuteOfDay)
    {
        minuteOfDay = 0;
        if (text.Length < TimeLength || text[2] != ':' || !TryDigits(text[..2], 23, out int hour) || !TryDigits(text[3..TimeLength], 59, out int minute))
        {
            return StampFault.NotAStamp;
        }

        minuteOfDay = (hour * 60) + minute;
        return text.Length == TimeLength ? StampFault.None : ParseSeconds(text[TimeLength..]);
    }

    private static StampFault ParseSeconds(ReadOnlySpan<byte> text)
    {
        if (text.Length < 3 || text[0] != ':' || !TryDigits(text[1..3], 59, out int second))
        {
            return StampFault.NotAStamp;
        }

        ReadOnlySpan<byte> fraction = text[3..];
        if (fraction.Length > 0 && (fraction.Length == 1 || fraction[0] != '.' || fraction[1..].ContainsAnyExceptInRange((byte)'0', (byte)'9')))
        {
            return StampFault.NotAStamp;
        }

        return second == 0 && !fraction.ContainsAnyInRange((byte)'1', (byte)'9') ? StampFault.None : StampFault.NotAFullMinute;
    }

    private static bool TryDate(ReadOnlySpan<byte> text, out int day)
    {
        day = 0;
        if (text.Length != DateLength || text[4] is not ((byte)'-' or (byte)'/') || text[7] != text[4]
            || !TryDigits(text[..4], 9999, out int year) || !TryDigits(text[5..7], 12, out int month) || !TryDigits(text[8..], 31, out int dayOfMonth)
            || year == 0 || month == 0 || dayOfMonth == 0 || dayOfMonth > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        day = WallMinute.DayOf(new DateOnly(year, month, dayOfMonth));
        return true;
    }

    private static int ZoneStart(ReadOnlySpan<byte> time)
    {
        int zone = time.IndexOfAny("Z+-"u8);
        return zone < 0 ? time.Length : zone;
    }

    /// <summary>Minutes from the zone's wall clock to that of the exchange.</summary>
    private static bool TryZone(ReadOnlySpan<byte> zone, out int shift)
    {
        shift = WallMinute.ExchangeOffsetMinutes;
        if (zone[0] == 'Z')
        {
            return zone.Length == 1;
        }

        bool hasColon = zone.Length == 6 && zone[3] == ':';
        if ((!hasColon && zone.Length != 5) || !TryDigits(zone[1..3], MaxZoneHours, out int hours) || !TryDigits(zone[^2..], 59, out int minutes))
        {
            return false;
        }

        int offset = (hours * 60) + minutes;
        shift -= zone[0] == '-' ? -offset : offset;
        return true;
    }

    private static bool TryDigits(ReadOnlySpan<byte> text, int max, out int value)
    {
        value = 0;
        foreach (byte digit in text)
        {
            if (!char.IsAsciiDigit((char)digit))
            {
                return false;
            }

            value = (value * 10) + digit - '0';
        }

        return value <= max;
    }
}
