using System;
using System.Collections.Immutable;
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

/// <summary>Processor time of the SIMD engine on one thread, steps interpreted and code emitted run by run: what can still be compared on a machine that others use. Prints one line a precision, set of factors and layout of lanes, milliseconds a full-market day.</summary>
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
               from factors in (FactorDefinition[][])[[.. FactorCatalogue.Find([.. Thirty.Factors])], [.. FactorCatalogue.Huatai50], [.. FactorCatalogue.All]]
               select FactorProgram.Compile(factors, new CompileOptions { Precision = precision }),
        ];
        foreach (FactorProgram program in programs)
        {
            double[] making = [.. Enumerable.Range(0, repetitions).Select(_ => MakingTime(program))];
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{program.Factors.Length} factors, {program.Precision}: plans and code made in {making[0]:F0} the first time, then {making.Order().ElementAt(repetitions / 2):F0}"));
            foreach (LaneStrategy lanes in (LaneStrategy[])[LaneStrategy.Vector512, LaneStrategy.Vector256, LaneStrategy.Vector128])
            {
                Compare(program, day, lanes, repetitions);
            }
        }
    }

    /// <summary>Processor time of planning a program and emitting its code, ms.</summary>
    private static double MakingTime(FactorProgram program)
    {
        TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
        _ = new CpuPlans(program, plan => new CpuCode(plan, LaneTable.Best, SweepChoice.Always));
        return (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds;
    }

    private static void Compare(FactorProgram program, DayTensor day, LaneStrategy lanes, int repetitions)
    {
        Case[] cases = [.. new[] { SweepChoice.Never, SweepChoice.Always }.Select(sweep => new Case(program, day, lanes, sweep, repetitions))];
        double[] first = [.. cases.Select(one => one.Time())];
        if (!cases[0].Bits.SequenceEqual(cases[1].Bits))
        {
            throw new InvalidOperationException($"Emitted code for {lanes} gives other bits than the interpreter. Run the tests of the engine.");
        }

        for (int i = -WarmUps; i < repetitions; i++)
        {
            foreach (Case one in cases)
            {
                one.Times[Math.Max(i, 0)] = one.Time();
            }
        }

        Array.ForEach(cases, one => Array.Sort(one.Times));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{program.Factors.Length} factors, {program.Precision}, {lanes}: interpreted {cases[0]}, emitted {cases[1]}; first runs {first[0]:F0} and {first[1]:F0}"));
    }

    private sealed class Case(FactorProgram program, DayTensor day, LaneStrategy lanes, SweepChoice sweep, int repetitions)
    {
        private readonly PartsEngine _engine = new(() => new CpuEngine(new CpuEngineOptions { Threads = 1, Lanes = lanes, Sweep = sweep }));

        internal double[] Values { get; } = new double[program.Factors.Length * Stocks];

        internal double[] Times { get; } = new double[repetitions];

        internal ImmutableArray<long> Bits => [.. Values.Select(BitConverter.DoubleToInt64Bits)];

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Times[Times.Length / 2]:F2} (least {Times[0]:F2})");

        /// <summary>Processor time of one run, ms.</summary>
        internal double Time()
        {
            TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
            _engine.Run(program, day, Values);
            return (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds;
        }
    }
}
