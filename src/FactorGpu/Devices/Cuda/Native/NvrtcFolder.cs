using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace FactorGpu.Devices.Cuda.Native;

/// <summary>Looks into folders that may not be there or may not be read: then they hold nothing.</summary>
internal static partial class NvrtcFolder
{
    /// <summary>Full paths of the files whose names match, the newest version first; null has none.</summary>
    internal static ImmutableArray<string> Files(string? folder, string pattern) => Entries(folder, pattern, Directory.GetFiles);

    /// <summary>Full paths of the folders whose names match, the newest version first.</summary>
    internal static ImmutableArray<string> Folders(string? folder, string pattern) => Entries(folder, pattern, Directory.GetDirectories);

    /// <summary>A name that sorts by the numbers in it: 3.12 after 3.9.</summary>
    internal static string SortKey(string path) => Number().Replace(Path.GetFileName(path), match => match.Value.PadLeft(10, '0'));

    private static ImmutableArray<string> Entries(string? folder, string pattern, Func<string, string, string[]> list)
    {
        if (folder is null || !Directory.Exists(folder))
        {
            return [];
        }

        try
        {
            return [.. list(folder, pattern).OrderByDescending(SortKey, StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();
}
