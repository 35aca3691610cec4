using System;

namespace FactorGpu.Engines.Gpu;

/// <summary>Memory on a device.</summary>
internal interface IGpuBuffer : IDisposable
{
    long Bytes { get; }
}
