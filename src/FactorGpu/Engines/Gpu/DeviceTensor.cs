using System;
using System.Collections.Immutable;
using FactorGpu.Bars;

namespace FactorGpu.Engines.Gpu;

/// <summary>A day that stays on a device in one precision: all that programs can read, uploaded once, for any number of programs.</summary>
/// <remarks>In as many pieces as the largest buffer of the device demands.</remarks>
internal sealed class DeviceTensor : IDisposable
{
    private readonly Owned _owned = new();

    /// <summary>Uploads a day and waits until it is there.</summary>
    /// <param name="device">The device.</param>
    /// <param name="queue">A queue of it.</param>
    /// <param name="day">The day.</param>
    /// <param name="inputs">What is uploaded.</param>
    /// <exception cref="Errors.DeviceException">The device fails, or has too little memory.</exception>
    internal DeviceTensor(IGpuDevice device, IGpuQueue queue, DayTensor day, KernelInputs inputs)
    {
        try
        {
            Pieces = Upload(device, queue, day, inputs);
        }
        catch
        {
            _owned.Dispose();
            throw;
        }
    }

    /// <summary>Neighbouring stocks, all of the day together.</summary>
    internal ImmutableArray<(int First, DayLayout Layout, DeviceInputs Inputs)> Pieces { get; }

    /// <summary>Bytes that days take on a device.</summary>
    internal static long BytesOf(ImmutableArray<DayTensor> days, KernelInputs inputs)
    {
        long bytes = 0;
        foreach (DayTensor day in days)
        {
            bytes += new DayLayout(inputs, day.Shape.S).Bytes;
        }

        return bytes;
    }

    /// <summary>Most stocks of a piece.</summary>
    internal static int MostStocks(GpuDeviceInfo device, KernelInputs inputs)
        => (int)Math.Clamp(device.LargestBufferBytes / new DayLayout(inputs, 1).BarsBytes, 1, int.MaxValue);

    public void Dispose() => _owned.Dispose();

    private ImmutableArray<(int First, DayLayout Layout, DeviceInputs Inputs)> Upload(IGpuDevice device, IGpuQueue queue, DayTensor day, KernelInputs inputs)
    {
        int most = Math.Min(MostStocks(device.Info, inputs), Math.Max(1, day.Shape.S));
        using IGpuHostMemory staging = device.AllocateHost(new DayLayout(inputs, most).Bytes);
        var pieces = ImmutableArray.CreateBuilder<(int First, DayLayout Layout, DeviceInputs Inputs)>();
        for (int first = 0; first < day.Shape.S; first += most)
        {
            var layout = new DayLayout(inputs, Math.Min(most, day.Shape.S - first));
            DeviceInputs piece = _owned.Add(new DeviceInputs(device, layout));
            using var work = new GpuWork();
            try
            {
                piece.Upload(queue, staging, layout, day, first, work);
                work.Wait();
            }
            finally
            {
                // What is left of a failed upload still reads the pinned memory.
                queue.Finish();
            }

            pieces.Add((first, layout, piece));
        }

        return pieces.ToImmutable();
    }
}
