using System;
using System.Collections.Immutable;
using System.Threading;
using FactorGpu.Engines.Gpu;
using FactorGpu.Errors;

namespace FactorGpu.Tests.Engines.Gpu;

/// <summary>A device that has less memory than another, or fails after some launches, and is that other in all else.</summary>
internal sealed class DeviceWithFaults(IGpuDevice device) : IGpuDevice
{
    private long _allocated;
    private int _launches;

    /// <summary>Bytes of all its buffers together; more is out of memory.</summary>
    internal long MemoryBytes { get; init; } = long.MaxValue;

    /// <summary>Bytes that it says it has.</summary>
    internal long? SaidBytes { get; init; }

    /// <summary>Launches that succeed.</summary>
    internal int LastLaunch { get; init; } = int.MaxValue;

    /// <summary>Called at the first launch.</summary>
    internal Action OnFirstLaunch { get; init; } = () => { };

    /// <summary>Buffers and pinned memory not yet disposed of.</summary>
    internal int Open { get; private set; }

    /// <summary>Most bytes that were allocated at a time.</summary>
    internal long PeakBytes { get; private set; }

    internal int Launches => _launches;

    public GpuDeviceInfo Info => device.Info with { MemoryBytes = SaidBytes ?? device.Info.MemoryBytes };

    public IGpuKernels Build(string source, ImmutableArray<string> kernels) => device.Build(source, kernels);

    public IGpuBuffer Allocate(long bytes)
    {
        if (_allocated + bytes > MemoryBytes)
        {
            throw new DeviceException($"{bytes} bytes were asked for.") { IsOutOfMemory = true };
        }

        _allocated += bytes;
        PeakBytes = Math.Max(PeakBytes, _allocated);
        Open++;
        return new Buffer(this, device.Allocate(bytes));
    }

    public IGpuHostMemory AllocateHost(long bytes) => device.AllocateHost(bytes);

    public IGpuQueue CreateQueue() => new Queue(this, device.CreateQueue());

    public void Dispose()
    {
    }

    internal sealed class Buffer(DeviceWithFaults owner, IGpuBuffer buffer) : IGpuBuffer
    {
        public long Bytes => buffer.Bytes;

        internal IGpuBuffer Inner => buffer;

        public void Dispose()
        {
            owner._allocated -= buffer.Bytes;
            owner.Open--;
            buffer.Dispose();
        }
    }

    private sealed class Queue(DeviceWithFaults owner, IGpuQueue queue) : IGpuQueue
    {
        public IGpuEvent Upload(nint source, IGpuBuffer target, long targetOffset, long bytes) => queue.Upload(source, ((Buffer)target).Inner, targetOffset, bytes);

        public IGpuEvent Download(IGpuBuffer source, long sourceOffset, nint target, long bytes) => queue.Download(((Buffer)source).Inner, sourceOffset, target, bytes);

        public IGpuEvent Copy(IGpuBuffer source, IGpuBuffer target, long bytes) => queue.Copy(((Buffer)source).Inner, ((Buffer)target).Inner, bytes);

        public IGpuEvent Launch(IGpuKernels kernels, int kernel, int groups, int itemsPerGroup, ReadOnlySpan<GpuArgument> arguments)
        {
            int launch = Interlocked.Increment(ref owner._launches);
            if (launch == 1)
            {
                owner.OnFirstLaunch();
            }

            if (launch > owner.LastLaunch)
            {
                throw new DeviceException($"Launching on {owner.Info.Name} failed, as it was told to.");
            }

            GpuArgument[] inner = [.. arguments];
            for (int i = 0; i < inner.Length; i++)
            {
                inner[i] = inner[i].Buffer is Buffer buffer ? GpuArgument.Of(buffer.Inner) : inner[i];
            }

            return queue.Launch(kernels, kernel, groups, itemsPerGroup, inner);
        }

        public void StartAfter(IGpuEvent operation) => queue.StartAfter(operation);

        public void Finish() => queue.Finish();

        public void Dispose() => queue.Dispose();
    }
}
