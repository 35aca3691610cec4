using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using FactorGpu.Bars;

namespace FactorGpu.Engines.Gpu;

/// <summary>One day on a device: its buffers, and a queue in which it goes there, is computed and comes back. Every step waits until it has ended.</summary>
internal sealed class GpuDay : IDisposable
{
    private readonly IGpuDevice _device;
    private readonly DayLayout _layout;
    private readonly Stack<IDisposable> _owned = new();
    private readonly IGpuQueue _queue;
    private readonly IGpuBuffer _bars;
    private readonly IGpuBuffer _masks;
    private readonly IGpuBuffer _dayValues;
    private readonly IGpuBuffer _scratch;
    private readonly IGpuBuffer _values;

    internal GpuDay(IGpuDevice device, DayLayout layout)
    {
        _device = device;
        _layout = layout;
        try
        {
            _queue = Own(device.CreateQueue());
            _bars = Own(device.Allocate(layout.BarsBytes));
            _masks = Own(device.Allocate(layout.MasksBytes));
            _dayValues = Own(device.Allocate(layout.DayValuesBytes));
            _scratch = Own(device.Allocate(layout.ScratchBytes));
            _values = Own(device.Allocate(layout.ValuesBytes));
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    private delegate void Fill(DayLayout layout, DayTensor day, Span<byte> target);

    internal void Upload(DayTensor day)
    {
        Upload(day, _bars, DayImage.WriteBars);
        Upload(day, _masks, DayImage.WriteMasks);
        Upload(day, _dayValues, DayImage.WriteDayValues);
    }

    internal void Launch(IGpuKernels kernels)
    {
        GpuArgument[] arguments =
        [
            GpuArgument.Of(_bars), GpuArgument.Of(_masks), GpuArgument.Of(_dayValues), GpuArgument.Of(_scratch), GpuArgument.Of(_values), GpuArgument.Of(_layout.S),
        ];
        for (int kernel = 0; kernel < _layout.Plan.Kernels.Length; kernel++)
        {
            using IGpuEvent done = _queue.Launch(kernels, kernel, _layout.S, _layout.Plan.WorkItems, arguments);
            done.Wait();
        }
    }

    /// <summary>Copies values to the rows of a result [K, S] that they are.</summary>
    internal void Download(Span<double> values, ImmutableArray<int> rows)
    {
        using IGpuHostMemory host = _device.AllocateHost(_values.Bytes);
        using IGpuEvent done = _queue.Download(_values, 0, host.Start, _values.Bytes);
        done.Wait();
        DayImage.ReadValues(_layout, host.Content(), values, rows);
    }

    public void Dispose()
    {
        while (_owned.TryPop(out IDisposable? owned))
        {
            owned.Dispose();
        }
    }

    private T Own<T>(T resource)
        where T : IDisposable
    {
        _owned.Push(resource);
        return resource;
    }

    private void Upload(DayTensor day, IGpuBuffer target, Fill fill)
    {
        using IGpuHostMemory host = _device.AllocateHost(target.Bytes);
        fill(_layout, day, host.Content());
        using IGpuEvent done = _queue.Upload(host.Start, target, 0, target.Bytes);
        done.Wait();
    }
}
