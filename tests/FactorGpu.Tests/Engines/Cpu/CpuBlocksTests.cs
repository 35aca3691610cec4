using System;
using System.Threading;
using FactorGpu.Engines.Cpu;
using Xunit;

namespace FactorGpu.Tests.Engines.Cpu;

public sealed class CpuBlocksTests
{
    [Theory, InlineData(1), InlineData(2), InlineData(7)]
    public void Run_WhereAWorkerThrows_ThrowsTheSame(int threads)
    {
        var thrown = Assert.Throws<TimeZoneNotFoundException>(() => CpuBlocks.Run(threads, stocks: 100, (_, first, _) =>
        {
            if (first == 48)
            {
                throw new TimeZoneNotFoundException("block 48");
            }
        }));

        Assert.Equal("block 48", thrown.Message);
    }

    [Theory, InlineData(1), InlineData(2), InlineData(7)]
    public void Run_OverBlocks_TakesEachStockOnce(int threads)
    {
        int[] taken = new int[100];

        CpuBlocks.Run(threads, taken.Length, (_, first, end) =>
        {
            for (int s = first; s < end; s++)
            {
                Interlocked.Increment(ref taken[s]);
            }
        });

        Assert.All(taken, times => Assert.Equal(1, times));
    }
}
