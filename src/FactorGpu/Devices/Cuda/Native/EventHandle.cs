namespace FactorGpu.Devices.Cuda.Native;

/// <summary>An event that keeps its time.</summary>
internal sealed class EventHandle : CudaHandle
{
    // CU_EVENT_DEFAULT.
    private const uint Default = 0;

    private EventHandle(nint created, ContextHandle context)
        : base(created, context)
    {
    }

    /// <summary>Makes an event.</summary>
    internal static CudaStatus Create(ContextHandle context, out EventHandle? made)
    {
        CudaStatus status = CudaNative.EventCreate(out nint created, Default);
        made = status == CudaStatus.Success ? new EventHandle(created, context) : null;
        return status;
    }

    private protected override CudaStatus Free() => CudaNative.EventDestroy(handle);
}
