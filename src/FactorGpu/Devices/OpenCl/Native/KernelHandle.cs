namespace FactorGpu.Devices.OpenCl.Native;

/// <summary>A kernel (cl_kernel).</summary>
internal sealed class KernelHandle : OpenClHandle
{
    protected override bool ReleaseHandle() => OpenClNative.ReleaseKernel(handle) == OpenClStatus.Success;
}
