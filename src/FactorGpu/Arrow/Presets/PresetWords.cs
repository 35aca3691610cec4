using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace FactorGpu.Arrow.Presets;

/// <summary>The words that stand for values in preset files. The tables are short and looked up a few times: arrays are ready in no time, unlike dictionaries of value types.</summary>
internal static class PresetWords
{
    internal static ImmutableArray<(string Word, BarLabel Value)> Labels { get; } =
        [("start", BarLabel.Start), ("end", BarLabel.End), ("detect", BarLabel.Detect)];

    internal static ImmutableArray<(string Word, VolumeUnit Value)> VolumeUnits { get; } =
        [("share", VolumeUnit.Share), ("lot", VolumeUnit.Lot), ("detect", VolumeUnit.Detect)];

    /// <summary>A style is named by the spelling of 600000 in Shanghai.</summary>
    internal static ImmutableArray<(string Word, CodeStyle Value)> CodeStyles { get; } =
    [
        ("keep", CodeStyle.Keep),
        ("600000.SH", CodeStyle.Suffix),
        ("600000.XSHG", CodeStyle.JoinQuant),
        ("600000.SSE", CodeStyle.Vnpy),
        ("sh600000", CodeStyle.Prefix),
        ("sh.600000", CodeStyle.DottedPrefix),
        ("600000", CodeStyle.Bare),
    ];

    internal static ImmutableArray<(string Word, TimeType Value)> TimeTypes { get; } =
    [
        ("text", TimeType.Text),
        ("epoch_s", TimeType.EpochSeconds),
        ("epoch_ms", TimeType.EpochMilliseconds),
        ("epoch_us", TimeType.EpochMicroseconds),
        ("epoch_ns", TimeType.EpochNanoseconds),
        ("yyyyMMddHHmm", TimeType.DigitsToMinute),
        ("yyyyMMddHHmmss", TimeType.DigitsToSecond),
        ("yyyyMMddHHmmssSSS", TimeType.DigitsToMillisecond),
    ];

    /// <summary>The word for a value.</summary>
    internal static string Of<TValue>(ImmutableArray<(string Word, TValue Value)> words, TValue value)
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

}
