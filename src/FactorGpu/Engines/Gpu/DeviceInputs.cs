using System;
using FactorGpu.Bars;

namespace FactorGpu.Engines.Gpu;

/// <summary>Buffers on a device for the bars of some stocks of a day.</summary>
internal sealed class DeviceInputs : IDisposable
{
    private readonly Owned _owned = new();

    /// <summary>Makes buffers that have room for the stocks of a layout.</summary>
    /// <exception cref="Errors.DeviceException">The device has too little memory.</exception>
    internal DeviceInputs(IGpuDevice device, DayLayout layout)
    {
        try
        {
            Bars = _owned.Add(device.Allocate(layout.BarsBytes));
            Masks = _owned.Add(device.Allocate(layout.MasksBytes));
            DayValues = _owned.Add(device.Allocate(layout.DayValuesBytes));
        }
        catch
        {
            _owned.Dispose();
            throw;
        }
    }

    internal IGpuBuffer Bars { get; }

    internal IGpuBuffer Masks { get; }

    internal IGpuBuffer DayValues { get; }

    /// <summary>Writes the bars of some stocks into pinned memory, and puts their way to the device into a queue.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="staging">Pinned memory with room for the layout, not touched until the queue has passed.</param>
    /// <param name="layout">What is uploaded; at most what the buffers have room for.</param>
    /// <param name="day">The day.</param>
    /// <param name="first">First stock.</param>
    /// <param name="work">Gets the operations.</param>
    internal void Upload(IGpuQueue queue, IGpuHostMemory staging, DayLayout layout, DayTensor day, int first, GpuWork work)
    {
        (nint bars, nint masks, nint dayValues) = Places(staging, layout);
        DayImage.WriteBars(layout, day, first, bars);
        DayImage.WriteMasks(layout, day, first, masks);
        DayImage.WriteDayValues(layout, day, first, dayValues);
        Send(queue, staging, layout, work);
    }

    /// <summary>Puts the way to the device into a queue again, of what <see cref="Upload"/> has written.</summary>
    internal void Send(IGpuQueue queue, IGpuHostMemory staging, DayLayout layout, GpuWork work)
    {
        (nint bars, nint masks, nint dayValues) = Places(staging, layout);
        work.Add(queue.Upload(bars, Bars, 0, layout.BarsBytes));
        work.Add(queue.Upload(masks, Masks, 0, layout.MasksBytes));
        work.Add(queue.Upload(dayValues, DayValues, 0, layout.DayValuesBytes));
    }

    public void Dispose() => _owned.Dispose();

    private static (nint Bars, nint Masks, nint DayValues) Places(IGpuHostMemory staging, DayLayout layout)
    {
        nint masks = staging.Start + (nint)layout.BarsBytes;
        return (staging.Start, masks, masks + (nint)layout.MasksBytes);
    }
}
