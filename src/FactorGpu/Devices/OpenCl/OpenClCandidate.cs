using FactorGpu.Devices.OpenCl.Native;
using FactorGpu.Engines.Gpu;

namespace FactorGpu.Devices.OpenCl;

/// <summary>A device that can be opened.</summary>
internal sealed record OpenClCandidate
{
    public required PlatformId Platform { get; init; }

    public required DeviceId Id { get; init; }

    public required DeviceTypes Types { get; init; }

    public required GpuDeviceInfo Info { get; init; }
}
