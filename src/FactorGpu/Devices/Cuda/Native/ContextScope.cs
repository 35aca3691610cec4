namespace FactorGpu.Devices.Cuda.Native;

/// <summary>The time in which a context is the calling thread's own; its end gives the thread back what it had.</summary>
internal readonly ref struct ContextScope
{
    private readonly ContextHandle _context;

    private ContextScope(ContextHandle context) => _context = context;

    /// <summary>Begins. Where that fails, <paramref name="scope"/> ends nothing.</summary>
    /// <exception cref="System.ObjectDisposedException">The device has been disposed of.</exception>
    internal static CudaStatus Enter(ContextHandle context, out ContextScope scope)
    {
        bool isHeld = false;
        context.DangerousAddRef(ref isHeld);
        CudaStatus status = CudaNative.CtxPushCurrent(context.Address);
        scope = status == CudaStatus.Success ? new ContextScope(context) : default;
        if (status != CudaStatus.Success)
        {
            context.DangerousRelease();
        }

        return status;
    }

    public void Dispose()
    {
        if (_context is not null)
        {
            // It could only fail with nothing pushed.
            _ = CudaNative.CtxPopCurrent(out _);
            _context.DangerousRelease();
        }
    }
}
