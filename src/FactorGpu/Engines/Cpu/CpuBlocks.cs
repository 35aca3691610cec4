using System;
using System.Runtime.ExceptionServices;
using System.Threading;
using System.Threading.Tasks;

namespace FactorGpu.Engines.Cpu;

/// <summary>One run over the stocks of a day: workers take blocks of neighbouring stocks from a counter until none is left.</summary>
internal sealed class CpuBlocks
{
    /// <summary>Stocks of a block: a multiple of what shares a cache line of the results.</summary>
    internal const int BlockLength = 16;

    private readonly int _stocks;
    private readonly Action<int, int, int> _compute;
    private int _next;
    private ExceptionDispatchInfo? _fault;

    private CpuBlocks(int stocks, Action<int, int, int> compute)
    {
        _stocks = stocks;
        _compute = compute;
    }

    /// <summary>Computes all stocks; the caller's thread is worker 0. What a worker throws first reaches the caller as it is, when all have ended.</summary>
    /// <param name="threads">Number of workers.</param>
    /// <param name="stocks">Number of stocks S.</param>
    /// <param name="compute">Computes a block: worker, first stock, stock behind the last. Each worker has one block at a time.</param>
    internal static void Run(int threads, int stocks, Action<int, int, int> compute)
    {
        var blocks = new CpuBlocks(stocks, compute);
        var others = new Task[threads - 1];
        for (int i = 0; i < others.Length; i++)
        {
            int worker = i + 1;
            others[i] = Task.Run(() => blocks.Drain(worker));
        }

        blocks.Drain(0);
        Task.WaitAll(others);
        blocks._fault?.Throw();
    }

    private void Drain(int worker)
    {
        try
        {
            for (int first = Take(); first < _stocks; first = Take())
            {
                _compute(worker, first, Math.Min(first + BlockLength, _stocks));
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
