using System;

namespace FactorGpu.Devices.OpenCl.Native;

/// <summary>Types of devices (cl_device_type); a device may be of several.</summary>
[Flags]
internal enum DeviceTypes : ulong
{
    None = 0,
    Cpu = 1 << 1,
    Gpu = 1 << 2,
    Accelerator = 1 << 3,
    All = 0xFFFFFFFF,
}
