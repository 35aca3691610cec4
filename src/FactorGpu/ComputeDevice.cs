using FactorGpu.Engines.Gpu;

namespace FactorGpu;

/// <summary>A device that can compute factors.</summary>
public sealed record ComputeDevice
{
    internal ComputeDevice(EngineKind engine, GpuDeviceInfo info)
    {
        Engine = engine;
        Info = info;
    }

    /// <summary>The engine that uses it: <see cref="EngineKind.OpenCl"/> or <see cref="EngineKind.Cuda"/>. One card may be a device of both.</summary>
    public EngineKind Engine { get; }

    /// <summary>What <see cref="ComputeOptions.Device"/> takes: its place among the devices of its kind, from 0.</summary>
    public int Index => Info.Index;

    /// <summary>Its name, as its driver gives it.</summary>
    public string Name => Info.Name;

    /// <summary>What it is reached through, with versions.</summary>
    public string Platform => Info.Platform;

    /// <summary>Version of the driver.</summary>
    public string Driver => Info.Driver;

    /// <summary>Memory of the device, bytes.</summary>
    public long MemoryBytes => Info.MemoryBytes;

    /// <summary>True when it computes in float64; else it takes programs of single precision alone.</summary>
    public bool HasFp64 => Info.HasFp64;

    /// <summary>True for a processor that is reached as a device, such as by PoCL: good for trying things, slower than the engine <see cref="EngineKind.Cpu"/>.</summary>
    public bool IsProcessor => Info.IsProcessor;

    internal GpuDeviceInfo Info { get; }

    /// <summary>Engine, index and name.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{EngineFactory.NameOf(Engine)} {Index}, \"{Name}\"");
}
