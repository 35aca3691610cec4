using System;
using FactorGpu.Devices.OpenCl.Native;
using FactorGpu.Engines.Gpu;

namespace FactorGpu.Devices.OpenCl;

/// <summary>Memory on an OpenCL device.</summary>
/// <param name="handle">The buffer.</param>
/// <param name="bytes">Its size.</param>
internal sealed class OpenClBuffer(BufferHandle handle, long bytes) : IGpuBuffer
{
    public long Bytes => bytes;

    internal BufferHandle Handle => handle;

    public void Dispose() => handle.Dispose();

    /// <summary>The handle, for an operation on a part of the memory. Drivers check the part too, not all of them for overflow.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The part is empty or not within the memory.</exception>
    internal BufferHandle WithPart(long offset, long partBytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(partBytes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(partBytes, bytes - offset);
        return handle;
    }
}
