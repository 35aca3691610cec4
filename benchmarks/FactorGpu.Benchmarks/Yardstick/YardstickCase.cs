using System;
using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Engines;
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
        .. from precision in Enum.GetValues<Precision>()
           from count in (int[])[30, 50]
           from threads in (int[])[1, 2]
           from row in (YardstickCase[])[Computing(precision, count, threads), Reading(precision, count, threads)]
           select row,
    ];

    private static YardstickCase Computing(Precision precision, int count, int threads)
        => new($"cpu{Suffix(precision, count, threads)}", days => Compute(Program(precision, count), days, threads));

    private static YardstickCase Reading(Precision precision, int count, int threads) => new(
        $"read{Suffix(precision, count, threads)}",
        days => precision == Precision.Single ? Read<float>(Program(precision, count), days, threads) : Read<double>(Program(precision, count), days, threads));

    private static string Suffix(Precision precision, int count, int threads) => $"{count}_{(precision == Precision.Single ? "f32" : "f64")}_t{threads}";

    private static Action<int> Compute(FactorProgram program, YardstickDays days, int threads)
    {
        var engine = new PartsEngine(() => new CpuEngine(new CpuEngineOptions { Threads = threads }));
        double[] values = new double[program.Factors.Length * days.Stocks];
        engine.Run(program, days[0], values);
        Check(program, days[0], values, threads);
        return turn => engine.Run(program, days[turn], values);
    }

    /// <summary>Float64 is held against the reference; float32, which differs from it, against the interpreted steps, which the tests hold against the bounds of the factors.</summary>
    private static void Check(FactorProgram program, DayTensor day, double[] values, int threads)
    {
        if (program.Precision == Precision.Double)
        {
            ResultCheck.AgainstReference($"cpu with {threads} threads", program, day, values);
            return;
        }

        var interpreter = new PartsEngine(() => new CpuEngine(new CpuEngineOptions { Threads = 1, Sweep = SweepChoice.Never }));
        double[] expected = new double[values.Length];
        interpreter.Run(program, day, expected);
        ResultCheck.Same($"cpu in float32 with {threads} threads", program, day, expected, values);
    }

    private static Action<int> Read<T>(FactorProgram program, YardstickDays days, int threads)
        where T : unmanaged, System.Numerics.INumber<T>
    {
        var bytes = new ReadOnce<T>(program, days, threads);
        return turn => bytes.Sum(turn);
    }

    private static FactorProgram Program(Precision precision, int count)
        => FactorProgram.Compile(count == 30 ? FactorCatalogue.Find([.. Thirty.Factors]) : FactorCatalogue.Huatai50, new CompileOptions { Precision = precision });
}
