using System;

namespace FactorGpu.Bars;

/// <summary>Goes over the stocks of a day in blocks of neighbouring ones, on all cores, so that what is read from a file for a block stays in the cache until it is used.</summary>
internal static class StockBlocks
{
    /// <summary>Stocks of a block.</summary>
    internal const int Length = 16;

    private const int BlocksPerPiece = 16;

    /// <summary>Runs work on each block. Where some fail, the exception of the lowest reaches the caller as itself.</summary>
    /// <param name="stocks">Number of stocks S.</param>
    /// <param name="work">Given the first stock, the number of stocks, and buffers that the next block uses again.</param>
    internal static void For(int stocks, Action<int, int, StockBuffers> work)
        => InParallel.For((stocks + (BlocksPerPiece * Length) - 1) / (BlocksPerPiece * Length), piece =>
        {
            var buffers = new StockBuffers(Length);
            int end = Math.Min(stocks, (piece + 1) * BlocksPerPiece * Length);
            for (int first = piece * BlocksPerPiece * Length; first < end; first += Length)
            {
                work(first, Math.Min(Length, end - first), buffers);
            }
        });
}
