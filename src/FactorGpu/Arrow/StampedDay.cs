using System;
using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Bars;

namespace FactorGpu.Arrow;

/// <summary>Bars to be written, and the stamp that each slot gets.</summary>
/// <param name="Day">Day tensor [F, S, T].</param>
/// <param name="Stamps">Start of the bar by slot, [T].</param>
internal readonly record struct StampedDay(DayTensor Day, ImmutableArray<TimeOnly> Stamps)
{
    /// <summary>The stamps of the canonical axis, [T].</summary>
    internal static ImmutableArray<TimeOnly> Canonical { get; } = [.. Enumerable.Range(0, BarAxis.SlotCount).Select(BarAxis.StartOf)];
}
