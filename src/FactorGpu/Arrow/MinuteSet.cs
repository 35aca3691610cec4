using System;
using System.Collections.Generic;
using System.Globalization;

namespace FactorGpu.Arrow;

/// <summary>The set of minutes of the day at which a file has stamps.</summary>
internal sealed class MinuteSet
{
    private const int ShownRanges = 12;

    private readonly bool[] _has = new bool[WallMinute.PerDay];

    /// <summary>The set of all stamps of a file.</summary>
    internal MinuteSet(LongBars bars)
    {
        foreach (WallMinute minute in bars.Minutes)
        {
            _has[minute.MinuteOfDay] = true;
        }
    }

    private MinuteSet(bool[] has) => _has = has;

    internal bool Contains(int minuteOfDay) => _has[minuteOfDay];

    /// <summary>True when every minute of the set lies on the axis of a convention.</summary>
    internal bool Fits(SlotMap map) => Outside(map).IsEmpty();

    /// <summary>The minutes that a convention does not have.</summary>
    internal MinuteSet Outside(SlotMap map)
    {
        bool[] outside = new bool[WallMinute.PerDay];
        for (int minute = 0; minute < WallMinute.PerDay; minute++)
        {
            outside[minute] = _has[minute] && map.SlotAt(minute) < 0;
        }

        return new MinuteSet(outside);
    }

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
        var ranges = new List<string>();
        for (int first = 0; first < WallMinute.PerDay; first++)
        {
            if (!_has[first])
            {
                continue;
            }

            int last = first;
            while (last + 1 < WallMinute.PerDay && _has[last + 1])
            {
                last++;
            }

            ranges.Add(first == last ? WallMinute.TimeText(first) : $"{WallMinute.TimeText(first)}..{WallMinute.TimeText(last)}");
            first = last;
        }

        string shown = string.Join(", ", ranges.GetRange(0, Math.Min(ranges.Count, ShownRanges)));
        return ranges.Count <= ShownRanges ? shown : string.Create(CultureInfo.InvariantCulture, $"{shown} and {ranges.Count - ShownRanges} more");
    }

    private bool IsEmpty() => !_has.AsSpan().Contains(true);
}
