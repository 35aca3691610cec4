using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using FactorGpu.Arrow;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Factors;
using FactorGpu.Results;
using Xunit;

namespace FactorGpu.Tests;

public sealed class MinuteBarsTests
{
    private static readonly MinuteBars s_bars = MinuteBars.Of(
        SampleMarket.Generate(new SampleOptions { Stocks = 3 }, [new DateOnly(2024, 1, 2), new DateOnly(2024, 1, 3)]));

    private static readonly FactorProgram s_program = FactorProgram.Compile(FactorCatalogue.Find("VP"));

    [Fact]
    public void Compute_WithAListener_TellsOfEachDay()
    {
        var reports = new List<StockDayProgress>();

        s_bars.Compute(s_program, new ComputeOptions { Progress = new Listener(reports.Add) });

        Assert.Equal([new StockDayProgress(3, 6), new StockDayProgress(6, 6)], reports);
    }

    [Fact]
    public void Compute_CancelledAfterADay_DoesNotBeginTheNext()
    {
        using var source = new CancellationTokenSource();
        var reports = new List<StockDayProgress>();
        var listener = new Listener(report =>
        {
            reports.Add(report);
            source.Cancel();
        });

        Assert.ThrowsAny<OperationCanceledException>(() => s_bars.Compute(s_program, new ComputeOptions { Progress = listener }, source.Token));

        Assert.Equal([new StockDayProgress(3, 6)], reports);
    }

    [Fact]
    public void Save_OfATable_Cancelled_LeavesTheFileThatWasThere()
    {
        using var folder = new TempFolder();
        string path = Path.Combine(folder.Path, "factors.csv");
        File.WriteAllText(path, "before");
        FactorTable table = s_bars.Compute(s_program);

        Assert.ThrowsAny<OperationCanceledException>(() => table.Save(path, new CancellationToken(canceled: true)));

        Assert.Equal("before", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(folder.Path));
    }

    [Theory, InlineData("bars.csv", BarLayout.Long), InlineData("bars.arrow", BarLayout.Long), InlineData("bars.arrows", BarLayout.Dense)]
    public void Save_OfBars_CancelledAfterADay_WritesNoMore_AndLeavesNoFile(string name, BarLayout layout)
    {
        using var folder = new TempFolder();
        using var source = new CancellationTokenSource();
        MinuteBars bars = MinuteBars.Sample(new SampleOptions { Stocks = 40 }, [new DateOnly(2024, 1, 2), new DateOnly(2024, 1, 3)]);
        var reports = new List<StockDayProgress>();
        var listener = new Listener(report =>
        {
            reports.Add(report);
            source.Cancel();
        });

        Assert.ThrowsAny<OperationCanceledException>(
            () => bars.Save(Path.Combine(folder.Path, name), new BarWriteOptions { Layout = layout, Progress = listener }, source.Token));

        Assert.Equal([new StockDayProgress(40, 80)], reports);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Sample_CancelledAfterADay_MakesNoMore()
    {
        using var source = new CancellationTokenSource();
        var reports = new List<StockDayProgress>();
        var options = new SampleOptions
        {
            Stocks = 3,
            Progress = new Listener(report =>
            {
                reports.Add(report);
                source.Cancel();
            }),
        };

        Assert.ThrowsAny<OperationCanceledException>(
            () => MinuteBars.Sample(options, [new DateOnly(2024, 1, 2), new DateOnly(2024, 1, 3)], source.Token));

        Assert.Equal([new StockDayProgress(3, 6)], reports);
    }

    private sealed class Listener(Action<StockDayProgress> tell) : IProgress<StockDayProgress>
    {
        public void Report(StockDayProgress value) => tell(value);
    }
}
