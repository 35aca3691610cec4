using System;
using System.Collections.Immutable;
using System.Threading;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Engines;
using FactorGpu.Errors;
using FactorGpu.Results;

namespace FactorGpu;

/// <summary>Minute bars that stay on devices, for many programs over the same days: made by <see cref="MinuteBars.ToDevice(ComputeOptions, Precision)"/>.</summary>
/// <remarks>
/// <code>
/// using DeviceBars resident = bars.ToDevice(new ComputeOptions { Engine = EngineKind.Auto });
/// FactorTable first = resident.Compute(FactorProgram.Compile(FactorCatalogue.Huatai50));
/// </code>
/// Not for two threads at a time. The bars that it was made of stay in use, and are not to be disposed of before it.
/// </remarks>
public sealed class DeviceBars : IDisposable
{
    private readonly ImmutableArray<DayTensor> _days;
    private readonly PartsEngine _engine;
    private bool _isDisposed;

    internal DeviceBars(ImmutableArray<DayTensor> days, PartsEngine engine, ImmutableArray<ComputeDevice> devices)
    {
        _days = days;
        _engine = engine;
        Devices = devices;
    }

    /// <summary>The devices that have the days, by turns.</summary>
    public ImmutableArray<ComputeDevice> Devices { get; }

    /// <summary>Computes all factors of a program for all stock-days. Kernels of a program are compiled at its first run and kept.</summary>
    /// <param name="program">The factors [K].</param>
    /// <param name="cancellation">Ends the work early, between days.</param>
    /// <returns>What <see cref="MinuteBars.Compute(FactorProgram, ComputeOptions, CancellationToken)"/> gives on the same devices, byte for byte.</returns>
    /// <exception cref="DeviceException">A device fails, or has too little memory for what the program needs beside the days; the message names it.</exception>
    /// <exception cref="ObjectDisposedException">The bars are on the devices no more.</exception>
    /// <exception cref="OperationCanceledException">Cancellation was asked for.</exception>
    public FactorTable Compute(FactorProgram program, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(program);
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return MinuteBars.Compute(_days, program, _engine, progress: null, cancellation);
    }

    /// <summary>Frees the memory of the devices and closes them. Doing so again does nothing.</summary>
    public void Dispose()
    {
        if (!_isDisposed)
        {
            _isDisposed = true;
            _engine.Dispose();
        }
    }
}
