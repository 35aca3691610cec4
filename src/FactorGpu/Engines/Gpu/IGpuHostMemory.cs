using System;

namespace FactorGpu.Engines.Gpu;

/// <summary>Pinned memory of the host.</summary>
internal interface IGpuHostMemory : IDisposable
{
    nint Start { get; }

    long Bytes { get; }
}
