using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Errors;
using FactorGpu.Verification;

namespace FactorGpu;

/// <content>Holding engines against the reference.</content>
public sealed partial class MinuteBars
{
    /// <summary>Computes all factors of a program with each engine and with the plain reference, and compares every value: by catalogue 1.8, or in single precision by |x - y| &lt;= 1e-4 max(|y|, IQR of the factor over that day).</summary>
    /// <param name="program">The factors [K].</param>
    /// <param name="options">Which engines; null for the defaults.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>Per engine and factor the largest error and its stock-day; see <see cref="VerificationReport.IsOut"/>.</returns>
    /// <exception cref="DeviceException">A device is asked for that is not there, or one fails.</exception>
    /// <exception cref="FactorGpuException">The reference is to be verified with a program of single precision.</exception>
    /// <exception cref="OperationCanceledException">Cancellation was asked for.</exception>
    /// <remarks>Cost: the reference, about 0.6 ms a stock-day for the 50 factors of section A, shared by all cores; see benchmarks/results.</remarks>
    public VerificationReport Verify(FactorProgram program, VerifyOptions? options = null, CancellationToken cancellation = default)
        => Verify(program, options ?? new VerifyOptions(), new EngineFactory(), cancellation);

    /// <summary>Verifies the engines of a factory.</summary>
    internal VerificationReport Verify(FactorProgram program, VerifyOptions options, EngineFactory factory, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(program);
        ImmutableArray<EngineKind> kinds = options.Engines.IsDefaultOrEmpty ? factory.ToVerify(program) : options.Engines;
        EngineChoice[] choices = [.. kinds.Select(kind => Choose(program, new ComputeOptions { Engine = kind, Device = options.Device }, factory))];
        var engines = new List<NamedEngine>();
        try
        {
            foreach (EngineChoice choice in choices)
            {
                engines.Add(new NamedEngine(EngineFactory.NameOf(choice.Engine), factory.Make(choice, threads: 0)));
            }

            return Verify(program, [.. engines], options.Progress, cancellation);
        }
        finally
        {
            engines.ForEach(named => named.Engine.Dispose());
        }
    }

    /// <summary>As above, with engines that need not be in the table of kinds.</summary>
    internal VerificationReport Verify(
        FactorProgram program, ImmutableArray<NamedEngine> engines, IProgress<StockDayProgress>? progress, CancellationToken cancellation)
    {
        var count = new StockDayCount(Days, progress);
        return Verifier.Run(program, engines, Days, count.Add, cancellation);
    }
}
