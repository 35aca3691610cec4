using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;

namespace FactorGpu.Tests.Architecture;

/// <summary>A file of the checkout, or a made-up one.</summary>
/// <param name="Path">From the root of the checkout, with forward slashes.</param>
/// <param name="Text">Its whole text.</param>
internal readonly record struct SourceFile(string Path, string Text)
{
    /// <summary>The stem of the file: its name before the first dot.</summary>
    internal string Stem => System.IO.Path.GetFileName(Path).Split('.')[0];

    /// <summary>The folder of the file from a project's folder, <c>""</c> for a file at its top.</summary>
    internal string FolderIn(string project) => System.IO.Path.GetDirectoryName(Path[(project.Length + 1)..])!.Replace('\\', '/');

    /// <summary>The files with an extension in a folder of the checkout and below, build output left out, in ordinal order; none when the folder does not exist.</summary>
    /// <param name="folder">From the root of the checkout.</param>
    /// <param name="extension">With its dot.</param>
    internal static ImmutableArray<SourceFile> In(string folder, string extension = ".cs")
    {
        string root = Repository.PathOf(folder);
        if (!Directory.Exists(root))
        {
            return [];
        }

        return
        [
            .. Directory.EnumerateFiles(root, "*" + extension, SearchOption.AllDirectories)
                .Select(full => System.IO.Path.GetRelativePath(Repository.Root, full).Replace('\\', '/'))
                .Where(path => !IsBuildOutput(path))
                .Order(StringComparer.Ordinal)
                .Select(path => new SourceFile(path, File.ReadAllText(Repository.PathOf(path)))),
        ];
    }

    private static bool IsBuildOutput(string path) => path.Contains("/bin/", StringComparison.Ordinal) || path.Contains("/obj/", StringComparison.Ordinal);
}
