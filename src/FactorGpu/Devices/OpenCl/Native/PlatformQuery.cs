namespace FactorGpu.Devices.OpenCl.Native;

/// <summary>What is asked of a platform (cl_platform_info).</summary>
internal enum PlatformQuery : uint
{
    Version = 0x0901,
    Name = 0x0902,
}
