using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using FactorGpu.Bars;
using FactorGpu.Compilation;

namespace FactorGpu.Verification;

/// <summary>Holds engines against the reference, day by day.</summary>
/// <remarks>Memory: two factor tables [K, S] of the day at hand, whatever the number of days and engines.</remarks>
internal sealed class Verifier
{
    private readonly FactorProgram _program;
    private readonly ImmutableArray<NamedEngine> _engines;
    private readonly ToleranceScales _scales;
    private readonly ImmutableArray<ImmutableArray<FactorTally>> _tallies;

    private Verifier(FactorProgram program, ImmutableArray<NamedEngine> engines)
    {
        _program = program;
        _engines = engines;
        _scales = new ToleranceScales(program);
        _tallies = [.. engines.Select(_ => program.Factors.Select(factor => new FactorTally(factor, factor.NeedsDouble is null ? program.Precision : Precision.Double)).ToImmutableArray())];
    }

    /// <summary>Runs each engine and the reference over all days and compares.</summary>
    /// <param name="program">The program, K factors.</param>
    /// <param name="engines">The engines.</param>
    /// <param name="days">Day tensors [F, S, T], each asked for once.</param>
    /// <param name="onStocks">Told of stocks when their reference values are known; never twice at the same time.</param>
    /// <param name="cancellation">Looked at between blocks of stocks and between engines.</param>
    /// <exception cref="OperationCanceledException">Cancellation was asked for.</exception>
    internal static VerificationReport Run(
        FactorProgram program, ImmutableArray<NamedEngine> engines, IEnumerable<DayTensor> days, Action<int> onStocks, CancellationToken cancellation)
    {
        var verifier = new Verifier(program, engines);
        int dayCount = 0;
        long stockDays = 0;
        foreach (DayTensor day in days)
        {
            verifier.Compare(day, onStocks, cancellation);
            dayCount++;
            stockDays += day.Shape.S;
        }

        return new VerificationReport(program.Precision, verifier.Results(), dayCount, stockDays);
    }

    private void Compare(DayTensor day, Action<int> onStocks, CancellationToken cancellation)
    {
        double[] reference = new double[_program.Factors.Length * day.Shape.S];
        double[] values = new double[reference.Length];
        double[][] scales = _scales.Of(day, cancellation);
        ReferenceBlocks.Run(_program, day, reference, onStocks, cancellation);
        for (int e = 0; e < _engines.Length; e++)
        {
            cancellation.ThrowIfCancellationRequested();
            UnwrittenCell.Fill(values);
            _engines[e].Engine.Run(_program, day, values);
            Add(_tallies[e], day, reference, values, scales);
        }
    }

    private static void Add(ImmutableArray<FactorTally> tallies, DayTensor day, double[] reference, double[] values, double[][] scales)
    {
        int S = day.Shape.S;
        for (int k = 0; k < tallies.Length; k++)
        {
            tallies[k].Add(day, reference.AsSpan(k * S, S), values.AsSpan(k * S, S), scales[k]);
        }
    }

    private ImmutableArray<EngineVerification> Results()
        => [.. _engines.Select((engine, e) => new EngineVerification(engine.Name, [.. _tallies[e].Select(tally => tally.Result())]))];
}
