namespace FactorGpu.Devices.OpenCl.Native;

/// <summary>An event (cl_event).</summary>
internal sealed class EventHandle : OpenClHandle
{
    protected override bool ReleaseHandle() => OpenClNative.ReleaseEvent(handle) == OpenClStatus.Success;
}
