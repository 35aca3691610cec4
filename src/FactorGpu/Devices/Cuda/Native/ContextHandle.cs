using System.Runtime.InteropServices;

namespace FactorGpu.Devices.Cuda.Native;

/// <summary>The primary context of a device, which everything that computes on it in this process shares.</summary>
internal sealed class ContextHandle : SafeHandle
{
    private readonly int _device;

    private ContextHandle(nint context, int device)
        : base(invalidHandleValue: 0, ownsHandle: true)
    {
        _device = device;
        SetHandle(context);
    }

    public override bool IsInvalid => handle == 0;

    internal nint Address => handle;

    /// <summary>Takes part in the context of a device.</summary>
    internal static CudaStatus Retain(int device, out ContextHandle? context)
    {
        CudaStatus status = CudaNative.DevicePrimaryCtxRetain(out nint retained, device);
        context = status == CudaStatus.Success ? new ContextHandle(retained, device) : null;
        return status;
    }

    protected override bool ReleaseHandle() => CudaNative.DevicePrimaryCtxRelease(_device) == CudaStatus.Success;
}
