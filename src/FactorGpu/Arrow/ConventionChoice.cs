using System;
using FactorGpu.Errors;

namespace FactorGpu.Arrow;

/// <summary>Tells the stamp convention of a file from the set of its stamps, or checks the one asked for.</summary>
internal static class ConventionChoice
{
    /// <summary>The convention of a file.</summary>
    /// <param name="bars">The file's rows, at least one.</param>
    /// <param name="stamps">The set of the file's stamps.</param>
    /// <param name="asked">Detect, or the convention to check.</param>
    /// <exception cref="BarFormatException">The set fits both or neither, or has a stamp that the convention asked for does not have.</exception>
    internal static SlotMap Choose(LongBars bars, MinuteSet stamps, BarConvention asked)
    {
        if (asked != BarConvention.Detect)
        {
            return Check(bars, stamps, SlotMap.Of(asked));
        }

        bool isCanonical = stamps.Fits(SlotMap.Canonical);
        bool isEnd240 = stamps.Fits(SlotMap.End240);
        if (isCanonical == isEnd240)
        {
            ThrowUndecided(bars.Path, stamps, fitsBoth: isCanonical);
        }

        return isCanonical ? SlotMap.Canonical : SlotMap.End240;
    }

    private static SlotMap Check(LongBars bars, MinuteSet stamps, SlotMap map)
    {
        if (stamps.Fits(map))
        {
            return map;
        }

        ReadOnlySpan<WallMinute> minutes = bars.Minutes;
        int row = 0;
        while (map.SlotAt(minutes[row].MinuteOfDay) >= 0)
        {
            row++;
        }

        Throw.StampOutsideConvention(bars.Place(row), minutes[row].ToString(), map.Name, HoursOff(stamps));
        return map;
    }

    private static void ThrowUndecided(string path, MinuteSet stamps, bool fitsBoth)
    {
        if (fitsBoth)
        {
            Throw.ConventionFitsBoth(path, stamps.ToString());
        }

        int hours = HoursOff(stamps);
        if (hours != 0)
        {
            Throw.StampsHoursOff(path, stamps.ToString(), hours);
        }

        Throw.ConventionFitsNeither(path, stamps.ToString(), stamps.Outside(SlotMap.Canonical).ToString(), stamps.Outside(SlotMap.End240).ToString());
    }

    /// <summary>The shift in hours, +8 or -8, that would make the stamps fit; 0 when there is none.</summary>
    private static int HoursOff(MinuteSet stamps)
        => Fits(stamps.Shifted(WallMinute.ExchangeOffsetMinutes)) ? 8 : Fits(stamps.Shifted(-WallMinute.ExchangeOffsetMinutes)) ? -8 : 0;

    private static bool Fits(MinuteSet stamps) => stamps.Fits(SlotMap.Canonical) || stamps.Fits(SlotMap.End240);
}
