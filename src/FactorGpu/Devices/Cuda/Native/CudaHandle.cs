using System.Runtime.InteropServices;

namespace FactorGpu.Devices.Cuda.Native;

/// <summary>Something that lives in a context, and keeps it alive.</summary>
internal abstract class CudaHandle : SafeHandle
{
    private readonly ContextHandle _context;

    private protected CudaHandle(nint created, ContextHandle context)
        : base(invalidHandleValue: 0, ownsHandle: true)
    {
        bool isHeld = false;
        context.DangerousAddRef(ref isHeld);
        _context = context;
        SetHandle(created);
    }

    public sealed override bool IsInvalid => handle == 0;

    /// <summary>Gives it back to the driver. The context is the calling thread's own.</summary>
    private protected abstract CudaStatus Free();

    // May run on the thread of the finalisers, which has no context.
    protected sealed override bool ReleaseHandle()
    {
        bool isFree = false;
        if (CudaNative.CtxPushCurrent(_context.Address) == CudaStatus.Success)
        {
            isFree = Free() == CudaStatus.Success;
            _ = CudaNative.CtxPopCurrent(out _);
        }

        _context.DangerousRelease();
        return isFree;
    }
}
