using System;

namespace FactorGpu.Engines.Gpu;

/// <summary>Looks at pinned memory of the host.</summary>
internal static class GpuHostMemoryContent
{
    /// <summary>All bytes of the memory; good while it is not disposed of.</summary>
    internal static unsafe Span<byte> Content(this IGpuHostMemory memory) => new((void*)memory.Start, checked((int)memory.Bytes));
}
