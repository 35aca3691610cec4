using System.Collections.Immutable;

namespace FactorGpu.Arrow.Presets;

/// <summary>How one source delivers minute bars: what its columns are called, where its stamps stand, what it counts and how it spells.</summary>
internal sealed record Preset
{
    /// <summary>The name by which it is asked for: that of its file, or the path of a user's file.</summary>
    internal required string Name { get; init; }

    /// <summary>Column names by what they hold.</summary>
    internal required PresetColumns Columns { get; init; }

    internal required BarLabel Label { get; init; }

    /// <summary>The stamps of its axis, in minutes since midnight, ascending.</summary>
    internal required ImmutableArray<int> Stamps { get; init; }

    /// <summary>A row of 14:57..14:59 (slots 238..240) without volume is padding and is dropped (catalogue 1.2).</summary>
    internal bool DropEmptyClosing { get; init; }

    internal VolumeUnit VolumeUnit { get; init; }

    internal CodeStyle CodeStyle { get; init; }

    /// <summary>The ways in which stamps may be written; empty: any.</summary>
    internal ImmutableArray<TimeType> TimeTypes { get; init; } = [];

    /// <summary>The source writes an open of 0 into bars of older days; such bars stay invalid (catalogue 1.3.1) and are told of.</summary>
    internal bool OpenMayBeZero { get; init; }

    /// <summary>Without a column of it, the amount is vwap x volume.</summary>
    internal bool AmountFromVwap { get; init; }
}
