namespace FactorGpu.Engines.Gpu;

/// <summary>What is known of a device before it is opened.</summary>
internal sealed record GpuDeviceInfo
{
    public required GpuDeviceKind Kind { get; init; }

    /// <summary>Place among the devices of its kind, from 0.</summary>
    public required int Index { get; init; }

    public required string Name { get; init; }

    /// <summary>Who implements the interface: an OpenCL platform with its version, or CUDA with its.</summary>
    public required string Platform { get; init; }

    /// <summary>Version of the driver.</summary>
    public required string Driver { get; init; }

    /// <summary>What code is made for: <c>sm_90</c> on CUDA, empty elsewhere.</summary>
    public string Architecture { get; init; } = "";

    /// <summary>Memory of the device.</summary>
    public required long MemoryBytes { get; init; }

    /// <summary>The largest piece of memory that can be asked for at once.</summary>
    public required long LargestBufferBytes { get; init; }

    /// <summary>Memory that a work-group can share without asking for more than is given by default.</summary>
    public required int LocalBytes { get; init; }

    /// <summary>Most work-items of a group.</summary>
    public required int LargestGroup { get; init; }

    /// <summary>Work-items that execute together (a warp): a multiple of it fills the device.</summary>
    public int PreferredGroupMultiple { get; init; } = 1;

    /// <summary>True when the device computes in float64; otherwise it offers single precision only.</summary>
    public required bool HasFp64 { get; init; }

    /// <summary>True when division and square root of float32 can be asked to be correctly rounded.</summary>
    public required bool RoundsSingleCorrectly { get; init; }

    /// <summary>True for a processor that is reached through a device's interface, such as PoCL: right for tests, no gain over the Cpu engine.</summary>
    public bool IsProcessor { get; init; }
}
