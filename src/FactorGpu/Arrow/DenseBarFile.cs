using System;
using System.Collections.Immutable;
using FactorGpu.Arrow.Ipc;
using FactorGpu.Bars;

namespace FactorGpu.Arrow;

/// <summary>The days of one file in the dense layout. Their values may stay in it: dispose of it after the last use of any day.</summary>
/// <param name="days">The days, in file order.</param>
/// <param name="report">What the file held.</param>
/// <param name="file">The file, disposed of with this.</param>
internal sealed class DenseBarFile(ImmutableArray<DayTensor> days, BarFileReport report, ArrowFile file) : IDisposable
{
    internal ImmutableArray<DayTensor> Days { get; } = days;

    internal BarFileReport Report { get; } = report;

    public void Dispose() => file.Dispose();
}
