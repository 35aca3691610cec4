using System;
using System.Buffers;
using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Engines.Cpu.Plans;
using FactorGpu.Engines.Cpu.Sweeps;

namespace FactorGpu.Engines.Cpu;

/// <summary>The embedded engine: all factors of a stock-day while its bars are in the first cache, minutes in lanes, blocks of stocks in parallel.</summary>
/// <remarks>
/// <para>Sums run in 8 lanes, bar i in lane i mod 8, combined in one fixed tree: the same bytes on every hardware, for any number of threads.
/// Everything else is bit by bit what the reference does.</para>
/// <para>Keeps plans and memory of the last program, so that further days allocate next to nothing. Not for two runs at a time.</para>
/// </remarks>
internal sealed class CpuEngine : IFactorEngine
{
    private readonly int _threads;
    private readonly CpuEngineOptions _options;
    private readonly ImmutableDictionary<CpuOp, nint> _kernels;
    private CpuPlans? _plans;
    private ImmutableArray<CpuWorker> _workers = [];

    internal CpuEngine(CpuEngineOptions options)
    {
        _threads = options.Threads == 0 ? Environment.ProcessorCount : options.Threads;
        _options = options;
        _kernels = LaneTable.Kernels(options.Lanes ?? LaneTable.Best);
    }

    public unsafe void Run(FactorProgram program, DayTensor day, Span<double> values)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length, program.Factors.Length * day.Shape.S);
        CpuPlans plans = Prepare(program);
        MemoryHandle[] pins = [.. plans.Fields.Select(field => day.FieldMemory(field).Pin())];
        try
        {
            ImmutableArray<nint> fields = Places(plans.Fields, pins);
            fixed (double* start = values)
            {
                nint target = (nint)start;
                CpuBlocks.Run(_threads, day.Shape.S, (worker, first, end) => _workers[worker].Run(day, fields, first, end, (double*)target));
            }
        }
        finally
        {
            Array.ForEach(pins, pin => pin.Dispose());
        }
    }

    /// <summary>Where each field [F] lies; 0 for those that are not read.</summary>
    private static unsafe ImmutableArray<nint> Places(ImmutableArray<BarField> fields, MemoryHandle[] pins)
    {
        nint[] places = new nint[BarFields.Count];
        for (int i = 0; i < pins.Length; i++)
        {
            places[(int)fields[i]] = (nint)pins[i].Pointer;
        }

        return [.. places];
    }

    private CpuPlans Prepare(FactorProgram program)
    {
        if (_plans?.Program != program)
        {
            _plans = new CpuPlans(program);
            if (_options.IsCompiled)
            {
                SweepVector vector = SweepVector.Of(_options.Lanes ?? LaneTable.Best)!;
                SweepCalls calls = LaneTable.Calls(_options.Lanes ?? LaneTable.Best);
                SweepProgram general = SweepProgram.Make(_plans.General, vector, calls);
                SweepProgram? merged = _plans.Merged is null ? null : SweepProgram.Make(_plans.Merged, vector, calls);
                _workers = [.. Enumerable.Range(0, _threads).Select(_ => new CpuWorker(_plans, general, merged))];
                return _plans;
            }

            _workers = [.. Enumerable.Range(0, _threads).Select(_ => new CpuWorker(_plans, _kernels))];
        }

        return _plans;
    }
}
