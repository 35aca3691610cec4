using System;
using System.IO;
using FactorGpu.Errors;

namespace FactorGpu.Cli;

/// <summary>Files that the tool writes itself: there whole or not at all.</summary>
internal static class WholeFile
{
    /// <summary>Checks that a path has a folder to be written to; ask before the work, not after.</summary>
    internal static void CheckPath(string path)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (!Directory.Exists(folder))
        {
            throw new FactorGpuException($"A file was asked for in {path}, and there is no folder {folder}. Make the folder or choose another path.");
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
}
