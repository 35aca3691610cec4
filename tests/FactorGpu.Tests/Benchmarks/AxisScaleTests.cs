using System.Linq;
using FactorGpu.Benchmarks.Report;
using Xunit;

namespace FactorGpu.Tests.Benchmarks;

public sealed class AxisScaleTests
{
    [Fact]
    public void Log_EachPowerOfTen_TakesTheSameLength()
    {
        var scale = AxisScale.Log([1, 100], from: 50, to: 250);

        Assert.Equal([50.0, 150, 250], ((double[])[1, 10, 100]).Select(scale.Place), (x, y) => double.Abs(x - y) < 1e-9);
        Assert.Equal([1.0, 2, 5, 10, 20, 50, 100], scale.Ticks, (x, y) => double.Abs(x - y) < 1e-9);
    }

    [Fact]
    public void Log_ValuesBetweenRoundOnes_LieInsideTheAxis()
    {
        var scale = AxisScale.Log([0.246, 26.8], from: 0, to: 100);

        Assert.Equal(0.2, scale.Ticks[0], precision: 9);
        Assert.Equal(50, scale.Ticks[^1], precision: 9);
        Assert.InRange(scale.Place(0.246), 0, 100);
    }

    [Fact]
    public void Log_ManyDecades_NamesPowersOfTenAlone()
    {
        var scale = AxisScale.Log([0.02, 15000], from: 0, to: 100);

        Assert.Equal([0.1, 1, 10, 100, 1000, 10000], scale.Ticks, (x, y) => double.Abs((x / y) - 1) < 1e-9);
    }

    [Fact]
    public void Log_OneValue_StillHasALength()
    {
        var scale = AxisScale.Log([10], from: 0, to: 100);

        Assert.Equal(0, scale.Place(10), precision: 9);
        Assert.Equal(100, scale.Place(20), precision: 9);
    }

    [Fact]
    public void Log_OnAPageThatGrowsDownwards_PutsLargeValuesAbove()
    {
        var scale = AxisScale.Log([1, 10], from: 300, to: 40);

        Assert.Equal(300, scale.Place(1), precision: 9);
        Assert.Equal(40, scale.Place(10), precision: 9);
    }

    [Fact]
    public void Linear_StartsAtZero_EndsAtARoundValue()
    {
        var scale = AxisScale.Linear([3, 8.7], from: 100, to: 600);

        Assert.Equal([0.0, 2, 4, 6, 8, 10], scale.Ticks);
        Assert.Equal(100 + (500 * 0.87), scale.Place(8.7), precision: 9);
    }
}
