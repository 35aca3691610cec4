using System;
using System.Collections.Immutable;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Engines.Gpu.Plans;

namespace FactorGpu.Engines.Gpu;

/// <summary>Runs programs on one device, a day at a time: uploads what the plan reads, runs its kernels, downloads the values, and waits.</summary>
/// <remarks>Keeps the kernels of the last program. Not for two runs at a time.</remarks>
internal sealed class GpuEngine : IFactorEngine, IDisposable
{
    private readonly IGpuDevice _device;
    private readonly KernelPlanOptions _options;
    private FactorProgram? _program;
    private ImmutableArray<GpuProgram> _parts = [];

    /// <summary>An engine on a device that stays the caller's.</summary>
    internal GpuEngine(IGpuDevice device, KernelPlanOptions options)
    {
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

        Prepare(program);
        foreach (GpuProgram part in _parts)
        {
            using var run = new GpuDay(_device, new DayLayout(part.Plan, day.Shape.S));
            run.Upload(day);
            run.Launch(part.Kernels);
            run.Download(values, part.Rows);
        }
    }

    public void Dispose()
    {
        foreach (GpuProgram part in _parts)
        {
            part.Dispose();
        }

        _parts = [];
    }

    private void Prepare(FactorProgram program)
    {
        if (_program == program)
        {
            return;
        }

        Dispose();
        _program = null;
        foreach (ProgramPart part in program.Parts)
        {
            _parts = _parts.Add(new GpuProgram(_device, part, _options));
        }

        _program = program;
    }
}
