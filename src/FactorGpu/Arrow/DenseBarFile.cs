using System;
using System.Collections.Immutable;
using FactorGpu.Bars;

namespace FactorGpu.Arrow;

/// <summary>The days of one file in the dense layout. Their values may stay in the file, or in the memory of who made a stream: dispose of it after the last use of any day.</summary>
/// <param name="days">The days, in file order.</param>
/// <param name="report">What the file held.</param>
/// <param name="kept">What keeps that file or memory; null when no value is used where it lies.</param>
internal sealed class DenseBarFile(ImmutableArray<DayTensor> days, BarFileReport report, IDisposable? kept) : IDisposable
{
    internal ImmutableArray<DayTensor> Days { get; } = days;

    internal BarFileReport Report { get; } = report;

    public void Dispose() => kept?.Dispose();
}
