using System;
using System.IO;
using System.Linq;
using FactorGpu.Errors;

namespace FactorGpu.Cli;

/// <summary>Files that the tool writes itself: there whole or not at all.</summary>
internal static class WholeFile
{
    /// <summary>Checks that a path has a folder to be written to; ask before the work, not after.</summary>
    internal static void CheckPath(string path)
    {
        if (path.Length == 0)
        {
            throw new FactorGpuException("A file was asked for, and its path is empty. Give it a path, or leave its option out.");
        }

        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (!Directory.Exists(folder))
        {
            throw new FactorGpuException($"A file was asked for in {path}, and there is no folder {folder}. Make the folder or choose another path.");
        }
    }

    /// <summary>Checks the files that a command is going to write beside one input; ask before the work. Null is no file.</summary>
    internal static void CheckOutputs(string?[] outputs, string input)
    {
        string[] paths = [.. outputs.OfType<string>()];
        for (int i = 0; i < paths.Length; i++)
        {
            CheckPath(paths[i]);
            CheckApart(paths[i], paths.Skip(i + 1).FirstOrDefault());
            CheckNotRead(paths[i], input);
        }
    }

    /// <summary>Refuses to write over a file that was read; ask before writing. Null is no file.</summary>
    internal static void CheckNotRead(string? path, MinuteBars bars)
    {
        if (path is not null && bars.Files.FirstOrDefault(file => IsSame(file.Path, path)) is { } file)
        {
            CheckNotRead(path, file.Path);
        }
    }

    /// <summary>Refuses to write two files to one path; ask before the work, not after. Null is no file.</summary>
    internal static void CheckApart(string path, string? other)
    {
        if (other is not null && IsSame(path, other))
        {
            throw new FactorGpuException($"Two outputs were asked for in {path}, and the second would replace the first. Choose another path for one.");
        }
    }

    /// <summary>Writes a file beside its place and moves it there when it is whole.</summary>
    internal static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        string partial = $"{path}.{Guid.NewGuid():N}.partial";
        try
        {
            File.WriteAllBytes(partial, bytes);
            File.Move(partial, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FactorGpuException($"{path} cannot be written: {e.Message} Nothing was written; choose another path or free this one.", e);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private static void CheckNotRead(string path, string input)
    {
        if (IsSame(path, input))
        {
            throw new FactorGpuException($"Output was asked for in {path}, which is one of the bar files read, and would be lost. Choose another path.");
        }
    }

    private static bool IsSame(string path, string other) => Path.GetFullPath(path) == Path.GetFullPath(other);
}
