using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using FactorGpu.Arrow;
using FactorGpu.Errors;

namespace FactorGpu.Results;

/// <summary>Files of factor tables: the suffix says the format, and a file is there whole or not at all.</summary>
public static class FactorTableFile
{
    private static readonly FrozenDictionary<string, Action<FactorTable, Stream>> s_formats =
        new Dictionary<string, Action<FactorTable, Stream>>
        {
            [".csv"] = FactorTableCsv.Write,
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Checks that a path has a suffix that can be written and a folder to be written to; ask before the work, not after.</summary>
    /// <exception cref="FactorGpuException">The suffix is not known, and the message lists those that are; or the folder is missing.</exception>
    public static void CheckPath(string path)
    {
        FormatOf(path);
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (!Directory.Exists(folder))
        {
            Throw.MissingFolder(path, folder);
        }
    }

    internal static void Write(FactorTable table, string path, CancellationToken cancellation)
    {
        Action<FactorTable, Stream> write = FormatOf(path);
        string partial = $"{path}.{Guid.NewGuid():N}.partial";
        try
        {
            using (FileStream output = new(partial, FileMode.CreateNew, FileAccess.Write))
            {
                write(table, new CancellableStream(output, cancellation));
            }

            cancellation.ThrowIfCancellationRequested();
            File.Move(partial, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Throw.CannotWrite(path, e);
        }
        finally
        {
            if (File.Exists(partial))
            {
                File.Delete(partial);
            }
        }
    }

    private static Action<FactorTable, Stream> FormatOf(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        string suffix = Path.GetExtension(path);
        if (!s_formats.TryGetValue(suffix, out Action<FactorTable, Stream>? write))
        {
            Throw.UnknownSuffix(path, suffix, string.Join(", ", s_formats.Keys));
        }

        return write;
    }
}
