using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using FactorGpu.Errors;

namespace FactorGpu.Arrow;

/// <summary>Turns what a caller names into files: a file stands for itself, a folder for the bar files in it, a pattern for the files that match.</summary>
internal static class BarPaths
{
    private static readonly ImmutableArray<string> s_suffixes = [".csv", ".arrow", ".arrows", ".feather", ".ipc"];

    /// <summary>The files, in the order given; those of a folder or pattern by name (ordinal), without hidden ones.</summary>
    /// <exception cref="BarFormatException">A folder has no bar file, or a pattern matches none.</exception>
    internal static ImmutableArray<string> Expand(IReadOnlyList<string> paths) => [.. paths.SelectMany(Expand)];

    private static IEnumerable<string> Expand(string path)
    {
        try
        {
            if (Directory.Exists(path))
            {
                return InFolder(path);
            }

            return !File.Exists(path) && Path.GetFileName(path).AsSpan().ContainsAny('*', '?') ? Matching(path) : [path];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Throw.FileUnreadable(path, e);
            return [];
        }
    }

    private static string[] InFolder(string folder)
    {
        string[] files = [.. Directory.EnumerateFiles(folder, "*", Search()).Where(IsBarFile).Order(StringComparer.Ordinal)];
        if (files.Length == 0)
        {
            Throw.FolderWithoutBarFiles(folder, string.Join(", ", s_suffixes));
        }

        return files;
    }

    private static string[] Matching(string pattern)
    {
        string? folder = Path.GetDirectoryName(pattern);
        string name = Path.GetFileName(pattern);
        string[] found = string.IsNullOrEmpty(folder)
            ? [.. Directory.EnumerateFiles(".", name, Search()).Select(path => Path.GetFileName(path))]
            : Directory.Exists(folder) ? Directory.GetFiles(folder, name, Search()) : [];
        if (found.Length == 0)
        {
            Throw.PatternWithoutFiles(pattern);
        }

        return [.. found.Order(StringComparer.Ordinal)];
    }

    /// <summary>Hidden files are nobody's bars (macOS leaves a ._day.csv beside day.csv); a folder that cannot be looked into is an error.</summary>
    private static EnumerationOptions Search()
        => new() { MatchType = MatchType.Simple, MatchCasing = MatchCasing.CaseSensitive, IgnoreInaccessible = false };

    private static bool IsBarFile(string path) => s_suffixes.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);
}
