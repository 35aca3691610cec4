using System;
using FactorGpu.Arrow.Presets;

namespace FactorGpu.Arrow;

/// <summary>Reads stamps, dates and times of day that are written as whole numbers. The number of digits tells which they are; no two types have the same.</summary>
/// <remarks>
/// Of full stamps, 10, 13, 16 and 19 digits are an epoch in s, ms, us and ns, from 2001 on: a true instant, shown at +08:00. 12, 14 and 17 digits
/// are yyyyMMddHHmm, yyyyMMddHHmmss and yyyyMMddHHmmssSSS, wall time.
/// </remarks>
internal static class NumberStamps
{
    private const int DateDigits = 8;
    private const int SecondsPerMinute = 60;

    /// <summary>A full stamp.</summary>
    /// <param name="number">The number, not negative.</param>
    /// <param name="wallMinute">The value of a <see cref="WallMinute"/>.</param>
    /// <param name="type">How it is written.</param>
    internal static StampFault ToStamp(long number, out int wallMinute, out TimeType type)
    {
        (type, long unit) = DigitsOf(number) switch
        {
            10 => (TimeType.EpochSeconds, 1),
            13 => (TimeType.EpochMilliseconds, 1_000),
            16 => (TimeType.EpochMicroseconds, 1_000_000),
            19 => (TimeType.EpochNanoseconds, 1_000_000_000),
            12 => (TimeType.DigitsToMinute, 1),
            14 => (TimeType.DigitsToSecond, 100),
            17 => (TimeType.DigitsToMillisecond, 100_000),
            _ => (TimeType.Text, 0L),
        };
        wallMinute = 0;
        return type switch
        {
            TimeType.Text => StampFault.NotAStamp,
            TimeType.DigitsToMinute or TimeType.DigitsToSecond or TimeType.DigitsToMillisecond => OfDigits(number, unit, out wallMinute),
            _ => OfEpoch(number, unit * SecondsPerMinute, out wallMinute),
        };
    }

    /// <summary>A date, yyyyMMdd.</summary>
    /// <param name="number">The number.</param>
    /// <param name="day">Days since 1970-01-01.</param>
    internal static StampFault ToDate(long number, out int day)
    {
        day = 0;
        int year = (int)(number / 10_000 % 10_000);
        int month = (int)(number / 100 % 100);
        int dayOfMonth = (int)(number % 100);
        return DigitsOf(number) == DateDigits && ToDate(year, month, dayOfMonth, out day) ? StampFault.None : StampFault.NotAStamp;
    }

    /// <summary>A date from its parts.</summary>
    /// <param name="year">0..9999.</param>
    /// <param name="month">1..12 in a date.</param>
    /// <param name="dayOfMonth">1..31 in a date.</param>
    /// <param name="day">Days since 1970-01-01.</param>
    /// <returns>False for parts that are no date, or one where no bar is.</returns>
    internal static bool ToDate(int year, int month, int dayOfMonth, out int day)
    {
        day = 0;
        return year > 0 && month is >= 1 and <= 12 && dayOfMonth >= 1 && dayOfMonth <= DateTime.DaysInMonth(year, month)
            && WallMinute.TryDay(WallMinute.DayOf(new DateOnly(year, month, dayOfMonth)), out day);
    }

    /// <summary>A time of day: Hmm or HHmm, Hmmss or HHmmss, HmmssSSS or HHmmssSSS.</summary>
    /// <param name="number">The number.</param>
    /// <param name="digits">Its digits, leading zeros included where it is a text.</param>
    /// <param name="minuteOfDay">Minutes since midnight, 0..1439.</param>
    internal static StampFault ToTimeOfDay(long number, int digits, out int minuteOfDay)
    {
        minuteOfDay = 0;
        return digits switch
        {
            3 or 4 => OfTime(number, 1, out minuteOfDay),
            5 or 6 => OfTime(number, 100, out minuteOfDay),
            8 or 9 => OfTime(number, 100_000, out minuteOfDay),
            _ => StampFault.NotAStamp,
        };
    }

    /// <summary>The decimal digits of a number; 0 for a negative one.</summary>
    internal static int DigitsOf(long number)
    {
        int digits = number < 0 ? 0 : 1;
        for (long rest = number / 10; rest > 0; rest /= 10)
        {
            digits++;
        }

        return digits;
    }

    private static StampFault OfEpoch(long number, long unitsPerMinute, out int wallMinute)
    {
        bool isInRange = WallMinute.TryFrom((number / unitsPerMinute) + WallMinute.ExchangeOffsetMinutes, out wallMinute);
        return !isInRange ? StampFault.NotAStamp : number % unitsPerMinute == 0 ? StampFault.None : StampFault.NotAFullMinute;
    }

    private static StampFault OfDigits(long number, long unitsPerMinute, out int wallMinute)
    {
        wallMinute = 0;
        long unitsPerDay = 10_000 * unitsPerMinute;
        if (ToDate(number / unitsPerDay, out int day) != StampFault.None)
        {
            return StampFault.NotAStamp;
        }

        StampFault fault = OfTime(number % unitsPerDay, unitsPerMinute, out int minute);
        wallMinute = (day * WallMinute.PerDay) + minute;
        return fault;
    }

    /// <summary>A time whose last part, of seconds and what is below them, has 1 for none, else a place a digit.</summary>
    private static StampFault OfTime(long number, long unitsPerMinute, out int minuteOfDay)
    {
        long hour = number / unitsPerMinute / 100;
        long minute = number / unitsPerMinute % 100;
        long rest = number % unitsPerMinute;
        long unitsPerSecond = Math.Max(unitsPerMinute / 100, 1);
        bool isTime = hour < 24 && minute < 60 && rest / unitsPerSecond < SecondsPerMinute;
        minuteOfDay = isTime ? (int)((hour * 60) + minute) : 0;
        return !isTime ? StampFault.NotAStamp : rest == 0 ? StampFault.None : StampFault.NotAFullMinute;
    }
}
