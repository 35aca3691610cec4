namespace FactorGpu.Devices.OpenCl.Native;

/// <summary>A platform (cl_platform_id); nobody owns it.</summary>
internal readonly record struct PlatformId(nint Value);
