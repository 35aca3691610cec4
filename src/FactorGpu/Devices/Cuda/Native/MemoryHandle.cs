namespace FactorGpu.Devices.Cuda.Native;

/// <summary>Memory on a device.</summary>
internal sealed class MemoryHandle : CudaHandle
{
    private MemoryHandle(nint created, ContextHandle context)
        : base(created, context)
    {
    }

    internal nint Address => handle;

    /// <summary>Takes memory.</summary>
    internal static CudaStatus Allocate(ContextHandle context, long bytes, out MemoryHandle? made)
    {
        CudaStatus status = CudaNative.MemAlloc(out nint created, (nuint)bytes);
        made = status == CudaStatus.Success ? new MemoryHandle(created, context) : null;
        return status;
    }

    private protected override CudaStatus Free() => CudaNative.MemFree(handle);
}
