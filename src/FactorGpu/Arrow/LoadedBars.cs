using System;
using System.Collections.Immutable;
using FactorGpu.Bars;

namespace FactorGpu.Arrow;

/// <summary>What one call of the bar reader gives: the days of all files together, and a report per file.</summary>
/// <remarks>Days in the dense layout may stay in files or in record batches of other libraries, which are let go when this is disposed of: after the last use of any day.</remarks>
internal sealed class LoadedBars : IDisposable
{
    private readonly ImmutableArray<DenseBarFile> _denseFiles;

    internal LoadedBars(ImmutableArray<DayTensor> days, ImmutableArray<BarFileReport> files, ImmutableArray<DenseBarFile> denseFiles)
    {
        Days = days;
        Files = files;
        _denseFiles = denseFiles;
    }

    /// <summary>Day tensors by ascending date [D]; the stocks of each are sorted by code, ordinal, but for dense files, which keep their order.</summary>
    internal ImmutableArray<DayTensor> Days { get; }

    /// <summary>Reports in the order of the paths.</summary>
    internal ImmutableArray<BarFileReport> Files { get; }

    public void Dispose()
    {
        foreach (DenseBarFile file in _denseFiles)
        {
            file.Dispose();
        }
    }
}
