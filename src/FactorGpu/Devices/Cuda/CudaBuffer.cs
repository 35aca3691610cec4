using System;
using FactorGpu.Devices.Cuda.Native;
using FactorGpu.Engines.Gpu;

namespace FactorGpu.Devices.Cuda;

internal sealed class CudaBuffer : IGpuBuffer
{
    private readonly MemoryHandle _memory;

    internal CudaBuffer(MemoryHandle memory, long bytes)
    {
        _memory = memory;
        Bytes = bytes;
    }

    public long Bytes { get; }

    /// <summary>Where it lies on the device.</summary>
    internal nint Address
    {
        get
        {
            ObjectDisposedException.ThrowIf(_memory.IsClosed, this);
            return _memory.Address;
        }
    }

    public void Dispose() => _memory.Dispose();
}
