using System;
using System.Collections.Frozen;
using System.Collections.Generic;

namespace FactorGpu.Arrow.Presets;

/// <summary>The words that stand for values in preset files.</summary>
internal static class PresetWords
{
    internal static FrozenDictionary<string, BarLabel> Labels { get; } = Table(("start", BarLabel.Start), ("end", BarLabel.End), ("detect", BarLabel.Detect));

    internal static FrozenDictionary<string, VolumeUnit> VolumeUnits { get; } = Table(("share", VolumeUnit.Share), ("lot", VolumeUnit.Lot), ("detect", VolumeUnit.Detect));

    /// <summary>A style is named by the spelling of 600000 in Shanghai.</summary>
    internal static FrozenDictionary<string, CodeStyle> CodeStyles { get; } = Table(
        ("keep", CodeStyle.Keep),
        ("600000.SH", CodeStyle.Suffix),
        ("600000.XSHG", CodeStyle.JoinQuant),
        ("600000.SSE", CodeStyle.Vnpy),
        ("sh600000", CodeStyle.Prefix),
        ("sh.600000", CodeStyle.DottedPrefix),
        ("600000", CodeStyle.Bare));

    internal static FrozenDictionary<string, TimeType> TimeTypes { get; } = Table(
        ("text", TimeType.Text),
        ("epoch_s", TimeType.EpochSeconds),
        ("epoch_ms", TimeType.EpochMilliseconds),
        ("epoch_us", TimeType.EpochMicroseconds),
        ("epoch_ns", TimeType.EpochNanoseconds),
        ("yyyyMMddHHmm", TimeType.DigitsToMinute),
        ("yyyyMMddHHmmss", TimeType.DigitsToSecond),
        ("yyyyMMddHHmmssSSS", TimeType.DigitsToMillisecond));

    /// <summary>The word for a value.</summary>
    internal static string Of<TValue>(FrozenDictionary<string, TValue> words, TValue value)
    {
        foreach ((string word, TValue meant) in words)
        {
            if (EqualityComparer<TValue>.Default.Equals(meant, value))
            {
                return word;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(value), value, "There is no word for this value.");
    }

    private static FrozenDictionary<string, TValue> Table<TValue>(params (string Word, TValue Value)[] rows)
        => rows.ToFrozenDictionary(row => row.Word, row => row.Value, StringComparer.Ordinal);
}
