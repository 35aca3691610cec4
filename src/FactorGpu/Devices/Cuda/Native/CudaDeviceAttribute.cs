namespace FactorGpu.Devices.Cuda.Native;

/// <summary>CUdevice_attribute of cuda.h, as far as it is asked for.</summary>
internal enum CudaDeviceAttribute
{
    MaxThreadsPerBlock = 1,
    MaxSharedMemoryPerBlock = 8,
    WarpSize = 10,
    ComputeCapabilityMajor = 75,
    ComputeCapabilityMinor = 76,
}
