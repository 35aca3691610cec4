using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text.Json;
using FactorGpu.Errors;

namespace FactorGpu.Arrow.Presets;

/// <summary>Reads the values of a preset file; whatever is not of the form asked for is refused with its key.</summary>
internal sealed class PresetValues(string path)
{
    private const string TextsAllowed = "a list of one or more texts";
    private const string StampsAllowed = "a list of stamps and ranges of them such as 15:00 and 09:31-11:30";

    /// <summary>The values of an object by their keys, each known and there once.</summary>
    internal Dictionary<string, JsonElement> Object(JsonElement value, string key, ImmutableArray<string> known)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            Refuse(value, key, "an object { ... }");
        }

        var values = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (JsonProperty property in value.EnumerateObject())
        {
            if (!known.Contains(property.Name))
            {
                Throw.PresetKeyUnknown(path, property.Name, key, NearestName.Of(property.Name, known)!, known);
            }

            if (!values.TryAdd(property.Name, property.Value))
            {
                Throw.PresetKeyTwice(path, property.Name, key);
            }
        }

        return values;
    }

    internal string Text(JsonElement value, string key)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            Refuse(value, key, "a text");
        }

        return value.GetString()!;
    }

    internal bool Flag(JsonElement value, string key)
    {
        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            Refuse(value, key, "true or false");
        }

        return value.GetBoolean();
    }

    /// <summary>One or more texts, none of them empty.</summary>
    internal ImmutableArray<string> Texts(JsonElement value, string key)
    {
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() == 0
            || value.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.String || item.GetString()!.Length == 0))
        {
            Refuse(value, key, TextsAllowed);
        }

        return [.. value.EnumerateArray().Select(item => item.GetString()!)];
    }

    /// <summary>The value that a word stands for.</summary>
    internal TValue OneOf<TValue>(JsonElement value, string key, ImmutableArray<(string Word, TValue Value)> words)
    {
        string? word = value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        foreach ((string known, TValue meant) in words)
        {
            if (known == word)
            {
                return meant;
            }
        }

        Refuse(value, key, Listed(words));
        return default!;
    }

    /// <summary>The values that a list of words stands for.</summary>
    internal ImmutableArray<TValue> SomeOf<TValue>(JsonElement value, string key, ImmutableArray<(string Word, TValue Value)> words)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            Refuse(value, key, $"a list of {Listed(words)}");
        }

        return [.. value.EnumerateArray().Select(item => OneOf(item, key, words))];
    }

    /// <summary>Stamps as minutes since midnight, ascending, each once.</summary>
    internal ImmutableArray<int> Minutes(JsonElement value, string key)
    {
        var minutes = new SortedSet<int>();
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() == 0)
        {
            Refuse(value, key, StampsAllowed);
        }

        foreach (JsonElement item in value.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.String || !StampRanges.TryParse(item.GetString()!, out int first, out int last))
            {
                Refuse(item, key, StampsAllowed);
                return [];
            }

            minutes.UnionWith(Enumerable.Range(first, last - first + 1));
        }

        return [.. minutes];
    }

    private static string Listed<TValue>(ImmutableArray<(string Word, TValue Value)> words)
        => string.Join(", ", words.Select(word => word.Word).Order(StringComparer.Ordinal));

    private void Refuse(JsonElement value, string key, string allowed) => Throw.PresetValue(path, key, value.GetRawText(), allowed);
}
