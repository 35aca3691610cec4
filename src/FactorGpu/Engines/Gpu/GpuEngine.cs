using System;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Engines.Gpu.Plans;
using FactorGpu.Errors;

namespace FactorGpu.Engines.Gpu;

/// <summary>Runs programs on one device, a day at a time: uploads what the plan reads, runs its kernels, downloads the values, and waits.</summary>
/// <remarks>Keeps the kernels of the last program. Not for two runs at a time.</remarks>
internal sealed class GpuEngine : IFactorEngine, IDisposable
{
    private readonly IGpuDevice _device;
    private readonly KernelPlanOptions _options;
    private GpuProgram? _program;

    /// <summary>An engine on a device that stays the caller's.</summary>
    /// <exception cref="DeviceException">The device cannot compute in the precision asked for.</exception>
    internal GpuEngine(IGpuDevice device, KernelPlanOptions options)
    {
        bool needsFp64 = options.Precision == Precision.Double || options.ScalarPrecision == Precision.Double;
        if (needsFp64 && !device.Info.HasFp64)
        {
            Throw.NoFp64(device.Info.Name);
        }

        _device = device;
        _options = options with { LocalBytes = Math.Min(options.LocalBytes, device.Info.LocalBytes) };
    }

    public void Run(FactorProgram program, DayTensor day, Span<double> values)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length, program.Factors.Length * day.Shape.S);
        if (day.Shape.S == 0)
        {
            return;
        }

        GpuProgram kernels = Prepare(program);
        using var run = new GpuDay(_device, new DayLayout(kernels.Plan, day.Shape.S));
        run.Upload(day);
        run.Launch(kernels.Kernels);
        run.Download(values);
    }

    public void Dispose() => _program?.Dispose();

    private GpuProgram Prepare(FactorProgram program)
    {
        if (_program?.Program != program)
        {
            _program?.Dispose();
            _program = null;
            _program = new GpuProgram(_device, program, _options);
        }

        return _program;
    }
}
