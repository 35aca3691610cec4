using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Bars;

namespace FactorGpu.Arrow.Presets;

/// <summary>The names that a source gives its columns: per key the first of its names that a file has is taken.</summary>
internal sealed class PresetColumns
{
    internal const string Code = "code";

    /// <summary>The exchange, appended with a dot to a code that has none.</summary>
    internal const string Exchange = "exchange";

    /// <summary>The full stamp.</summary>
    internal const string DateTime = "datetime";

    /// <summary>The date of a stamp in two columns.</summary>
    internal const string Date = "date";

    /// <summary>The time of day of a stamp in two columns.</summary>
    internal const string Time = "time";

    private readonly ImmutableDictionary<string, ImmutableArray<string>> _names;

    internal PresetColumns(ImmutableDictionary<string, ImmutableArray<string>> names) => _names = names;

    /// <summary>All keys that a preset may give names for: those above, and the fields by their catalogue names.</summary>
    internal static ImmutableArray<string> Keys { get; } = [Code, Exchange, DateTime, Date, Time, .. BarFields.All.Select(BarFields.Name)];

    /// <summary>The names for a key, best first; none when the source has no such column.</summary>
    internal ImmutableArray<string> this[string key] => _names.GetValueOrDefault(key, []);

    /// <summary>These names, with those of others for the keys that the others have.</summary>
    internal PresetColumns With(IReadOnlyDictionary<string, ImmutableArray<string>> others) => new(_names.SetItems(others));

    /// <summary>These names, and after them those of another preset.</summary>
    internal PresetColumns FollowedBy(PresetColumns others)
        => new(Keys.ToImmutableDictionary(key => key, key => this[key].AddRange(others[key].Except(this[key])), StringComparer.Ordinal));
}
