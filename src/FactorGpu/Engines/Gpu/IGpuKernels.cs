using System;

namespace FactorGpu.Engines.Gpu;

/// <summary>Kernels compiled for one device.</summary>
internal interface IGpuKernels : IDisposable
{
    /// <summary>Most work-items of a group that kernel number <paramref name="kernel"/> can run with, as the built kernel reports it.</summary>
    int LargestGroup(int kernel);
}
