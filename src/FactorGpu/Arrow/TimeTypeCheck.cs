using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Arrow.Presets;
using FactorGpu.Errors;

namespace FactorGpu.Arrow;

/// <summary>Holds the ways in which a file's stamps are written against those that its presets have.</summary>
internal static class TimeTypeCheck
{
    /// <summary>The presets of a file's columns that write stamps as the file does.</summary>
    /// <exception cref="BarFormatException">There is none.</exception>
    internal static ImmutableArray<Preset> Keep(DecodedBars file)
    {
        ImmutableArray<Preset> kept = [.. file.Columns.Presets.Where(preset => file.TimeTypes.All(type => Has(preset, type)))];
        if (kept.IsEmpty)
        {
            Preset preset = file.Columns.Presets[0];
            Throw.TimeTypeNotOfPreset(
                file.Path, file.Columns.Name(file.Columns.Stamp), PresetWords.Of(PresetWords.TimeTypes, file.TimeTypes.First(type => !Has(preset, type))),
                preset.Name, preset.TimeTypes.Select(type => PresetWords.Of(PresetWords.TimeTypes, type)));
        }

        return kept;
    }

    private static bool Has(Preset preset, TimeType type) => preset.TimeTypes.IsEmpty || preset.TimeTypes.Contains(type);
}
