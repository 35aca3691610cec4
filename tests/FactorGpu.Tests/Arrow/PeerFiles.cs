using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using FactorGpu.Arrow;
using FactorGpu.Arrow.Ipc;
using FactorGpu.Bars;
using FactorGpu.Results;

namespace FactorGpu.Tests.Arrow;

/// <summary>Files of every kind that is written, read by each other library in one run of node, since starting it takes longest.</summary>
public sealed class PeerFiles : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Dictionary<string, Dictionary<string, PeerTable>> _tables = [];

    internal ImmutableArray<DayTensor> Days { get; } = [.. WrittenDays.Sample().Select(day => DayBuilder.Pick(day, 3, 0, 11, 7, 20))];

    internal FactorTable Factors { get; } = WrittenDays.Factors();

    public void Dispose() => _folder.Dispose();

    /// <summary>A file as a library reads it.</summary>
    /// <param name="library">apache-arrow or polars.</param>
    /// <param name="name">File name; see <see cref="BarFileName"/> and <see cref="FactorFileName"/>.</param>
    internal PeerTable Read(string library, string name)
    {
        string peers = Requirement.Peers();
        Requirement.Codecs();
        if (!_tables.TryGetValue(library, out Dictionary<string, PeerTable>? tables))
        {
            ImmutableArray<string> paths = Write(library == "polars" ? Enum.GetValues<ArrowCompression>() : [ArrowCompression.None]);
            tables = PeerRun.Read(peers, library, paths);
            _tables.Add(library, tables);
        }

        return tables[Path.Combine(_folder.Path, name)];
    }

    internal static string BarFileName(BarLayout layout, ArrowCompression compression, string suffix, Precision precision = Precision.Double) => $"{layout}_{precision}_{compression}{suffix}";

    internal static string FactorFileName(string suffix) => $"factors{suffix}";

    private ImmutableArray<string> Write(IEnumerable<ArrowCompression> compressions)
    {
        var paths = ImmutableArray.CreateBuilder<string>();
        foreach ((string suffix, ArrowContainer container) in ((string, ArrowContainer)[])[(".arrow", ArrowContainer.File), (".arrows", ArrowContainer.Stream)])
        {
            foreach (BarWriteOptions options in
                from kind in ((BarLayout Layout, Precision Precision)[])[(BarLayout.Long, Precision.Double), (BarLayout.Dense, Precision.Double), (BarLayout.Dense, Precision.Single)]
                from compression in compressions
                select new BarWriteOptions { Layout = kind.Layout, Precision = kind.Precision, Compression = compression })
            {
                paths.Add(Path.Combine(_folder.Path, BarFileName(options.Layout, options.Compression, suffix, options.Precision)));
                MinuteBars.Of(Days).Save(paths[^1], options);
            }

            paths.Add(Path.Combine(_folder.Path, FactorFileName(suffix)));
            using FileStream output = File.Create(paths[^1]);
            FactorTableArrow.Write(Factors, output, container, batchRows: 10);
        }

        return paths.ToImmutable();
    }
}
