using System;
using System.Runtime.InteropServices;
using FactorGpu.Engines.Gpu;

namespace FactorGpu.Tests.Devices;

/// <summary>Arrays on their way to a device and back, each copy waited for.</summary>
internal static class DeviceData
{
    /// <summary>Copies an array into memory of its size.</summary>
    internal static IGpuBuffer Upload<T>(IGpuDevice device, IGpuQueue queue, T[] values)
        where T : unmanaged
    {
        long bytes = (long)values.Length * Marshal.SizeOf<T>();
        IGpuBuffer buffer = device.Allocate(bytes);
        Pinned(values, start =>
        {
            using IGpuEvent copied = queue.Upload(start, buffer, 0, bytes);
            copied.Wait();
        });
        return buffer;
    }

    /// <summary>Copies the first <paramref name="count"/> elements of a buffer into an array.</summary>
    internal static T[] Download<T>(IGpuQueue queue, IGpuBuffer buffer, int count)
        where T : unmanaged
    {
        var values = new T[count];
        Pinned(values, start =>
        {
            using IGpuEvent copied = queue.Download(buffer, 0, start, (long)count * Marshal.SizeOf<T>());
            copied.Wait();
        });
        return values;
    }

    /// <summary>Lets an action use an array by its address.</summary>
    internal static void Pinned<T>(T[] values, Action<nint> use)
        where T : unmanaged
    {
        GCHandle pin = GCHandle.Alloc(values, GCHandleType.Pinned);
        try
        {
            use(pin.AddrOfPinnedObject());
        }
        finally
        {
            pin.Free();
        }
    }
}
