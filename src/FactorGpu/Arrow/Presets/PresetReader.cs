using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text.Json;
using FactorGpu.Errors;

namespace FactorGpu.Arrow.Presets;

/// <summary>Reads a preset from JSON, strictly: a key that is not known, stands twice or has another value than allowed is an error.</summary>
internal sealed class PresetReader
{
    private const string Base = "base";
    private const string Columns = "columns";
    private const string Label = "label";
    private const string Stamps = "stamps";

    private static readonly ImmutableArray<string> s_keys =
        [Base, "source", "note", Columns, Label, Stamps, "dropEmptyClosing", "volumeUnit", "codeStyle", "timeTypes", "openMayBeZero", "amountFromVwap"];

    private static readonly ImmutableArray<string> s_needed = [Columns, Label, Stamps];

    private readonly PresetValues _values;
    private readonly string _path;
    private readonly string _name;

    /// <param name="path">The file, as messages name it.</param>
    /// <param name="name">The name of the preset.</param>
    internal PresetReader(string path, string name)
    {
        _path = path;
        _name = name;
        _values = new PresetValues(path);
    }

    /// <summary>Reads a preset.</summary>
    /// <param name="utf8">The text of the file.</param>
    /// <param name="find">The preset of the name that stands in <c>base</c>, from which keys that are not given are taken.</param>
    /// <exception cref="BarFormatException">The text is not JSON, or not a preset.</exception>
    internal Preset Read(ReadOnlyMemory<byte> utf8, Func<string, Preset> find)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(WithoutMark(utf8), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
            Dictionary<string, JsonElement> keys = _values.Object(document.RootElement, "the file", s_keys);
            return keys.Remove(Base, out JsonElement name) ? Overlay(find(_values.Text(name, Base)), keys) : Overlay(Blank(keys), keys);
        }
        catch (JsonException e)
        {
            Throw.PresetNotJson(_path, e);
            return null;
        }
    }

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> utf8) => utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;

    private Preset Blank(Dictionary<string, JsonElement> keys)
    {
        foreach (string needed in s_needed.Where(needed => !keys.ContainsKey(needed)))
        {
            Throw.PresetIncomplete(_path, needed);
        }

        var none = new PresetColumns(ImmutableDictionary<string, ImmutableArray<string>>.Empty);
        return new Preset { Name = _name, Columns = none, Label = BarLabel.Detect, Stamps = [], VolumeUnit = VolumeUnit.Share, CodeStyle = CodeStyle.Keep };
    }

    private Preset Overlay(Preset preset, Dictionary<string, JsonElement> keys)
    {
        preset = preset with { Name = _name };
        foreach ((string key, JsonElement value) in keys)
        {
            preset = key switch
            {
                Columns => preset with { Columns = preset.Columns.With(ReadColumns(value)) },
                Label => preset with { Label = _values.OneOf(value, key, PresetWords.Labels) },
                Stamps => preset with { Stamps = _values.Minutes(value, key) },
                "dropEmptyClosing" => preset with { DropEmptyClosing = _values.Flag(value, key) },
                "volumeUnit" => preset with { VolumeUnit = _values.OneOf(value, key, PresetWords.VolumeUnits) },
                "codeStyle" => preset with { CodeStyle = _values.OneOf(value, key, PresetWords.CodeStyles) },
                "timeTypes" => preset with { TimeTypes = _values.SomeOf(value, key, PresetWords.TimeTypes) },
                "openMayBeZero" => preset with { OpenMayBeZero = _values.Flag(value, key) },
                "amountFromVwap" => preset with { AmountFromVwap = _values.Flag(value, key) },
                _ => Worded(preset, value, key),
            };
        }

        return preset;
    }

    /// <summary>A key for people alone: its value has to be a text.</summary>
    private Preset Worded(Preset preset, JsonElement value, string key)
    {
        _values.Text(value, key);
        return preset;
    }

    private Dictionary<string, ImmutableArray<string>> ReadColumns(JsonElement value)
        => _values.Object(value, Columns, PresetColumns.Keys)
            .ToDictionary(column => column.Key, column => _values.Texts(column.Value, $"{Columns}.{column.Key}"), StringComparer.Ordinal);
}
