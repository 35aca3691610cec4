using System;
using System.Diagnostics;
using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Engines.Gpu;

namespace FactorGpu.Benchmarks;

/// <summary>One day on a device with the kernels of a program in one precision, to be run again and again.</summary>
internal sealed class GpuDay : IDisposable
{
    private readonly Owned _owned = new();
    private readonly GpuProgram _program;
    private readonly DayLayout _layout;
    private readonly IGpuQueue _queue;
    private readonly IGpuHostMemory _staging;
    private readonly IGpuHostMemory _host;
    private readonly DeviceInputs _inputs;
    private readonly IGpuBuffer _values;
    private readonly IGpuBuffer _copy;
    private readonly GpuArgument[] _arguments;

    internal GpuDay(IGpuDevice device, FactorProgram program, DayTensor day, int workItems)
    {
        _program = _owned.Add(new GpuProgram(device, program, new() { WorkItems = workItems }));
        _layout = new DayLayout(_program.Plan.Inputs, day.Shape.S);
        _queue = _owned.Add(device.CreateQueue());
        _staging = _owned.Add(device.AllocateHost(_layout.Bytes));
        _host = _owned.Add(device.AllocateHost(_layout.ValuesBytes(_program.Plan)));
        _inputs = _owned.Add(new DeviceInputs(device, _layout));
        _values = _owned.Add(device.Allocate(_layout.ValuesBytes(_program.Plan)));
        _copy = _owned.Add(device.Allocate(_layout.BarsBytes));
        IGpuBuffer scratch = _owned.Add(device.Allocate(_layout.ScratchBytes(_program.Plan)));
        _arguments =
        [
            GpuArgument.Of(_inputs.Bars), GpuArgument.Of(_inputs.Masks), GpuArgument.Of(_inputs.DayValues),
            GpuArgument.Of(scratch), GpuArgument.Of(_values), GpuArgument.Of(_layout.S),
        ];
        using var work = new GpuWork();
        _inputs.Upload(_queue, _staging, _layout, day, 0, work);
        _queue.Finish();
    }

    internal int Kernels => _program.Plan.Kernels.Length;

    internal long Bytes => _layout.Bytes;

    /// <summary>Time of the kernels by the device's clock, ms.</summary>
    internal double KernelsMs()
    {
        IGpuEvent[] events = [.. Enumerable.Range(0, Kernels).Select(Launch)];
        return Elapsed(events);
    }

    /// <summary>Time of a copy on the device of the bytes that the program reads, by the device's clock, ms. Masks and day values, 2 % of the bytes, are counted as bars.</summary>
    internal double CopyMs() => Elapsed(_queue.Copy(_inputs.Bars, _copy, _layout.BarsBytes)) * _layout.Bytes / _layout.BarsBytes;

    /// <summary>Time from pinned memory to pinned memory by the host's clock, ms.</summary>
    internal double TransfersMs(bool withKernels)
    {
        long start = Stopwatch.GetTimestamp();
        using var work = new GpuWork();
        _inputs.Send(_queue, _staging, _layout, work);
        for (int kernel = 0; withKernels && kernel < Kernels; kernel++)
        {
            Launch(kernel).Dispose();
        }

        _queue.Download(_values, 0, _host.Start, _host.Bytes).Dispose();
        _queue.Finish();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    public void Dispose() => _owned.Dispose();

    private static double Elapsed(params IGpuEvent[] events)
    {
        double ms = 0;
        foreach (IGpuEvent operation in events)
        {
            operation.Wait();
            ms += operation.ElapsedMs;
            operation.Dispose();
        }

        return ms;
    }

    private IGpuEvent Launch(int kernel) => _queue.Launch(_program.Kernels, kernel, _layout.S, _program.Plan.WorkItems, _arguments);
}
