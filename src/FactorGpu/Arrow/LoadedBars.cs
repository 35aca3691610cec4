using System.Collections.Immutable;
using FactorGpu.Bars;

namespace FactorGpu.Arrow;

/// <summary>What one call of the bar reader gives: the days of all files together, and a report per file.</summary>
internal sealed class LoadedBars
{
    internal LoadedBars(ImmutableArray<DayTensor> days, ImmutableArray<BarFileReport> files)
    {
        Days = days;
        Files = files;
    }

    /// <summary>Day tensors by ascending date [D]; the stocks of each are sorted by code, ordinal.</summary>
    internal ImmutableArray<DayTensor> Days { get; }

    /// <summary>Reports in the order of the paths.</summary>
    internal ImmutableArray<BarFileReport> Files { get; }
}
