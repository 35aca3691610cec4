using System;

namespace FactorGpu.Arrow;

/// <summary>Reads the spellings of a stamp from UTF-8 text: <c>2024-06-14 09:31[:00[.000]]</c>, with <c>T</c>, and an optional zone.</summary>
/// <remarks>
/// A date has dashes, slashes (as Excel writes it) or dots (as DolphinDB does), or is yyyyMMdd; months, days and hours may lack their leading zero:
/// <c>2024/1/2 9:31</c>. A stamp with a zone (<c>Z</c>, <c>+08:00</c>, <c>+0800</c>) is an instant, shown at +08:00; one without is wall time.
/// </remarks>
internal static class StampText
{
    private const int YearDigits = 4;
    private const int CompactDateDigits = 8;
    private const int MaxZoneHours = 18;

    /// <summary>A full stamp.</summary>
    /// <param name="text">UTF-8.</param>
    /// <param name="wallMinute">The value of a <see cref="WallMinute"/>.</param>
    internal static StampFault ParseStamp(ReadOnlySpan<byte> text, out int wallMinute)
    {
        wallMinute = 0;
        int gap = text.IndexOfAny((byte)' ', (byte)'T');
        if (gap < 0 || ParseDate(text[..gap], out int day) != StampFault.None)
        {
            return StampFault.NotAStamp;
        }

        ReadOnlySpan<byte> time = text[(gap + 1)..];
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

    /// <summary>A date, <c>yyyy-MM-dd</c>, <c>yyyy/M/d</c>, <c>yyyy.MM.dd</c> or <c>yyyyMMdd</c>.</summary>
    /// <param name="text">UTF-8.</param>
    /// <param name="day">Days since 1970-01-01.</param>
    internal static StampFault ParseDate(ReadOnlySpan<byte> text, out int day)
    {
        day = 0;
        return TryDate(text, out int year, out int month, out int dayOfMonth) && NumberStamps.ToDate(year, month, dayOfMonth, out day)
            ? StampFault.None
            : StampFault.NotAStamp;
    }

    /// <summary>A time of day, <c>[H]H:mm[:ss[.f]]</c>.</summary>
    /// <param name="text">UTF-8.</param>
    /// <param name="minuteOfDay">Minutes since midnight, 0..1439.</param>
    internal static StampFault ParseTimeOfDay(ReadOnlySpan<byte> text, out int minuteOfDay)
    {
        minuteOfDay = 0;
        int colon = text.IndexOf((byte)':');
        int end = colon + 3;
        if (colon is not (1 or 2) || text.Length < end || !TryDigits(text[..colon], 23, out int hour) || !TryDigits(text[(colon + 1)..end], 59, out int minute))
        {
            return StampFault.NotAStamp;
        }

        minuteOfDay = (hour * 60) + minute;
        return text.Length == end ? StampFault.None : ParseSeconds(text[end..]);
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

    private static bool TryDate(ReadOnlySpan<byte> text, out int year, out int month, out int dayOfMonth)
    {
        (month, dayOfMonth) = (0, 0);
        if (text.Length <= YearDigits || !TryDigits(text[..YearDigits], 9999, out year))
        {
            year = 0;
            return false;
        }

        if (text.Length == CompactDateDigits && char.IsAsciiDigit((char)text[YearDigits]))
        {
            return TryDigits(text[4..6], 12, out month) && TryDigits(text[6..], 31, out dayOfMonth);
        }

        byte separator = text[YearDigits];
        ReadOnlySpan<byte> rest = text[(YearDigits + 1)..];
        int second = rest.IndexOf(separator);
        return separator is (byte)'-' or (byte)'/' or (byte)'.' && second is 1 or 2 && rest.Length - second is 2 or 3
            && TryDigits(rest[..second], 12, out month) && TryDigits(rest[(second + 1)..], 31, out dayOfMonth);
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
