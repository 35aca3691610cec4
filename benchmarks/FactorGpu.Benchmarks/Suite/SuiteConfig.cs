using System;
using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using Perfolizer.Horology;

namespace FactorGpu.Benchmarks.Suite;

/// <summary>How the suite runs: in this process, so that the market is made once; iterations of 100 ms, or of one call that takes longer.</summary>
internal sealed class SuiteConfig : ManualConfig
{
    private const int WarmUps = 1;
    private const int Iterations = 5;

    // The for-loop over 20000 stocks takes a quarter of a minute a call.
    private static readonly TimeSpan s_longestBenchmark = TimeSpan.FromMinutes(10);

    internal SuiteConfig()
    {
        AddJob(Job.Default
            .WithToolchain(new InProcessNoEmitToolchain(s_longestBenchmark, logOutput: true))
            .WithIterationTime(TimeInterval.FromMilliseconds(100))
            .WithWarmupCount(WarmUps)
            .WithIterationCount(Iterations)
            .WithMinInvokeCount(1)
            .WithUnrollFactor(1));
        AddColumnProvider(DefaultColumnProviders.Instance);
        AddColumn(StatisticColumn.Median, WorkColumn.StockDays, WorkColumn.Gigabytes);
        AddDiagnoser(MemoryDiagnoser.Default);
        AddLogger(ConsoleLogger.Default);
        AddExporter(MarkdownExporter.GitHub, new WorkJsonExporter());
        WithSummaryStyle(SummaryStyle.Default.WithCultureInfo(CultureInfo.InvariantCulture));
        WithOptions(ConfigOptions.JoinSummary);
    }
}
