using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using FactorGpu.Arrow.Presets;
using FactorGpu.Errors;

namespace FactorGpu.Arrow;

/// <summary>Tells from the set of stamps which of the presets that fit its columns a file is of, or checks the one asked for.</summary>
/// <remarks>
/// Stamps outside of trading days say nothing about an axis. A preset fits when its axis has all other stamps; where none does, one more stamp beside
/// the lunch break is taken as that of another layout (design 10).
/// </remarks>
internal static class ReadingChoice
{
    /// <summary>The reading of a file.</summary>
    /// <param name="file">The file's rows, at least one.</param>
    /// <exception cref="BarFormatException">No axis fits, or starts cannot be told from ends.</exception>
    internal static BarReading Choose(DecodedBars file)
    {
        MinuteSet stamps = MinuteSet.InTradingDays(file.Stamps);
        ImmutableArray<Preset> presets = TimeTypeCheck.Keep(file);
        ImmutableArray<(Preset Preset, SlotMap Slots)> all = [.. presets.SelectMany(Axes)];
        if (stamps.IsEmpty)
        {
            RefuseOutside(file, all);
        }

        ImmutableArray<(Preset Preset, SlotMap Slots)> fitting = [.. all.Where(axis => stamps.Fits(axis.Slots))];
        if (fitting.IsEmpty)
        {
            fitting = FittingWithLunchBar(file, stamps, all);
        }

        if (fitting.IsEmpty)
        {
            RefuseUnfit(file, stamps, all);
        }

        string told = "";
        if (fitting.Any(axis => axis.Slots.Label != fitting[0].Slots.Label && DiffersAt(stamps, axis.Slots, fitting[0].Slots)))
        {
            BarLabel label = LabelEvidence.Tell(file, stamps, out told) ?? Undecided(file, stamps, fitting);
            fitting = [.. fitting.Where(axis => axis.Slots.Label == label)];
        }

        return Reading(file, stamps, fitting, told);
    }

    /// <summary>The axes that fit with one more stamp beside the lunch break, unless that stamp says that the labels are the other ones.</summary>
    private static ImmutableArray<(Preset Preset, SlotMap Slots)> FittingWithLunchBar(
        DecodedBars file, MinuteSet stamps, ImmutableArray<(Preset Preset, SlotMap Slots)> axes)
    {
        BarLabel? told = LabelEvidence.Tell(file, stamps, out _);
        return
        [
            .. axes.Where(axis => told is null || told == axis.Slots.Label)
                .Select(axis => (axis.Preset, Slots: axis.Slots.WithLunchBar()))
                .Where(axis => stamps.Fits(axis.Slots)),
        ];
    }

    private static BarReading Reading(DecodedBars file, MinuteSet stamps, ImmutableArray<(Preset Preset, SlotMap Slots)> fitting, string told)
    {
        (Preset preset, SlotMap slots) = fitting[0];
        string label = slots.Label == BarLabel.Start ? "starts" : "ends";
        var evidence = new List<string>
        {
            file.PresetReason ?? ColumnChoice.Evidence(file.Columns, preset),
            string.Create(CultureInfo.InvariantCulture, $"{stamps.Count} stamps {stamps} are {label}{(told.Length == 0 ? "" : ", for ")}{told}"),
        };
        if (stamps.Contains(slots.LunchMinute) && !preset.Stamps.Contains(slots.LunchMinute))
        {
            evidence.Add($"{WallMinute.TimeText(slots.LunchMinute)} is a stamp of another layout and belongs to the minute {(slots.Label == BarLabel.Start ? "before" : "after")}");
        }

        Preset[] others = [.. fitting.Select(axis => axis.Preset).Where(other => other != preset).Distinct()];
        if (others.Length > 0)
        {
            evidence.Add($"{string.Join(", ", others.Select(other => other.Name))} would fit alike");
        }

        VolumeUnit unit = others.Any(other => other.VolumeUnit != preset.VolumeUnit) ? VolumeUnit.Detect : preset.VolumeUnit;
        return new BarReading(preset, slots, unit, [.. evidence]);
    }

    /// <summary>The axes of a preset: one, or one a label where that is to be detected.</summary>
    private static IEnumerable<(Preset Preset, SlotMap Slots)> Axes(Preset preset)
    {
        BarLabel[] labels = preset.Label == BarLabel.Detect ? [BarLabel.Start, BarLabel.End] : [preset.Label];
        return labels.Select(label => (preset, SlotMap.Of(preset, label)));
    }

    private static bool DiffersAt(MinuteSet stamps, SlotMap a, SlotMap b)
        => Enumerable.Range(0, WallMinute.PerDay).Any(minute => stamps.Contains(minute) && a.SlotAt(minute) != b.SlotAt(minute));

    private static BarLabel Undecided(DecodedBars file, MinuteSet stamps, ImmutableArray<(Preset Preset, SlotMap Slots)> fitting)
    {
        string starts = fitting.First(axis => axis.Slots.Label == BarLabel.Start).Preset.Name;
        string ends = fitting.First(axis => axis.Slots.Label == BarLabel.End).Preset.Name;
        string remedy = starts == ends
            ? $"Pass a preset file that says it: {{ \"base\": \"{starts}\", \"label\": \"start\" }} or \"end\" (--preset FILE.json)."
            : $"Pass the preset (--preset {starts} or --preset {ends}).";
        Throw.ConventionUndecided(file.Path, stamps.ToString(), starts, ends, remedy);
        return default;
    }

    /// <summary>Refuses a file without a stamp in a trading day, which may be off by the offset of the exchange.</summary>
    private static void RefuseOutside(DecodedBars file, ImmutableArray<(Preset Preset, SlotMap Slots)> axes)
    {
        var stamps = new MinuteSet(file.Stamps);
        foreach (int hours in (int[])[8, -8])
        {
            MinuteSet shifted = stamps.Shifted(hours * 60).InTradingHours();
            if (!shifted.IsEmpty && axes.Any(axis => shifted.Fits(axis.Slots)))
            {
                Throw.StampsHoursOff(file.Path, stamps.ToString(), hours);
            }
        }

        Throw.NoStampInTheDay(file.Path, stamps.ToString(), TradingDay.Words);
    }

    private static void RefuseUnfit(DecodedBars file, MinuteSet stamps, ImmutableArray<(Preset Preset, SlotMap Slots)> axes)
    {
        if (file.PresetReason is not null && axes is [(Preset preset, SlotMap slots)])
        {
            int row = 0;
            while (!TradingDay.Contains(file.Stamps[row]) || slots.SlotAt(file.Stamps[row].MinuteOfDay) >= 0)
            {
                row++;
            }

            Throw.StampOutsidePreset(file.Place(row), file.Stamps[row].ToString(), preset.Name, slots.Axis);
        }

        Throw.ConventionFitsNone(
            file.Path, stamps.ToString(), axes.Select(axis => $"{axis.Preset.Name} bars ({axis.Slots.Axis}) do not have {stamps.Outside(axis.Slots)}"));
    }
}
