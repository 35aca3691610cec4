using FactorGpu.Devices.OpenCl.Native;
using FactorGpu.Engines.Gpu;

namespace FactorGpu.Devices.OpenCl;

/// <summary>Memory that the driver allocated on the host, mapped for its whole life: pinned on a card, plain memory on a processor.</summary>
/// <param name="buffer">The buffer that it belongs to.</param>
/// <param name="mapped">The memory.</param>
/// <param name="bytes">Its size.</param>
internal sealed class OpenClHostMemory(BufferHandle buffer, MappedMemoryHandle mapped, long bytes) : IGpuHostMemory
{
    public nint Start => mapped.Start;

    public long Bytes => bytes;

    public void Dispose()
    {
        mapped.Dispose();
        buffer.Dispose();
    }
}
