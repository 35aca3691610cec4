using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Engines;
using FactorGpu.Engines.Cpu;
using FactorGpu.Engines.Cpu.Lanes;
using FactorGpu.Engines.Cpu.Sweeps;
using FactorGpu.Engines.Gpu.Plans;
using FactorGpu.Engines.Reference;
using FactorGpu.Expressions;
using FactorGpu.Tests.Engines.Gpu;
using Xunit;

namespace FactorGpu.Tests.Engines;

/// <summary>A back end that every operator test runs on.</summary>
public sealed class EngineUnderTest
{
    private readonly string _name;
    private readonly Func<IFactorEngine> _make;
    private readonly CompileOptions _options;

    private EngineUnderTest(string name, Func<IFactorEngine> make, Precision precision = Precision.Double)
    {
        _name = name;
        _make = make;
        _options = new CompileOptions { Precision = precision };
    }

    /// <summary>Every back end there is, as the data of a theory.</summary>
    public static TheoryData<EngineUnderTest> All => [.. Every];

    /// <summary>Every back end in every precision: for tests whose numbers float32 holds, all those on the way included.</summary>
    public static TheoryData<EngineUnderTest> AllAndSingle => [.. Every, .. EverySingle];

    /// <summary>Every back end in every precision, in which scalars are float64: for tests whose elements alone float32 holds.</summary>
    public static TheoryData<EngineUnderTest> AllWithDoubleScalars => [.. Every, .. SingleOnCpu];

    /// <summary>The SIMD engine in single precision, as the data of a theory: its scalars are float64.</summary>
    public static TheoryData<EngineUnderTest> SingleWithDoubleScalars => [.. SingleOnCpu];

    /// <summary>Every back end of single precision, as the data of a theory.</summary>
    public static TheoryData<EngineUnderTest> AllSingle => [.. EverySingle];

    /// <summary>Every back end there is: the reference on definitions, the same loops on the compiled graph, the SIMD engine with every layout of its lanes, interpreting and emitting code, and a device where there is one.</summary>
    internal static ImmutableArray<EngineUnderTest> Every { get; } =
    [
        new("reference", () => new ReferenceEngine()),
        new("reference on the compiled graph", () => new CompiledGraphEngine()),
        .. Cpu("cpu", Precision.Double),
        new("opencl, 32 work-items", () => OpenClUnderTest.Engine(new KernelPlanOptions())),
    ];

    /// <summary>Every back end of single precision: the SIMD engine with every layout of its lanes, and a device where there is one.</summary>
    internal static ImmutableArray<EngineUnderTest> EverySingle => [.. SingleOnCpu, new("opencl, single, 32 work-items", () => OpenClUnderTest.Engine(new KernelPlanOptions()), Precision.Single)];

    private static ImmutableArray<EngineUnderTest> SingleOnCpu { get; } = Cpu("cpu, single", Precision.Single);

    public override string ToString() => _name;

    /// <summary>Values [K, S] of some factors.</summary>
    internal double[] Run(IEnumerable<FactorDefinition> factors, DayTensor day) => Run(FactorProgram.Compile(factors, _options), day);

    /// <summary>Values [K, S] of a program.</summary>
    internal double[] Run(FactorProgram program, DayTensor day) => RunDays(program, day)[0];

    /// <summary>Values [K, S] of a program for some days, by one engine and in their order.</summary>
    internal double[][] RunDays(FactorProgram program, params DayTensor[] days)
    {
        IFactorEngine engine = _make();
        try
        {
            return [.. days.Select(day => Run(engine, program, day))];
        }
        finally
        {
            (engine as IDisposable)?.Dispose();
        }
    }

    /// <summary>The value of a scalar for the only stock of a day, no minimum of observations asked.</summary>
    internal double Scalar(Func<Day, Scalar> value, DayTensor day)
        => Run([Bare("value", value)], day)[0];

    /// <summary>The elements of a series for the only stock of a day, one per bar; null where absent.</summary>
    internal double?[] Elements(Func<Day, Series> series, DayTensor day)
    {
        int[] slots = [.. Enumerable.Range(0, BarAxis.SlotCount).Where(t => !double.IsNaN(day.Row(BarField.Close, 0)[t]))];
        var probes = new List<FactorDefinition>();
        foreach (int t in slots)
        {
            probes.Add(Bare($"count{t}", d => series(d).Between(new SlotRange(t, t)).Count()));
            probes.Add(Bare($"value{t}", d => series(d).Between(new SlotRange(t, t)).First()));
        }

        double[] values = Run(probes, day);
        return [.. slots.Select((_, i) => values[2 * i] == 0 ? (double?)null : values[(2 * i) + 1])];
    }

    /// <summary>A condition for the only stock of a day, one letter per bar: 1 true, 0 false, - absent.</summary>
    internal string Truths(Func<Day, Condition> condition, DayTensor day)
        => string.Concat(Elements(d => condition(d).IfElse(d.Close, -d.Close), day)
            .Select(x => x is null ? '-' : x > 0 ? '1' : '0'));

    private static ImmutableArray<EngineUnderTest> Cpu(string name, Precision precision) =>
    [
        .. from lanes in Enum.GetValues<LaneStrategy>()
           from sweep in (SweepChoice[])[SweepChoice.Never, SweepChoice.Always]
           where sweep == SweepChoice.Never || SweepProgram.CanBeMade(lanes)
           let options = new CpuEngineOptions { Threads = 1, Lanes = lanes, Sweep = sweep }
           select new EngineUnderTest($"{name}, {lanes}{(sweep == SweepChoice.Always ? ", emitted" : "")}", () => new CpuEngine(options), precision),
    ];

    private static double[] Run(IFactorEngine engine, FactorProgram program, DayTensor day)
    {
        double[] values = new double[program.Factors.Length * day.Shape.S];
        Array.Fill(values, double.PositiveInfinity);
        engine.Run(program, day, values);
        return values;
    }

    private static FactorDefinition Bare(string id, Func<Day, Scalar> value) => new() { Id = id, Value = value, MinObservations = 0 };

    private sealed class CompiledGraphEngine : IFactorEngine
    {
        public void Run(FactorProgram program, DayTensor day, Span<double> values)
        {
            for (int s = 0; s < day.Shape.S; s++)
            {
                double[] outputs = new StockDayEvaluation(day, s).Evaluate(program.Graph);
                for (int k = 0; k < outputs.Length; k++)
                {
                    values[(k * day.Shape.S) + s] = outputs[k];
                }
            }
        }
    }
}
