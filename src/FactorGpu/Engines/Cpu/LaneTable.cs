using System;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.Intrinsics;
using FactorGpu.Bars;
using FactorGpu.Engines.Cpu.Kernels;
using FactorGpu.Engines.Cpu.Lanes;

namespace FactorGpu.Engines.Cpu;

/// <summary>The ways to lay out lanes, best first: the wider the vectors, the fewer instructions, at equal bits (measured in benchmarks/results/cpu-engine.md).</summary>
internal static class LaneTable
{
    private static readonly ImmutableArray<Row> s_rows =
    [
        // Where 512 bits are there but slow, the runtime says that they are not accelerated.
        new(
            LaneStrategy.Vector512, () => Vector512.IsHardwareAccelerated,
            KernelTable<Lanes512<double>, double, Lanes512<double>>.Make, KernelTable<Lanes512<float>, float, Lanes512<double>>.Make),
        new(
            LaneStrategy.Vector256, () => Vector256.IsHardwareAccelerated,
            KernelTable<Lanes256<double>, double, Lanes256<double>>.Make, KernelTable<Lanes256<float>, float, Lanes256<double>>.Make),
        new(
            LaneStrategy.Vector128, () => Vector128.IsHardwareAccelerated,
            KernelTable<Lanes128<double>, double, Lanes128<double>>.Make, KernelTable<Lanes128<float>, float, Lanes128<double>>.Make),
        new(
            LaneStrategy.Scalar, () => true,
            KernelTable<LanesScalar<double>, double, LanesScalar<double>>.Make, KernelTable<LanesScalar<float>, float, LanesScalar<double>>.Make),
    ];

    /// <summary>The best strategy that this hardware speeds up.</summary>
    internal static LaneStrategy Best => s_rows.First(row => row.IsAccelerated()).Strategy;

    /// <summary>The kernels of a strategy. All strategies run on all hardware, where need be slowly.</summary>
    internal static CpuKernels Kernels(LaneStrategy strategy, Precision precision)
    {
        Row row = s_rows.Single(row => row.Strategy == strategy);
        return precision == Precision.Single ? row.MakeSingle() : row.MakeDouble();
    }

    private sealed record Row(
        LaneStrategy Strategy, Func<bool> IsAccelerated, Func<CpuKernels> MakeDouble, Func<CpuKernels> MakeSingle);
}
