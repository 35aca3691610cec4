using System.Collections.Immutable;
using FactorGpu.Arrow.Presets;

namespace FactorGpu.Arrow;

/// <summary>By which preset and axis a file is read, and why.</summary>
/// <param name="preset">The preset.</param>
/// <param name="slots">Its axis, with the label told.</param>
/// <param name="volumeUnit">What the preset says, or Detect where presets that fit alike differ.</param>
/// <param name="evidence">Why, in words.</param>
internal sealed class BarReading(Preset preset, SlotMap slots, VolumeUnit volumeUnit, ImmutableArray<string> evidence)
{
    internal Preset Preset { get; } = preset;

    internal SlotMap Slots { get; } = slots;

    internal VolumeUnit VolumeUnit { get; } = volumeUnit;

    internal ImmutableArray<string> Evidence { get; } = evidence;
}
