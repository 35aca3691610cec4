using System;
using System.Collections.Generic;
using System.Globalization;

namespace FactorGpu.Arrow.Presets;

/// <summary>Reads and writes sets of minutes of the day as ranges.</summary>
internal static class StampRanges
{
    /// <summary>Reads one range, <c>09:31-11:30</c>, or one stamp, <c>15:00</c>.</summary>
    /// <returns>False for another form, or a range that ends before it starts.</returns>
    internal static bool TryParse(string text, out int first, out int last)
    {
        string[] ends = text.Split('-');
        last = -1;
        return TryMinute(ends[0], out first) && ends.Length <= 2 && TryMinute(ends[^1], out last) && first <= last;
    }

    /// <summary>Ascending minutes as <c>09:31..11:30, 13:01..15:00</c>, one text a range.</summary>
    internal static List<string> Texts(IReadOnlyList<int> minutes)
    {
        var ranges = new List<string>();
        for (int i = 0; i < minutes.Count; i++)
        {
            int first = minutes[i];
            while (i + 1 < minutes.Count && minutes[i + 1] == minutes[i] + 1)
            {
                i++;
            }

            ranges.Add(first == minutes[i] ? WallMinute.TimeText(first) : $"{WallMinute.TimeText(first)}..{WallMinute.TimeText(minutes[i])}");
        }

        return ranges;
    }

    private static bool TryMinute(string text, out int minute)
    {
        bool isTime = TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly time);
        minute = isTime ? (time.Hour * 60) + time.Minute : -1;
        return isTime;
    }
}
