using System;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Engines;
using FactorGpu.Engines.Cpu;
using FactorGpu.Engines.Cpu.Lanes;
using FactorGpu.Expressions;
using FactorGpu.Factors;

namespace FactorGpu.Benchmarks;

/// <summary>Processor time of the SIMD engine on one thread, run by run: what can still be compared on a machine that others use. Prints one line a precision, set of factors and layout of lanes, milliseconds a full-market day.</summary>
internal static class CpuTime
{
    private const int Stocks = 5000;
    private const int WarmUps = 10;

    internal static void Run(int repetitions)
    {
        DayTensor day = SampleMarket.Generate(new SampleOptions { Stocks = Stocks, Seed = 1 }, [new DateOnly(2024, 1, 2)]).Single();
        FactorProgram[] programs =
        [
            .. from precision in Enum.GetValues<Precision>()
               from factors in (FactorDefinition[][])[[.. FactorCatalogue.Find([.. Thirty.Factors])], [.. FactorCatalogue.Huatai50]]
               select FactorProgram.Compile(factors, new CompileOptions { Precision = precision }),
        ];
        foreach (FactorProgram program in programs)
        {
            double[] values = new double[program.Factors.Length * Stocks];
            foreach (LaneStrategy lanes in (LaneStrategy[])[LaneStrategy.Vector512, LaneStrategy.Vector256, LaneStrategy.Vector128])
            {
                var engine = new PartsEngine(() => new CpuEngine(new CpuEngineOptions { Threads = 1, Lanes = lanes }));
                double[] times = Measure(() => engine.Run(program, day, values), repetitions);
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{program.Factors.Length} factors, {program.Precision}, {lanes}: median {times[times.Length / 2]:F2}, least {times[0]:F2}, most {times[^1]:F2}"));
            }
        }
    }

    /// <summary>Ascending times, ms.</summary>
    private static double[] Measure(Action action, int repetitions)
    {
        double[] times = new double[repetitions];
        for (int i = -WarmUps; i < repetitions; i++)
        {
            TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
            action();
            times[Math.Max(i, 0)] = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds;
        }

        Array.Sort(times);
        return times;
    }
}
