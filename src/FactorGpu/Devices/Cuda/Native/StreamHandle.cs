namespace FactorGpu.Devices.Cuda.Native;

/// <summary>A stream.</summary>
internal sealed class StreamHandle : CudaHandle
{
    // CU_STREAM_NON_BLOCKING.
    private const uint NonBlocking = 1;

    private StreamHandle(nint created, ContextHandle context)
        : base(created, context)
    {
    }

    /// <summary>Makes a stream that does not wait for the context's default stream.</summary>
    internal static CudaStatus Create(ContextHandle context, out StreamHandle? made)
    {
        CudaStatus status = CudaNative.StreamCreate(out nint created, NonBlocking);
        made = status == CudaStatus.Success ? new StreamHandle(created, context) : null;
        return status;
    }

    private protected override CudaStatus Free() => CudaNative.StreamDestroy(handle);
}
