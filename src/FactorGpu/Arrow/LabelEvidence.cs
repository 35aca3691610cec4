using System;
using System.Globalization;
using FactorGpu.Arrow.Presets;
using FactorGpu.Bars;

namespace FactorGpu.Arrow;

/// <summary>Tells whether stamps are starts or ends of their minutes, where the axes that fit do not.</summary>
/// <remarks>
/// The minutes beside the lunch break decide: trading ends at 11:30 and begins again at 13:00, so starts have 13:00 and ends have 11:30. A file
/// with both (121 + 121 bars) has hardly any volume in the one that holds no minute of trading. With neither, 09:30 is a start: where it is the
/// end of the opening auction, a file of the morning would have 11:30.
/// </remarks>
internal static class LabelEvidence
{
    private const int MorningEnd = (11 * 60) + 30;

    // The choice of this project: the stamp that is no minute holds but the trades of one second.
    private const int Outweighs = 10;

    /// <summary>The label, or null when it cannot be told.</summary>
    /// <param name="file">The rows.</param>
    /// <param name="stamps">Their stamps in trading days.</param>
    /// <param name="reason">Why, in words.</param>
    internal static BarLabel? Tell(DecodedBars file, MinuteSet stamps, out string reason)
    {
        bool hasMorningEnd = stamps.Contains(MorningEnd);
        bool hasAfternoon = stamps.Contains(BarAxis.AfternoonMinute);
        if (hasMorningEnd && hasAfternoon)
        {
            return TellByVolume(VolumeAt(file, MorningEnd), VolumeAt(file, BarAxis.AfternoonMinute), out reason);
        }

        if (hasMorningEnd != hasAfternoon)
        {
            reason = hasMorningEnd ? "11:30 is there and 13:00 is not" : "13:00 is there and 11:30 is not";
            return hasMorningEnd ? BarLabel.End : BarLabel.Start;
        }

        reason = "09:30 is there and 11:30 is not";
        return stamps.Contains(BarAxis.MorningMinute) ? BarLabel.Start : null;
    }

    private static BarLabel? TellByVolume(double atMorningEnd, double atAfternoon, out string reason)
    {
        reason = string.Create(CultureInfo.InvariantCulture, $"11:30 has a volume of {atMorningEnd:R} and 13:00 one of {atAfternoon:R}");
        bool isStart = atAfternoon > Outweighs * atMorningEnd;
        bool isEnd = atMorningEnd > Outweighs * atAfternoon;
        return isStart ? BarLabel.Start : isEnd ? BarLabel.End : null;
    }

    private static double VolumeAt(DecodedBars file, int minuteOfDay)
    {
        ReadOnlySpan<double> volumes = file.Values.Whole(BarField.Volume);
        double sum = 0;
        for (int row = 0; row < file.RowCount; row++)
        {
            WallMinute stamp = file.Stamps[row];
            sum += stamp.MinuteOfDay == minuteOfDay && TradingDay.Contains(stamp) && volumes[row] > 0 ? volumes[row] : 0;
        }

        return sum;
    }
}
