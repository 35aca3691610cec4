using System;
using FactorGpu.Devices.Cuda.Native;
using FactorGpu.Engines.Gpu;

namespace FactorGpu.Devices.Cuda;

internal sealed class CudaHostMemory : IGpuHostMemory
{
    private readonly HostMemoryHandle _memory;

    internal CudaHostMemory(HostMemoryHandle memory, long bytes)
    {
        _memory = memory;
        Bytes = bytes;
    }

    public nint Start
    {
        get
        {
            ObjectDisposedException.ThrowIf(_memory.IsClosed, this);
            return _memory.Address;
        }
    }

    public long Bytes { get; }

    public void Dispose() => _memory.Dispose();
}
