using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using FactorGpu.Arrow.Ipc;
using FactorGpu.Arrow.Ipc.Compression.Native;
using FactorGpu.Bars;
using FactorGpu.Errors;

namespace FactorGpu.Arrow;

/// <summary>Bar files that are written: the suffix says the format, and a file is there whole or not at all.</summary>
public static class BarFile
{
    private const string What = "Bars";

    /// <summary>The suffixes; null is CSV.</summary>
    private static readonly ImmutableArray<(string Suffix, ArrowContainer? Container)> s_formats =
        [.. ArrowSuffixes.All.Select(known => (known.Suffix, (ArrowContainer?)known.Container)), (".csv", null)];

    /// <summary>Checks that bars can be written to a path: a known suffix, a layout and a codec that go with it, the codec's library, a folder; ask before the work, not after.</summary>
    /// <param name="path">Path ending in .arrow, .feather or .ipc (Arrow IPC file), .arrows (Arrow IPC stream) or .csv.</param>
    /// <param name="options">How to write; null for the defaults.</param>
    /// <exception cref="FactorGpuException">They cannot, and the message says why.</exception>
    public static void CheckPath(string path, BarWriteOptions? options = null)
    {
        options ??= new BarWriteOptions();
        FormatOf(path, options);
        OutputFile.CheckFolder(What, path);
        if (options.Compression == ArrowCompression.Zstd)
        {
            ZstdLibrary.Installed.DemandToWrite();
        }
    }

    internal static void Write(ImmutableArray<DayTensor> days, string path, BarWriteOptions options, CancellationToken cancellation)
    {
        ArrowContainer? container = FormatOf(path, options);
        OutputFile.Write(What, path, output =>
        {
            if (container is not { } arrow)
            {
                LongBarsCsv.Write(days, output, options);
            }
            else if (options.Layout == BarLayout.Dense)
            {
                DenseBarsArrow.Write(days, output, arrow, options);
            }
            else
            {
                LongBarsArrow.Write(days, output, arrow, options);
            }
        }, cancellation);
    }

    private static ArrowContainer? FormatOf(string path, BarWriteOptions options)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArrowContainer? container = OutputFile.FormatOf(What, path, s_formats);
        if (container is null && options.Layout == BarLayout.Dense)
        {
            Throw.CsvIsLong(path);
        }

        if (options.Layout == BarLayout.Long && options.Precision == Precision.Single)
        {
            Throw.SingleIsDense(path);
        }

        if (container is null && options.Compression != ArrowCompression.None)
        {
            Throw.CsvIsNotCompressed(path, options.Compression.ToString().ToLowerInvariant());
        }

        if (options.Layout == BarLayout.Dense && options.Faults != BarFaults.None)
        {
            Throw.FaultsAreRows(path, options.Faults.ToString());
        }

        return container;
    }
}
