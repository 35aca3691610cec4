namespace FactorGpu.Arrow;

/// <summary>The time in which bars of a trading day can be stamped: 09:15..15:00 of a weekday, the lunch break included.</summary>
internal static class TradingDay
{
    internal const int FirstMinute = (9 * 60) + 15;
    internal const int LastMinute = 15 * 60;

    /// <summary>The time in words.</summary>
    internal const string Words = "09:15..15:00 of a weekday";

    private const int DaysPerWeek = 7;
    private const int FromSunday = 4; // 1970-01-01 was a Thursday.
    private const int Saturday = 6;

    /// <summary>False for a stamp at which no bar of the exchange can stand.</summary>
    internal static bool Contains(WallMinute stamp)
        => HasMinute(stamp.MinuteOfDay) && (stamp.Day + FromSunday) % DaysPerWeek is not (0 or Saturday);

    internal static bool HasMinute(int minuteOfDay) => minuteOfDay is >= FirstMinute and <= LastMinute;
}
