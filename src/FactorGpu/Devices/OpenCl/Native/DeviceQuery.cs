namespace FactorGpu.Devices.OpenCl.Native;

/// <summary>What is asked of a device (cl_device_info).</summary>
internal enum DeviceQuery : uint
{
    Type = 0x1000,
    MaxWorkGroupSize = 0x1004,
    MaxWorkItemSizes = 0x1005,
    MaxMemAllocSize = 0x1010,
    SingleFpConfig = 0x101B,
    GlobalMemSize = 0x101F,
    LocalMemSize = 0x1023,
    Available = 0x1027,
    CompilerAvailable = 0x1028,
    Name = 0x102B,
    DriverVersion = 0x102D,
    Version = 0x102F,
    DoubleFpConfig = 0x1032,

    // OpenCL 3.0, and the extensions cl_nv_device_attribute_query and cl_amd_device_attribute_query.
    PreferredWorkGroupSizeMultiple = 0x1067,
    WarpSizeNv = 0x4003,
    WavefrontWidthAmd = 0x4043,
}
