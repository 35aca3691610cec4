namespace FactorGpu.Devices.Cuda.Native;

/// <summary>Pinned memory of the host.</summary>
internal sealed class HostMemoryHandle : CudaHandle
{
    // CU_MEMHOSTALLOC_PORTABLE.
    private const uint Portable = 1;

    private HostMemoryHandle(nint created, ContextHandle context)
        : base(created, context)
    {
    }

    internal nint Address => handle;

    /// <summary>Takes memory that every context may copy from and to at full speed.</summary>
    internal static CudaStatus Allocate(ContextHandle context, long bytes, out HostMemoryHandle? made)
    {
        CudaStatus status = CudaNative.MemHostAlloc(out nint created, (nuint)bytes, Portable);
        made = status == CudaStatus.Success ? new HostMemoryHandle(created, context) : null;
        return status;
    }

    private protected override CudaStatus Free() => CudaNative.MemFreeHost(handle);
}
