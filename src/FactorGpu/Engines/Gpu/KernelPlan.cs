using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Engines.Gpu.Plans;

namespace FactorGpu.Engines.Gpu;

/// <summary>How a program becomes kernels: what they read and write, and what each of them does. An immutable description that writers print.</summary>
/// <remarks>
/// <para>All kernels of a program take the same arguments: <c>bars</c> [F', S, T], <c>masks</c> [M, S, 4] of 64 bits, <c>day_values</c> [V, S],
/// <c>scratch</c> [X, S], <c>values</c> [K, S], and S. Numbers are in the program's precision, those of <c>scratch</c> in that of scalars.
/// One work-group computes one stock-day; the group's number is the stock's.</para>
/// <para>Kernels run in order: a later one reads what an earlier one left in <c>scratch</c>.</para>
/// </remarks>
internal sealed record KernelPlan
{
    /// <summary>What lies in <c>bars</c>, <c>masks</c> and <c>day_values</c>; more than the program reads where that is uploaded for many programs.</summary>
    public required KernelInputs Inputs { get; init; }

    /// <summary>Type of the numbers in all buffers but <c>scratch</c>, and of arithmetic on elements.</summary>
    public Precision Precision => Inputs.Precision;

    /// <summary>Type of scalars, and of what reductions accumulate.</summary>
    public required Precision ScalarPrecision { get; init; }

    /// <summary>Work-items W of a group: 32, 64, 128 or 256. Item j has the bars j, j + W, j + 2W, ... of each sequence.</summary>
    public required int WorkItems { get; init; }

    /// <summary>The program that is planned.</summary>
    public required KernelGraph Graph { get; init; }

    /// <summary>The kernels, in the order in which they run.</summary>
    public required ImmutableArray<PlannedKernel> Kernels { get; init; }

    /// <summary>Names of the kernels, in their order.</summary>
    public ImmutableArray<string> KernelNames => [.. Kernels.Select(kernel => kernel.Name)];

    /// <summary>The fields in <c>bars</c>, F' of them, in tensor order.</summary>
    public ImmutableArray<BarField> Fields => Inputs.Fields;

    /// <summary>What the bars of each bitmap in <c>masks</c> must have, M of them.</summary>
    public ImmutableArray<BarRequirements> Masks => Inputs.Masks;

    /// <summary>The values of the day in <c>day_values</c>, V of them; in single precision counts of ticks, followed by the tick itself as the last row.</summary>
    public ImmutableArray<BarField> DayValues => Inputs.DayValues;

    /// <summary>True when <c>day_values</c> ends with the ticks of the stocks.</summary>
    public bool HasTick => Inputs.HasTick;

    /// <summary>The reductions of a stock-day that one kernel leaves for a later one, X of them.</summary>
    public required ImmutableArray<Reduction> Scratch { get; init; }

    /// <summary>Factors K.</summary>
    public required int FactorCount { get; init; }

    /// <summary>The plan as lines: what the kernels take, then each kernel with its steps; nodes by their numbers in the program's text.</summary>
    public override string ToString() => KernelPlanPrinter.Print(this);
}
