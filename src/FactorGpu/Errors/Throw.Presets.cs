using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;

namespace FactorGpu.Errors;

/// <content>Presets, and what of a file does not fit them.</content>
internal static partial class Throw
{
    private const int ShownCharacters = 60;

    [DoesNotReturn]
    internal static void PresetUnknown(string name, string nearest, IEnumerable<string> known)
        => throw new BarFormatException(
            $"The preset {name} was asked for; there is none of that name. The nearest is {nearest}; there are {string.Join(", ", known)}, and a name that ends in .json is read as a preset file. Correct the name.");

    [DoesNotReturn]
    internal static void PresetUnreadable(string path, Exception cause)
        => throw new BarFormatException($"{path} was given as a preset file; it cannot be read: {cause.Message} Correct the path, or make it readable.", cause);

    [DoesNotReturn]
    internal static void PresetNotJson(string path, Exception cause)
        => throw new BarFormatException($"{path} was given as a preset file; it is not JSON: {cause.Message} Correct the text.", cause);

    [DoesNotReturn]
    internal static void PresetKeyUnknown(string path, string key, string place, string nearest, IEnumerable<string> known)
        => throw new BarFormatException(
            $"{path} has the key {key} in {place}; a preset has no such key there. The nearest is {nearest}; allowed are {string.Join(", ", known)}. Correct the key, or remove it.");

    [DoesNotReturn]
    internal static void PresetKeyTwice(string path, string key, string place)
        => throw new BarFormatException($"{path} has the key {key} twice in {place}; which one is meant cannot be told. Remove one.");

    [DoesNotReturn]
    internal static void PresetValue(string path, string key, string found, string allowed)
        => throw new BarFormatException(
            $"{path} has {(found.Length > ShownCharacters ? found[..ShownCharacters] + "..." : found)} for {key}; allowed is {allowed}. Correct the value.");

    [DoesNotReturn]
    internal static void PresetIncomplete(string path, string key)
        => throw new BarFormatException($"{path} has no key {key}; a preset needs it. Add it, or name a preset that has it as \"base\".");

    [DoesNotReturn]
    internal static void ConventionUndecided(string path, string stamps, string starts, string ends, string remedy)
        => throw new BarFormatException(
            $"{path} has bars stamped {stamps}; these may be starts of minutes ({starts}) as well as ends ({ends}), which 09:30, 11:30 or 13:00 would tell, one of the last two without the other. {remedy}");

    [DoesNotReturn]
    internal static void ConventionFitsNone(string path, string stamps, IEnumerable<string> lacks)
        => throw new BarFormatException(
            $"{path} has bars stamped {stamps}; {string.Join(", ", lacks)}. Remove the rows at the stamps outside, or restamp them, and pass the preset (--preset NAME or --preset FILE.json).");

    [DoesNotReturn]
    internal static void StampsHoursOff(string path, string stamps, int hours)
        => throw new BarFormatException($"{path} has bars stamped {stamps}; no bars of the exchange have these stamps. {HoursHint(hours)}");

    [DoesNotReturn]
    internal static void NoStampInTheDay(string path, string stamps, string day)
        => throw new BarFormatException($"{path} has bars stamped {stamps}; none of them lies in {day}. Check the stamps and their zone.");

    [DoesNotReturn]
    internal static void StampOutsidePreset(string place, string stamp, string preset, string axis)
        => throw new BarFormatException(
            $"{place} is stamped {stamp}; the preset asked for, {preset}, has no bar with that stamp ({axis}). Remove or restamp such rows, or pass another preset (--preset).");

    [DoesNotReturn]
    internal static void TimeTypeNotOfPreset(string path, string column, string found, string preset, IEnumerable<string> allowed)
        => throw new BarFormatException(
            $"{path} has stamps of the type {found} in column {column}; the preset {preset} has {string.Join(", ", allowed)}. Pass the preset that the file is of.");

    [DoesNotReturn]
    internal static void VolumeUnitOther(string path, string preset, string said, string found, string numbers)
        => throw new BarFormatException(
            $"{path} has volume in {found}s by its numbers: {numbers}; the preset {preset} says {said}s. Pass --volume-unit {found}, or --volume-unit {said} if the numbers mislead.");

    [DoesNotReturn]
    internal static void VolumeUnitUndecided(string path, string numbers)
        => throw new BarFormatException(
            $"{path} does not tell whether its volume is in shares or lots: {numbers}; neither amount / volume nor amount / (100 volume) lies between low and high. Pass --volume-unit share or --volume-unit lot.");

    private static string HoursHint(int hours)
        => hours > 0
            ? "Shifted by +8 h they would fit: they look like UTC without a zone. Write them with their zone, or add 8 hours."
            : "Shifted by -8 h they would fit: the offset of the exchange was added twice. Subtract 8 hours.";
}
