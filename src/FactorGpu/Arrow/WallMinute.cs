using System;
using System.Globalization;

namespace FactorGpu.Arrow;

/// <summary>A minute of the exchange's wall clock (fixed +08:00), counted from 1970-01-01 00:00.</summary>
/// <param name="Value">Minutes, 0 or more, before 3000-01-01.</param>
internal readonly record struct WallMinute(int Value)
{
    internal const int PerDay = 24 * 60;
    internal const int ExchangeOffsetMinutes = 8 * 60;

    private static readonly int s_epochDay = new DateOnly(1970, 1, 1).DayNumber;
    private static readonly int s_endDay = new DateOnly(3000, 1, 1).DayNumber - s_epochDay;

    /// <summary>Days since 1970-01-01.</summary>
    internal int Day => Value / PerDay;

    /// <summary>Minutes since midnight, 0..1439.</summary>
    internal int MinuteOfDay => Value % PerDay;

    /// <summary>False when the minute lies before 1970 or after 2999, where no bar is.</summary>
    internal static bool TryFrom(long minutesSince1970, out int value)
    {
        bool isInRange = minutesSince1970 >= 0 && minutesSince1970 < (long)s_endDay * PerDay;
        value = isInRange ? (int)minutesSince1970 : 0;
        return isInRange;
    }

    /// <summary>False when the day lies before 1970 or after 2999, where no bar is.</summary>
    internal static bool TryDay(long daysSince1970, out int day)
    {
        bool isInRange = daysSince1970 >= 0 && daysSince1970 < s_endDay;
        day = isInRange ? (int)daysSince1970 : 0;
        return isInRange;
    }

    /// <summary>Days from 1970-01-01 to a date; negative before.</summary>
    internal static int DayOf(DateOnly date) => date.DayNumber - s_epochDay;

    /// <summary>The date of a day number.</summary>
    internal static DateOnly DateOf(int day) => DateOnly.FromDayNumber(day + s_epochDay);

    /// <summary>A minute of the day as HH:mm.</summary>
    internal static string TimeText(int minuteOfDay)
        => string.Create(CultureInfo.InvariantCulture, $"{minuteOfDay / 60:00}:{minuteOfDay % 60:00}");

    /// <summary>yyyy-MM-dd HH:mm.</summary>
    public override string ToString()
        => string.Create(CultureInfo.InvariantCulture, $"{DateOf(Day):yyyy-MM-dd} {TimeText(MinuteOfDay)}");
}
