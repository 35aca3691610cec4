using System;
using System.Runtime.ExceptionServices;
using System.Threading;
using System.Threading.Tasks;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Engines.Reference;

namespace FactorGpu.Verification;

/// <summary>The reference values of a day, block of stocks by block of stocks, on all cores. The reference itself stays one loop on one thread.</summary>
internal static class ReferenceBlocks
{
    private const int BlockStocks = 16;

    /// <summary>Computes all factors of a program for all stocks of a day.</summary>
    /// <param name="program">The program, K factors.</param>
    /// <param name="day">Day tensor [F, S, T].</param>
    /// <param name="values">Result [K, S].</param>
    /// <param name="onStocks">Told how many stocks a block had when it is done; never twice at the same time.</param>
    /// <param name="cancellation">Looked at before each block.</param>
    internal static void Run(FactorProgram program, DayTensor day, double[] values, Action<int> onStocks, CancellationToken cancellation)
    {
        int S = day.Shape.S;
        int blocks = (S + BlockStocks - 1) / BlockStocks;
        var gate = new Lock();
        try
        {
            Parallel.For(0, blocks, new ParallelOptions { CancellationToken = cancellation }, block =>
            {
                int first = block * BlockStocks;
                int count = Math.Min(BlockStocks, S - first);
                RunBlock(program, day, first, count, values);
                lock (gate)
                {
                    onStocks(count);
                }
            });
        }
        catch (AggregateException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }
    }

    private static void RunBlock(FactorProgram program, DayTensor day, int first, int count, double[] values)
    {
        int K = program.Factors.Length;
        double[] block = new double[K * count];
        new ReferenceEngine().Run(program, day.OfStocks(first, count), block);
        for (int k = 0; k < K; k++)
        {
            block.AsSpan(k * count, count).CopyTo(values.AsSpan((k * day.Shape.S) + first, count));
        }
    }
}
