using System.Collections.Immutable;
using FactorGpu.Bars;

namespace FactorGpu.Engines.Gpu;

/// <summary>How a program becomes kernels: what they read and write, and what each of them does. An immutable description that writers print.</summary>
/// <remarks>
/// <para>All kernels of a program take the same arguments: <c>bars</c> [F', S, T], <c>masks</c> [M, S, 4] of 64 bits, <c>day_values</c> [V, S],
/// <c>scratch</c> [X, S], <c>values</c> [K, S], and S. Numbers are in the program's precision. One work-group computes one stock-day; the group's number is the stock's.</para>
/// </remarks>
internal sealed record KernelPlan
{
    /// <summary>Type of the numbers in all buffers.</summary>
    public required Precision Precision { get; init; }

    /// <summary>Work-items W of a group: 32, 64, 128 or 256, each owning 256 / W consecutive slots.</summary>
    public required int WorkItems { get; init; }

    /// <summary>The fields in <c>bars</c>, F' of them, in tensor order.</summary>
    public required ImmutableArray<BarField> Fields { get; init; }

    /// <summary>What the bars of each bitmap in <c>masks</c> must have, M of them.</summary>
    public required ImmutableArray<BarRequirements> Masks { get; init; }

    /// <summary>The values of the day in <c>day_values</c>, V of them; in single precision counts of ticks, followed by the tick itself as the last row.</summary>
    public required ImmutableArray<BarField> DayValues { get; init; }

    /// <summary>Scalars X of a stock-day that one kernel leaves for a later one.</summary>
    public required int ScratchCount { get; init; }

    /// <summary>Factors K.</summary>
    public required int FactorCount { get; init; }
}
