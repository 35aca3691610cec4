using System;
using System.Globalization;
using System.Text;
using FactorGpu.Arrow.Ipc;

namespace FactorGpu.Arrow;

/// <summary>Turns values of date, time and time stamp columns into days and minutes.</summary>
internal static class ArrowTimes
{
    private const int SecondsPerMinute = 60;
    private const int SecondsPerDay = 86_400;
    private const int MillisecondsPerDay = 1000 * SecondsPerDay;

    /// <summary>Converts one value.</summary>
    /// <param name="type">A Timestamp, date or time of day.</param>
    /// <param name="value">The value as it is stored.</param>
    /// <param name="result">A wall minute for a Timestamp, days since 1970-01-01 for a date, minutes since midnight for a time of day.</param>
    internal static StampFault Convert(ArrowType type, long value, out int result)
    {
        if (type.IsDate)
        {
            long unitsPerDay = type.Kind == ArrowTypeKind.Date32 ? 1 : MillisecondsPerDay;
            return WallMinute.TryDay(value / unitsPerDay, out result) && value % unitsPerDay == 0 ? StampFault.None : StampFault.NotAStamp;
        }

        long unitsPerMinute = type.UnitsPerSecond * SecondsPerMinute;
        long minutes = (value / unitsPerMinute) - (value % unitsPerMinute < 0 ? 1 : 0);
        bool isInRange = WallMinute.TryFrom(minutes + (type.HasZone ? WallMinute.ExchangeOffsetMinutes : 0), out result);
        if (!isInRange || (type.IsTimeOfDay && result >= WallMinute.PerDay))
        {
            return StampFault.NotAStamp;
        }

        return value % unitsPerMinute == 0 ? StampFault.None : StampFault.NotAFullMinute;
    }

    /// <summary>A value as a message shows it, in UTF-8: the time that it means, then the stored number with its unit.</summary>
    internal static byte[] Shown(ArrowType type, long value)
    {
        string stored = string.Create(CultureInfo.InvariantCulture, $"{type.Kind} {value}{(type.IsDate ? "" : $" {type.Unit}")}");
        long seconds = value / type.UnitsPerSecond;
        if (type.IsDate || seconds < 0 || seconds >= (long)(DateTime.MaxValue - DateTime.UnixEpoch).TotalDays * SecondsPerDay)
        {
            return Encoding.UTF8.GetBytes(stored);
        }

        string format = type.IsTimeOfDay ? "HH:mm:ss" : type.HasZone ? "yyyy-MM-dd HH:mm:ss 'UTC'" : "yyyy-MM-dd HH:mm:ss";
        return Encoding.UTF8.GetBytes($"{DateTime.UnixEpoch.AddSeconds(seconds).ToString(format, CultureInfo.InvariantCulture)} ({stored})");
    }
}
