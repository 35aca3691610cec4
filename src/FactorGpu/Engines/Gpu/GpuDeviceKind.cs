namespace FactorGpu.Engines.Gpu;

/// <summary>The native interface that a device is reached through; it decides the dialect of the kernels.</summary>
internal enum GpuDeviceKind
{
    OpenCl,
    Cuda,
}
