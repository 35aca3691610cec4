using System.Collections.Immutable;
using FactorGpu.Bars;
using FactorGpu.Engines.Cpu.Plans;
using FactorGpu.Engines.Cpu.Sweeps;

namespace FactorGpu.Engines.Cpu;

/// <summary>What one thread needs to run a program.</summary>
internal sealed unsafe class CpuWorker
{
    private readonly IStockDayMachine _general;
    private readonly IStockDayMachine? _merged;
    private readonly BarRequirements _requirements;

    internal CpuWorker(CpuPlans plans, SweepProgram general, SweepProgram? merged)
    {
        _general = new SweepMachine(general);
        _merged = merged is null ? null : new SweepMachine(merged);
        _requirements = plans.Requirements;
    }

    internal CpuWorker(CpuPlans plans, ImmutableDictionary<CpuOp, nint> kernels)
    {
        _general = new StockDayMachine(plans.General, kernels);
        _merged = plans.Merged is null ? null : new StockDayMachine(plans.Merged, kernels);
        _requirements = plans.Requirements;
    }

    /// <summary>Computes the stocks first..end-1 of a day.</summary>
    /// <param name="day">The day.</param>
    /// <param name="fields">Field [S, T] of each field [F], pinned; null for fields that the program does not read.</param>
    /// <param name="first">First stock.</param>
    /// <param name="end">Stock behind the last.</param>
    /// <param name="values">Result [K, S], pinned.</param>
    internal void Run(DayTensor day, ImmutableArray<nint> fields, int first, int end, double* values)
    {
        double** rows = stackalloc double*[fields.Length];
        for (int s = first; s < end; s++)
        {
            for (int f = 0; f < fields.Length; f++)
            {
                rows[f] = fields[f] == 0 ? null : (double*)fields[f] + ((long)s * BarAxis.SlotCount);
            }

            MachineFor(day, s).Run(day, s, rows, values);
        }
    }

    /// <summary>Sequences that differ in what they require have the same bars where every valid bar has all of it, and are then computed as one.</summary>
    private IStockDayMachine MachineFor(DayTensor day, int s)
        => _merged is not null && day.ValidBars(s, _requirements) == day.ValidBars(s, BarRequirements.None) ? _merged : _general;
}
