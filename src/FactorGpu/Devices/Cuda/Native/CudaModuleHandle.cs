using System;

namespace FactorGpu.Devices.Cuda.Native;

/// <summary>Compiled kernels, loaded into a context.</summary>
internal sealed class CudaModuleHandle : CudaHandle
{
    private CudaModuleHandle(nint created, ContextHandle context)
        : base(created, context)
    {
    }

    /// <summary>Loads a cubin, or PTX that ends with a zero byte.</summary>
    internal static CudaStatus Load(ContextHandle context, ReadOnlySpan<byte> image, out CudaModuleHandle? made)
    {
        CudaStatus status = CudaNative.ModuleLoadData(out nint created, image);
        made = status == CudaStatus.Success ? new CudaModuleHandle(created, context) : null;
        return status;
    }

    private protected override CudaStatus Free() => CudaNative.ModuleUnload(handle);
}
