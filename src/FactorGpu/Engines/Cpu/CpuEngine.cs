using System;
using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Engines.Cpu.Kernels;
using FactorGpu.Engines.Cpu.Lanes;

namespace FactorGpu.Engines.Cpu;

/// <summary>The embedded engine: all factors of a stock-day while its bars are in the first cache, minutes in lanes, blocks of stocks in parallel.</summary>
/// <remarks>
/// <para>Sums run in lanes, bar i in lane i mod 8, in single precision i mod 16, combined in one fixed tree: the same bytes on every hardware, for any number of threads.
/// Everything else is bit by bit what the reference does; in single precision, what it would do with elements rounded to float32.</para>
/// <para>Steps are interpreted, until so many stock-days have come that code for them pays (<see cref="SweepChoice"/>).</para>
/// <para>Keeps plans, code and memory of the last program, so that further days allocate next to nothing. Not for two runs at a time.</para>
/// </remarks>
internal sealed class CpuEngine : IFactorEngine
{
    private readonly int _threads;
    private readonly LaneStrategy _lanes;
    private readonly SweepChoice _sweep;
    private CpuPlans? _plans;
    private ImmutableArray<CpuWorker> _workers = [];
    private nint[] _results = [];

    internal CpuEngine(CpuEngineOptions options)
    {
        _threads = options.Threads == 0 ? Environment.ProcessorCount : options.Threads;
        _lanes = options.Lanes ?? LaneTable.Best;
        _sweep = options.Sweep;
    }

    public void Run(FactorProgram program, DayTensor day, Span<double> values)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length, program.Factors.Length * day.Shape.S);
        Run(program, day, [], values);
    }

    public void RunInto(ProgramPart part, DayTensor day, Span<double> values) => Run(part.Program, day, part.Rows.AsSpan(), values);

    /// <summary>Without rows, factor k has row k.</summary>
    private unsafe void Run(FactorProgram program, DayTensor day, ReadOnlySpan<int> rows, Span<double> values)
    {
        CpuPlans plans = Prepare(program);
        using var bars = new DayRows(day, plans.Fields, program.Precision);
        fixed (double* start = values)
        fixed (nint* results = _results)
        {
            for (int k = 0; k < _results.Length; k++)
            {
                results[k] = (nint)(start + ((long)(rows.IsEmpty ? k : rows[k]) * day.Shape.S));
            }

            nint target = (nint)results;
            CpuBlocks.Run(_threads, day.Shape.S, (worker, first, end) => _workers[worker].Run(day, bars, first, end, (double**)target));
        }

        foreach (CpuWorker worker in _workers)
        {
            worker.Report();
        }
    }

    private CpuPlans Prepare(FactorProgram program)
    {
        if (_plans?.Program != program)
        {
            _plans = new CpuPlans(program, plan => new CpuCode(plan, _lanes, _sweep));
            _workers = [];
            _results = new nint[program.Factors.Length];
        }

        if (_plans.Update() || _workers.IsEmpty)
        {
            CpuKernels kernels = LaneTable.Kernels(_lanes, program.Precision);
            _workers = [.. Enumerable.Range(0, _threads).Select(_ => new CpuWorker(_plans, kernels))];
        }

        return _plans;
    }
}
