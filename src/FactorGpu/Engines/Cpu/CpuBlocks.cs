using System;
using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using System.Threading;
using System.Threading.Tasks;
using FactorGpu.Bars;

namespace FactorGpu.Engines.Cpu;

/// <summary>One run over the stocks of a day: workers take blocks of neighbouring stocks from a counter until none is left. Who computes a stock changes nothing in its values.</summary>
internal sealed unsafe class CpuBlocks
{
    /// <summary>Stocks of a block: a multiple of what shares a cache line of the results.</summary>
    internal const int BlockLength = 16;

    private readonly DayTensor _day;
    private readonly ImmutableArray<nint> _fields;
    private readonly double* _values;
    private int _next;
    private ExceptionDispatchInfo? _fault;

    private CpuBlocks(DayTensor day, ImmutableArray<nint> fields, double* values)
    {
        _day = day;
        _fields = fields;
        _values = values;
    }

    /// <summary>Computes all stocks of a day; the caller's thread is the first worker's. What a worker throws reaches the caller as it is.</summary>
    /// <param name="workers">One for each thread.</param>
    /// <param name="day">The day.</param>
    /// <param name="fields">Field [S, T] of each field [F], pinned; null for fields that the program does not read.</param>
    /// <param name="values">Result [K, S], pinned.</param>
    internal static void Run(ImmutableArray<CpuWorker> workers, DayTensor day, ImmutableArray<nint> fields, double* values)
    {
        var blocks = new CpuBlocks(day, fields, values);
        var others = new Task[workers.Length - 1];
        for (int i = 0; i < others.Length; i++)
        {
            CpuWorker worker = workers[i + 1];
            others[i] = Task.Run(() => blocks.Drain(worker));
        }

        blocks.Drain(workers[0]);
        Task.WaitAll(others);
        blocks._fault?.Throw();
    }

    private void Drain(CpuWorker worker)
    {
        int S = _day.Shape.S;
        try
        {
            for (int first = Take(); first < S; first = Take())
            {
                worker.Run(_day, _fields, first, Math.Min(first + BlockLength, S), _values);
            }
        }
#pragma warning disable CA1031 // Whatever a worker throws is thrown again on the caller's thread.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Interlocked.CompareExchange(ref _fault, ExceptionDispatchInfo.Capture(e), null);
        }
    }

    private int Take() => Volatile.Read(ref _fault) is null ? Interlocked.Add(ref _next, BlockLength) - BlockLength : int.MaxValue;
}
