namespace FactorGpu.Devices.OpenCl.Native;

/// <summary>A device as its platform lists it (cl_device_id); nobody owns it.</summary>
internal readonly record struct DeviceId(nint Value);
