using System;
using System.Collections.Immutable;
using FactorGpu.Benchmarks.Matrices;
using FactorGpu.Engines;
using FactorGpu.Engines.Cpu;
using FactorGpu.Engines.Reference;

namespace FactorGpu.Benchmarks;

/// <summary>A way of computing a program that is measured: a row of every comparison.</summary>
public sealed class EngineRow
{
    private readonly string _name;
    private readonly Func<IFactorEngine> _make;

    private EngineRow(string name, Func<IFactorEngine> make)
    {
        _name = name;
        _make = make;
    }

    /// <summary>The way before this library, and as matrices: what the others are compared with.</summary>
    internal static ImmutableArray<EngineRow> Before { get; } =
        [new("for-loop", () => new ReferenceEngine()), new("matrices", () => new MatrixEngine())];

    /// <summary>The engines of the library; a device that is there is a further row.</summary>
    internal static ImmutableArray<EngineRow> Engines { get; } = [Cpu(1), Cpu(2)];

    /// <summary>The name, as parameters and reports show it.</summary>
    public override string ToString() => _name;

    internal IFactorEngine Make() => _make();

    private static EngineRow Cpu(int threads)
        => new($"cpu {threads} thread{(threads == 1 ? "" : "s")}", () => new CpuEngine(new CpuEngineOptions { Threads = threads }));
}
