using System.Collections.Immutable;
using FactorGpu.Engines.Gpu;
using FactorGpu.Errors;

namespace FactorGpu.Tests.Devices;

/// <summary>A made-up driver with made-up devices, which compute nothing, give zeros back, and fail when they are told to.</summary>
internal sealed class DriverDouble : IGpuDriver
{
    private readonly GpuSearch _search;

    internal DriverDouble(GpuDeviceKind kind, params ImmutableArray<GpuDeviceInfo> devices)
    {
        _search = new GpuSearch { Kind = kind, Devices = devices, Reasons = devices.IsEmpty ? ["tried libmade-up.so: not found"] : [] };
    }

    /// <summary>Launches that succeed, of all devices together.</summary>
    internal int LastLaunch { get; init; } = int.MaxValue;

    /// <summary>Bytes that all buffers together may have.</summary>
    internal long MemoryBytes { get; init; } = long.MaxValue;

    /// <summary>Devices, queues, kernels and memory that are not disposed of.</summary>
    internal int Open { get; set; }

    internal long Allocated { get; set; }

    internal int Launches { get; set; }

    /// <summary>Kernel texts that were compiled.</summary>
    internal int Builds { get; set; }

    internal static GpuDeviceInfo Gpu(GpuDeviceKind kind, int index = 0, bool hasFp64 = true, bool isProcessor = false) => new()
    {
        Kind = kind,
        Index = index,
        Name = isProcessor ? "Slow" : "Fast",
        Platform = "Made-up 1",
        Driver = "2.3",
        MemoryBytes = 8_000_000_000,
        LargestBufferBytes = 2_000_000_000,
        LocalBytes = 48 * 1024,
        LargestGroup = 1024,
        HasFp64 = hasFp64,
        RoundsSingleCorrectly = true,
        IsProcessor = isProcessor,
    };

    public GpuSearch Search() => _search;

    IGpuDevice IGpuDriver.Open(GpuDeviceInfo device) => new DeviceDouble(this, device);

    /// <summary>Counts a launch, or fails.</summary>
    internal void Launch(GpuDeviceInfo device)
    {
        if (++Launches > LastLaunch)
        {
            throw new DeviceException($"made_up_launch returned MADE_UP (7) on \"{device.Name}\". Take another device or engine.");
        }
    }

    /// <summary>Counts bytes, or is out of memory.</summary>
    internal void Allocate(long bytes)
    {
        if (Allocated + bytes > MemoryBytes)
        {
            throw new DeviceException($"made_up_alloc was asked for {bytes} bytes and returned MADE_UP (2).") { IsOutOfMemory = true };
        }

        Allocated += bytes;
    }
}
