using System;
using System.Collections.Immutable;
using FactorGpu.Compilation;
using FactorGpu.Engines.Cpu;
using FactorGpu.Factors;

namespace FactorGpu.Benchmarks.Yardstick;

/// <summary>One of our cases: what is called, told whose turn the copies of the day have.</summary>
/// <param name="Name">What is computed, in which precision, on how many threads.</param>
/// <param name="Make">Makes the call; checks its results first.</param>
internal sealed record YardstickCase(string Name, Func<YardstickDays, Action<int>> Make)
{
    /// <summary>All our cases; another engine or precision is a row more.</summary>
    internal static ImmutableArray<YardstickCase> All { get; } =
    [
        new("cpu30_f64_t1", days => Compute(Thirty(), days, threads: 1)),
        new("cpu30_f64_t2", days => Compute(Thirty(), days, threads: 2)),
        new("cpu50_f64_t1", days => Compute(Fifty(), days, threads: 1)),
        new("cpu50_f64_t2", days => Compute(Fifty(), days, threads: 2)),
        new("read30_f64_t1", days => Read<double>(Thirty(), days, threads: 1)),
        new("read30_f64_t2", days => Read<double>(Thirty(), days, threads: 2)),
        new("read50_f64_t1", days => Read<double>(Fifty(), days, threads: 1)),
        new("read50_f64_t2", days => Read<double>(Fifty(), days, threads: 2)),
        new("read30_f32_t1", days => Read<float>(Thirty(), days, threads: 1)),
        new("read30_f32_t2", days => Read<float>(Thirty(), days, threads: 2)),
    ];

    private static Action<int> Compute(FactorProgram program, YardstickDays days, int threads)
    {
        var engine = new CpuEngine(new CpuEngineOptions { Threads = threads });
        double[] values = new double[program.Factors.Length * days.Stocks];
        engine.Run(program, days[0], values);
        ResultCheck.AgainstReference($"cpu with {threads} threads", program, days[0], values);
        return turn => engine.Run(program, days[turn], values);
    }

    private static Action<int> Read<T>(FactorProgram program, YardstickDays days, int threads)
        where T : unmanaged, System.Numerics.INumber<T>
    {
        var bytes = new ReadOnce<T>(program, days, threads);
        return turn => bytes.Sum(turn);
    }

    private static FactorProgram Thirty() => FactorProgram.Compile(FactorCatalogue.Find([.. Benchmarks.Thirty.Factors]));

    private static FactorProgram Fifty() => FactorProgram.Compile(FactorCatalogue.Huatai50);
}
