namespace FactorGpu.Engines.Gpu;

/// <summary>One native interface to devices: finds them and opens them. Never throws for what is missing.</summary>
internal interface IGpuDriver
{
    /// <summary>The devices, in the driver's order.</summary>
    GpuSearch Search();

    /// <summary>Opens one of the devices found.</summary>
    /// <exception cref="Errors.DeviceException">The device cannot be opened; the message names it and says why.</exception>
    IGpuDevice Open(GpuDeviceInfo device);
}
