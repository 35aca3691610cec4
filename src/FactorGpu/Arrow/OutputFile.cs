using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using FactorGpu.Errors;

namespace FactorGpu.Arrow;

/// <summary>Files that are there whole or not at all; the suffix says the format.</summary>
internal static class OutputFile
{
    /// <summary>Checks that a file can be made in its folder.</summary>
    /// <param name="what">What goes into the file, for the message: "Results".</param>
    /// <param name="path">The path as the caller gave it.</param>
    /// <exception cref="FactorGpuException">The folder is missing.</exception>
    internal static void CheckFolder(string what, string path)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (!Directory.Exists(folder))
        {
            Throw.MissingFolder(what, path, folder);
        }
    }

    /// <summary>The format that goes with the suffix of a path, in any case.</summary>
    /// <param name="what">What goes into the file, for the message.</param>
    /// <param name="path">The path as the caller gave it.</param>
    /// <param name="formats">The known suffixes.</param>
    /// <exception cref="FactorGpuException">The suffix is not known; the message lists those that are.</exception>
    internal static TFormat FormatOf<TFormat>(string what, string path, ImmutableArray<(string Suffix, TFormat Format)> formats)
    {
        string suffix = Path.GetExtension(path);
        foreach ((string known, TFormat format) in formats)
        {
            if (known.Equals(suffix, StringComparison.OrdinalIgnoreCase))
            {
                return format;
            }
        }

        Throw.UnknownSuffix(what, path, suffix, string.Join(", ", formats.Select(format => format.Suffix)));
        return default;
    }

    /// <summary>Writes a file beside its place and moves it there when it is complete.</summary>
    /// <param name="what">What goes into the file, for the message.</param>
    /// <param name="path">The path as the caller gave it; an existing file is replaced.</param>
    /// <param name="write">Writes the content.</param>
    /// <param name="cancellation">Looked at by each write to the stream, and before the file takes its place.</param>
    /// <exception cref="FactorGpuException">The file cannot be written.</exception>
    /// <exception cref="OperationCanceledException">Cancellation was asked for; nothing is left, and a file that was there before stays.</exception>
    internal static void Write(string what, string path, Action<Stream> write, CancellationToken cancellation)
    {
        string partial = $"{path}.{Guid.NewGuid():N}.partial";
        try
        {
            using (FileStream output = new(partial, FileMode.CreateNew, FileAccess.Write))
            {
                write(new CancellableStream(output, cancellation));
            }

            cancellation.ThrowIfCancellationRequested();
            File.Move(partial, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Throw.CannotWrite(what, path, e);
        }
        finally
        {
            if (File.Exists(partial))
            {
                File.Delete(partial);
            }
        }
    }
}
