namespace FactorGpu.Devices.OpenCl.Native;

/// <summary>A buffer (cl_mem).</summary>
internal sealed class BufferHandle : OpenClHandle
{
    protected override bool ReleaseHandle() => OpenClNative.ReleaseMemObject(handle) == OpenClStatus.Success;
}
