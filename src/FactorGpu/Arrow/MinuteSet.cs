using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FactorGpu.Arrow.Presets;

namespace FactorGpu.Arrow;

/// <summary>The set of minutes of the day at which a file has stamps.</summary>
internal sealed class MinuteSet
{
    private const int ShownRanges = 12;

    private readonly bool[] _has;

    /// <summary>The set of all stamps.</summary>
    internal MinuteSet(ReadOnlySpan<WallMinute> stamps)
    {
        _has = new bool[WallMinute.PerDay];
        foreach (WallMinute stamp in stamps)
        {
            _has[stamp.MinuteOfDay] = true;
        }
    }

    private MinuteSet(bool[] has) => _has = has;

    internal bool IsEmpty => !_has.AsSpan().Contains(true);

    /// <summary>Number of minutes in the set.</summary>
    internal int Count => _has.AsSpan().Count(true);

    /// <summary>The set of those stamps that lie in a trading day.</summary>
    internal static MinuteSet InTradingDays(ReadOnlySpan<WallMinute> stamps)
    {
        bool[] has = new bool[WallMinute.PerDay];
        foreach (WallMinute stamp in stamps)
        {
            has[stamp.MinuteOfDay] |= TradingDay.Contains(stamp);
        }

        return new MinuteSet(has);
    }

    internal bool Contains(int minuteOfDay) => _has[minuteOfDay];

    /// <summary>True when every minute of the set lies on the axis of a convention.</summary>
    internal bool Fits(SlotMap map) => Outside(map).IsEmpty;

    /// <summary>The minutes that a convention does not have.</summary>
    internal MinuteSet Outside(SlotMap map) => Where(minute => map.SlotAt(minute) < 0);

    /// <summary>The minutes of trading hours.</summary>
    internal MinuteSet InTradingHours() => Where(TradingDay.HasMinute);

    /// <summary>The set moved by minutes, around midnight.</summary>
    internal MinuteSet Shifted(int minutes)
    {
        bool[] shifted = new bool[WallMinute.PerDay];
        for (int minute = 0; minute < WallMinute.PerDay; minute++)
        {
            shifted[(minute + minutes + WallMinute.PerDay) % WallMinute.PerDay] = _has[minute];
        }

        return new MinuteSet(shifted);
    }

    /// <summary>The set as ranges, such as <c>09:31..11:30, 13:01..15:00</c>.</summary>
    public override string ToString()
    {
        List<string> ranges = StampRanges.Texts([.. Enumerable.Range(0, WallMinute.PerDay).Where(Contains)]);
        string shown = string.Join(", ", ranges.Take(ShownRanges));
        return ranges.Count <= ShownRanges ? shown : string.Create(CultureInfo.InvariantCulture, $"{shown} and {ranges.Count - ShownRanges} more");
    }

    private MinuteSet Where(Func<int, bool> isKept)
    {
        bool[] kept = new bool[WallMinute.PerDay];
        for (int minute = 0; minute < WallMinute.PerDay; minute++)
        {
            kept[minute] = _has[minute] && isKept(minute);
        }

        return new MinuteSet(kept);
    }
}
