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
/// <param name="Device">Device of an engine that has devices; null for all its GPUs.</param>
/// <param name="IsResident">True when the bars stay on the device, and only kernels and results are measured.</param>
internal readonly record struct BenchCase(
    EngineKind Engine, int Threads, MinuteBars Bars, Precision Precision = Precision.Double, int? Device = null, bool IsResident = false)
{
    /// <summary>Engine and threads in words.</summary>
    internal string Name => Engine.ToString().ToLowerInvariant()
        + (IsResident ? ", resident" : "")
        + (Threads == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {Threads} thread{(Threads == 1 ? "" : "s")}"));

    internal long StockDays => Bars.Days.Sum(day => (long)day.Shape.S);

    /// <summary>How the bench runs it, but for what is resident.</summary>
    internal ComputeOptions Options => new() { Engine = Engine, Threads = Threads, Device = Device };

    /// <summary>The cases in the order of the results: the slow reference on fewer stocks and in double precision alone; the Cpu engine with 1, 2, 4, ... threads up to all cores; devices from memory to memory, and with bars that stay there.</summary>
    /// <param name="bars">All bars.</param>
    /// <param name="fewer">The bars of fewer stocks.</param>
    /// <param name="precision">Precision of the engines that have a choice.</param>
    /// <param name="engines">The engines beside the reference.</param>
    /// <param name="device">The device of an engine that has devices.</param>
    internal static ImmutableArray<BenchCase> All(MinuteBars bars, MinuteBars fewer, Precision precision, ImmutableArray<EngineKind> engines, int? device) =>
    [
        new BenchCase(EngineKind.Reference, 0, fewer),
        .. engines.SelectMany<EngineKind, BenchCase>(engine => engine switch
        {
            EngineKind.Reference => [],
            EngineKind.Cpu => ThreadCounts().Select(threads => new BenchCase(engine, threads, bars, precision)),
            _ => [new BenchCase(engine, 0, bars, precision, device), new BenchCase(engine, 0, bars, precision, device, IsResident: true)],
        }),
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
