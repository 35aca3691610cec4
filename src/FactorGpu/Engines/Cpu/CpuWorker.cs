using System;
using FactorGpu.Bars;
using FactorGpu.Engines.Cpu.Kernels;
using FactorGpu.Engines.Cpu.Sweeps;

namespace FactorGpu.Engines.Cpu;

/// <summary>What one thread needs to run a program.</summary>
internal sealed unsafe class CpuWorker
{
    private readonly CpuPlans _plans;
    private readonly CpuKernels _kernels;
    private readonly IStockDayMachine? _merged;
    private readonly long _rowBytes;
    private readonly int _fields;
    private IStockDayMachine? _general;
    private PinnedArray<byte>? _block;
    private long _generalCount;
    private long _mergedCount;

    internal CpuWorker(CpuPlans plans, CpuKernels kernels)
    {
        _plans = plans;
        _kernels = kernels;
        _merged = plans.Merged is null ? null : Machine(plans.Merged, kernels);
        _rowBytes = (long)BarAxis.SlotCount * (plans.Merged ?? plans.General).Plan.ElementBytes;
        _fields = plans.Fields.Length;
    }

    /// <summary>Computes the stocks first..end-1 of a day.</summary>
    /// <param name="day">The day.</param>
    /// <param name="rows">The rows of the fields that the program reads, in the precision of the plans.</param>
    /// <param name="first">First stock.</param>
    /// <param name="end">Stock behind the last.</param>
    /// <param name="results">Row [S] of each factor [K] of the result, pinned.</param>
    internal void Run(DayTensor day, DayRows rows, int first, int end, double** results)
    {
        void** places = stackalloc void*[BarFields.Count];
        if (rows.AreStored)
        {
            _block ??= new PinnedArray<byte>(_fields * CpuBlocks.BlockLength * (int)_rowBytes);
        }

        rows.Load(first, end - first, new Span<nint>(places, BarFields.Count), _block is null ? null : _block.Start);
        for (int s = first; s < end; s++)
        {
            MachineFor(day, s).Run(day, s, places, results);
            for (int f = 0; f < BarFields.Count; f++)
            {
                places[f] = places[f] is null ? null : (byte*)places[f] + _rowBytes;
            }
        }
    }

    /// <summary>Tells how many stock-days each plan has had since it was last asked.</summary>
    internal void Report()
    {
        if (_generalCount > 0)
        {
            _plans.General.Add(_generalCount);
        }

        _plans.Merged?.Add(_mergedCount);
        _generalCount = 0;
        _mergedCount = 0;
    }

    /// <summary>Sequences that differ in what they require have the same bars where every valid bar has all of it, and are then computed as one.</summary>
    private IStockDayMachine MachineFor(DayTensor day, int s)
    {
        if (_merged is not null && day.ValidBars(s, _plans.Requirements) == day.ValidBars(s, BarRequirements.None))
        {
            _mergedCount++;
            return _merged;
        }

        _generalCount++;
        return _general ??= Machine(_plans.General, _kernels);
    }

    private static IStockDayMachine Machine(CpuCode code, CpuKernels kernels)
        => code.Program is null ? new StockDayMachine(code.Plan, kernels) : new SweepMachine(code.Program);
}
