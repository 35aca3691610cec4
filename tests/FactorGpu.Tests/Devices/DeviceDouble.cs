using System;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using FactorGpu.Engines.Gpu;

namespace FactorGpu.Tests.Devices;

/// <summary>A device of <see cref="DriverDouble"/>.</summary>
internal sealed class DeviceDouble : IGpuDevice
{
    private readonly DriverDouble _driver;

    internal DeviceDouble(DriverDouble driver, GpuDeviceInfo info)
    {
        _driver = driver;
        Info = info;
        _driver.Open++;
    }

    public GpuDeviceInfo Info { get; }

    public IGpuKernels Build(string source, ImmutableArray<string> kernels)
    {
        _driver.Builds++;
        return new Kernels(_driver);
    }

    public IGpuBuffer Allocate(long bytes)
    {
        _driver.Allocate(bytes);
        return new Buffer(_driver, bytes);
    }

    public IGpuHostMemory AllocateHost(long bytes) => new HostMemory(_driver, bytes);

    public IGpuQueue CreateQueue() => new Queue(_driver, Info);

    public void Dispose() => _driver.Open--;

    private abstract class Resource : IDisposable
    {
        protected Resource(DriverDouble driver)
        {
            Driver = driver;
            Driver.Open++;
        }

        protected DriverDouble Driver { get; }

        public virtual void Dispose() => Driver.Open--;
    }

    private sealed class Kernels(DriverDouble driver) : Resource(driver), IGpuKernels
    {
        public int LargestGroup(int kernel) => 1024;
    }

    private sealed class Buffer(DriverDouble driver, long bytes) : Resource(driver), IGpuBuffer
    {
        public long Bytes => bytes;

        public override void Dispose()
        {
            Driver.Allocated -= bytes;
            base.Dispose();
        }
    }

    private sealed class HostMemory : Resource, IGpuHostMemory
    {
        internal HostMemory(DriverDouble driver, long bytes)
            : base(driver)
        {
            Bytes = bytes;
            Start = Marshal.AllocHGlobal((nint)bytes);
            Marshal.Copy(new byte[bytes], 0, Start, (int)bytes);
        }

        public nint Start { get; }

        public long Bytes { get; }

        public override void Dispose()
        {
            Marshal.FreeHGlobal(Start);
            base.Dispose();
        }
    }

    private sealed class Event : IGpuEvent
    {
        public double ElapsedMs => 1;

        public void Wait()
        {
        }

        public void Dispose()
        {
        }
    }

    private sealed class Queue(DriverDouble driver, GpuDeviceInfo info) : Resource(driver), IGpuQueue
    {
        public IGpuEvent Upload(nint source, IGpuBuffer target, long targetOffset, long bytes) => new Event();

        public IGpuEvent Download(IGpuBuffer source, long sourceOffset, nint target, long bytes) => new Event();

        public IGpuEvent Copy(IGpuBuffer source, IGpuBuffer target, long bytes) => new Event();

        public IGpuEvent Launch(IGpuKernels kernels, int kernel, int groups, int itemsPerGroup, ReadOnlySpan<GpuArgument> arguments)
        {
            Driver.Launch(info);
            return new Event();
        }

        public void StartAfter(IGpuEvent operation)
        {
        }

        public void Finish()
        {
        }
    }
}
