namespace FactorGpu.Devices.OpenCl.Native;

/// <summary>A context (cl_context).</summary>
internal sealed class ContextHandle : OpenClHandle
{
    protected override bool ReleaseHandle() => OpenClNative.ReleaseContext(handle) == OpenClStatus.Success;
}
