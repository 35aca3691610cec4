using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using FactorGpu.Bars;

namespace FactorGpu.Cli;

/// <summary>A way of running a program that is measured.</summary>
/// <param name="Engine">The engine.</param>
/// <param name="Threads">Threads of an engine that takes a number of them, else 0.</param>
/// <param name="Bars">What it runs on.</param>
/// <param name="Precision">Precision that the program is compiled for.</param>
internal readonly record struct BenchCase(EngineKind Engine, int Threads, MinuteBars Bars, Precision Precision = Precision.Double)
{
    /// <summary>The engines in the order of the results. The slow one is run on fewer stocks, and in double precision alone.</summary>
    private static readonly ImmutableArray<(EngineKind Engine, bool IsSlow, bool TakesThreads)> s_engines =
    [
        (EngineKind.Reference, IsSlow: true, TakesThreads: false),
        (EngineKind.Cpu, IsSlow: false, TakesThreads: true),
    ];

    /// <summary>Engine and threads in words.</summary>
    internal string Name => Engine.ToString().ToLowerInvariant()
        + (Threads == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {Threads} thread{(Threads == 1 ? "" : "s")}"));

    internal long StockDays => Bars.Days.Sum(day => (long)day.Shape.S);

    /// <summary>Every engine, with 1, 2, 4, ... threads up to all cores where it takes a number of them.</summary>
    /// <param name="bars">All bars.</param>
    /// <param name="fewer">The bars of fewer stocks.</param>
    /// <param name="precision">Precision of the engines that have a choice.</param>
    internal static ImmutableArray<BenchCase> All(MinuteBars bars, MinuteBars fewer, Precision precision = Precision.Double) =>
    [
        .. from engine in s_engines
           from threads in engine.TakesThreads ? ThreadCounts() : [0]
           select engine.IsSlow ? new BenchCase(engine.Engine, threads, fewer) : new BenchCase(engine.Engine, threads, bars, precision),
    ];

    private static IEnumerable<int> ThreadCounts()
    {
        for (int threads = 1; threads < Environment.ProcessorCount; threads *= 2)
        {
            yield return threads;
        }

        yield return Environment.ProcessorCount;
    }
}
