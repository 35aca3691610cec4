using System;
using System.Collections.Immutable;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using FactorGpu.Errors;

namespace FactorGpu.Arrow.Presets;

/// <summary>The presets that come with the library, one JSON file each, and those of users by their paths.</summary>
internal static class PresetCatalogue
{
    private const string FileSuffix = ".json";

    // The order is that in which presets are tried: of several that fit a file alike, the first is taken.
    private static readonly ImmutableArray<string> s_names =
        ["canonical", "end240", "end241", "joinquant", "ricequant", "tushare", "qmt", "akshare", "qlib", "vnpy", "dolphindb", "dolphindb_f", "wind"];

    /// <summary>All presets, in the order in which they are tried.</summary>
    internal static ImmutableArray<Preset> All { get; } = [.. s_names.Select(Embedded)];

    /// <summary>The preset whose column names are the catalogue's.</summary>
    internal static Preset Canonical => All[0];

    /// <summary>What an option asks for.</summary>
    /// <param name="asked">null or <c>detect</c>, a name, or a path that ends in .json.</param>
    /// <returns>null when the preset is to be detected.</returns>
    /// <exception cref="BarFormatException">There is no such preset, or the file is not one.</exception>
    internal static Preset? Find(string? asked)
    {
        if (asked is null or BarReadOptions.DetectPreset)
        {
            return null;
        }

        return asked.EndsWith(FileSuffix, StringComparison.OrdinalIgnoreCase) ? OfUser(asked) : Named(asked) ?? Unknown(asked);
    }

    /// <summary>The preset of a name that comes with the library, or null.</summary>
    internal static Preset? Named(string name) => All.FirstOrDefault(preset => preset.Name == name);

    /// <summary>Refuses a name, with the nearest there is.</summary>
    internal static Preset Unknown(string name)
    {
        Throw.PresetUnknown(name, NearestName.Of(name, s_names)!, s_names);
        return null;
    }

    private static Preset OfUser(string path)
    {
        try
        {
            return new PresetReader(path, path).Read(File.ReadAllBytes(path), name => Named(name) ?? Unknown(name));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Throw.PresetUnreadable(path, e);
            return null;
        }
    }

    private static Preset Embedded(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"presets/{name}{FileSuffix}")
            ?? throw new UnreachableException($"The preset {name} is not embedded.");
        byte[] text = new byte[stream.Length];
        stream.ReadExactly(text);
        return new PresetReader(name + FileSuffix, name).Read(text, based => throw new UnreachableException($"The preset {name} stands on {based}; presets that are embedded stand alone."));
    }
}
