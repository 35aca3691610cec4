using System.IO;
using System.Threading;
using FactorGpu.Bars;
using Xunit;

namespace FactorGpu.Tests.Bars;

public sealed class InParallelTests
{
    [Fact]
    public void For_RunsEveryPieceOnce()
    {
        int[] runs = new int[1000];

        InParallel.For(runs.Length, i => Interlocked.Increment(ref runs[i]));

        Assert.All(runs, count => Assert.Equal(1, count));
    }

    [Fact]
    public void For_OfPiecesThatFail_ThrowsTheExceptionOfTheLowestAsItself()
    {
        InvalidDataException thrown = Assert.Throws<InvalidDataException>(() => InParallel.For(100, i =>
        {
            if (i is 3 or 50 or 99)
            {
                throw new InvalidDataException($"piece {i}");
            }
        }));

        Assert.Equal("piece 3", thrown.Message);
    }

    [Fact]
    public void For_OfPiecesThatFailAtOnce_ThrowsTheExceptionOfTheLowest()
    {
        using var both = new Barrier(2);

        InvalidDataException thrown = Assert.Throws<InvalidDataException>(() => InParallel.For(2, i =>
        {
            // On one thread the pieces cannot meet; then the first alone fails.
            both.SignalAndWait(millisecondsTimeout: 2000);
            throw new InvalidDataException($"piece {i}");
        }));

        Assert.Equal("piece 0", thrown.Message);
    }
}
