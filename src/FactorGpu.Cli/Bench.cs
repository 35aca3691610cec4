using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Expressions;

namespace FactorGpu.Cli;

/// <summary>Measures cases by turns, so that what slows the machine for a while slows all of them.</summary>
internal sealed class Bench
{
    /// <summary>Runs before those that count, of each case.</summary>
    internal const int WarmUps = 2;

    private readonly ImmutableArray<BenchCase> _cases;
    private readonly int _rounds;
    private readonly IProgress<StockDayProgress> _progress;
    private readonly CancellationToken _cancellation;
    private readonly long _total;
    private long _done;

    /// <param name="cases">What is measured by turns.</param>
    /// <param name="rounds">Runs that count, of each case.</param>
    /// <param name="programs">How many programs will be measured.</param>
    /// <param name="progress">Told after each run.</param>
    /// <param name="cancellation">Looked at before each run.</param>
    internal Bench(ImmutableArray<BenchCase> cases, int rounds, int programs, IProgress<StockDayProgress> progress, CancellationToken cancellation)
    {
        _cases = cases;
        _rounds = rounds;
        _progress = progress;
        _cancellation = cancellation;
        _total = cases.Sum(each => each.StockDays) * (rounds + WarmUps) * programs;
    }

    /// <summary>Measures some factors together in all cases, compiled in the precision of each before any run.</summary>
    internal ImmutableArray<BenchRow> Measure(string part, ImmutableArray<FactorDefinition> factors)
    {
        FactorProgram[] programs = [.. _cases.Select(each => FactorProgram.Compile(factors, new CompileOptions { Precision = each.Precision }))];
        DeviceBars?[] resident = [.. _cases.Select(each => each.IsResident ? each.Bars.ToDevice(each.Options, each.Precision) : null)];
        try
        {
            return Measure(part, factors.Length, programs, resident);
        }
        finally
        {
            Array.ForEach(resident, bars => bars?.Dispose());
        }
    }

    private ImmutableArray<BenchRow> Measure(string part, int factors, FactorProgram[] programs, DeviceBars?[] resident)
    {
        List<double>[] elapsedMs = [.. _cases.Select(_ => new List<double>())];
        for (int round = -WarmUps; round < _rounds; round++)
        {
            for (int c = 0; c < _cases.Length; c++)
            {
                double ms = Run(_cases[c], programs[c], resident[c]);
                if (round >= 0)
                {
                    elapsedMs[c].Add(ms);
                }
            }
        }

        return [.. _cases.Select((each, c) => new BenchRow(part, factors, each, [.. elapsedMs[c].Order()]))];
    }

    private double Run(BenchCase each, FactorProgram program, DeviceBars? resident)
    {
        _cancellation.ThrowIfCancellationRequested();
        long start = Stopwatch.GetTimestamp();
        _ = resident?.Compute(program, _cancellation) ?? each.Bars.Compute(program, each.Options, _cancellation);
        double ms = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        _done += each.StockDays;
        _progress.Report(new StockDayProgress(_done, _total));
        return ms;
    }
}
