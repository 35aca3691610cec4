using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace FactorGpu.Engines.Gpu;

/// <summary>Open devices of one kind, which engines share.</summary>
internal sealed class OpenDevices : IDisposable
{
    private readonly Owned _owned = new();

    /// <summary>Opens devices, all or none.</summary>
    /// <exception cref="Errors.DeviceException">One of them cannot be opened.</exception>
    internal OpenDevices(IGpuDriver driver, IEnumerable<GpuDeviceInfo> devices)
    {
        try
        {
            All = [.. devices.Select(device => _owned.Add(driver.Open(device)))];
        }
        catch
        {
            _owned.Dispose();
            throw;
        }
    }

    internal ImmutableArray<IGpuDevice> All { get; }

    public void Dispose() => _owned.Dispose();
}
