namespace FactorGpu.Devices.OpenCl.Native;

/// <summary>A command queue (cl_command_queue).</summary>
internal sealed class QueueHandle : OpenClHandle
{
    protected override bool ReleaseHandle() => OpenClNative.ReleaseCommandQueue(handle) == OpenClStatus.Success;
}
