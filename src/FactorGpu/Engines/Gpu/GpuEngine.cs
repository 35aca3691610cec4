using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Errors;

namespace FactorGpu.Engines.Gpu;

/// <summary>Runs programs on one or more devices, which share the days: each takes the next when it has room, and has several on their way at once.</summary>
/// <remarks>
/// <para>A stock-day is computed by one work-group in an order that its kernel fixes, so results do not depend on the number of devices of a kind, the days in flight or the pieces that days are cut into.</para>
/// <para>Keeps the kernels of the last program. Not for two runs at a time.</para>
/// </remarks>
internal sealed class GpuEngine : IFactorEngine
{
    private readonly ImmutableArray<GpuRunner> _runners;

    /// <summary>An engine on devices that stay the caller's.</summary>
    internal GpuEngine(ImmutableArray<IGpuDevice> devices, GpuEngineOptions options)
    {
        _runners = [.. devices.Select(device => new GpuRunner(device, options))];
    }

    public void Run(FactorProgram program, DayTensor day, Span<double> values)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length, program.Factors.Length * day.Shape.S);
        double[] result = new double[values.Length];
        RunDays(program, [day], [result], _ => { }, CancellationToken.None);
        result.CopyTo(values);
    }

    /// <exception cref="DeviceException">A device fails, or cannot compute in the precision of the program. The message names it.</exception>
    public void RunDays(FactorProgram program, ImmutableArray<DayTensor> days, ImmutableArray<double[]> values, Action<int> onDay, CancellationToken cancellation)
    {
        foreach (GpuRunner runner in _runners)
        {
            if (program.Precision == Precision.Double && !runner.Info.HasFp64)
            {
                Throw.NoFp64(runner.Info.Name);
            }

            runner.Prepare(program);
        }

        var pieces = new DayPieces(days, onDay, cancellation);
        Task[] others = [.. _runners.Skip(1).Select(runner => Task.Run(() => Run(runner, pieces, days, values)))];
        Run(_runners[0], pieces, days, values);
        Task.WaitAll(others, CancellationToken.None);
        pieces.ThrowIfEnded();
    }

    public void Dispose()
    {
        foreach (GpuRunner runner in _runners)
        {
            runner.Dispose();
        }
    }

    private static void Run(GpuRunner runner, DayPieces pieces, ImmutableArray<DayTensor> days, ImmutableArray<double[]> values)
    {
        try
        {
            runner.Run(pieces, days, values);
        }
#pragma warning disable CA1031 // Whatever a device's thread throws is thrown again on the caller's.
        catch (Exception e)
#pragma warning restore CA1031
        {
            pieces.Fail(e);
        }
    }
}
