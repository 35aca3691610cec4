using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using FactorGpu.Arrow;
using FactorGpu.Arrow.Ipc;
using FactorGpu.Errors;

namespace FactorGpu.Results;

/// <summary>Files of factor tables: the suffix says the format, and a file is there whole or not at all.</summary>
public static class FactorTableFile
{
    private const string What = "Results";

    private static readonly ImmutableArray<(string Suffix, Action<FactorTable, Stream> Write)> s_formats =
        [(".csv", FactorTableCsv.Write), .. ArrowSuffixes.All.Select(known => (known.Suffix, ArrowIn(known.Container)))];

    /// <summary>Checks that a path has a suffix that can be written and a folder to be written to; ask before the work, not after.</summary>
    /// <param name="path">Path ending in .csv, in .arrow, .feather or .ipc (Arrow IPC file) or in .arrows (Arrow IPC stream).</param>
    /// <exception cref="FactorGpuException">The suffix is not known, and the message lists those that are; or the folder is missing.</exception>
    public static void CheckPath(string path)
    {
        FormatOf(path);
        OutputFile.CheckFolder(What, path);
    }

    internal static void Write(FactorTable table, string path, CancellationToken cancellation)
    {
        Action<FactorTable, Stream> write = FormatOf(path);
        OutputFile.Write(What, path, output => write(table, output), cancellation);
    }

    private static Action<FactorTable, Stream> FormatOf(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return OutputFile.FormatOf(What, path, s_formats);
    }

    private static Action<FactorTable, Stream> ArrowIn(ArrowContainer container) => (table, output) => FactorTableArrow.Write(table, output, container);
}
