using System;

namespace FactorGpu.Engines.Gpu;

/// <summary>A queue of a device. Nothing here waits for the device but <see cref="Finish"/> and <see cref="IGpuEvent.Wait"/>.</summary>
/// <remarks>Memory that an enqueued operation uses stays alive and untouched until it has ended. Places and lengths are in bytes.</remarks>
internal interface IGpuQueue : IDisposable
{
    /// <summary>Copies from the host to the device.</summary>
    IGpuEvent Upload(nint source, IGpuBuffer target, long targetOffset, long bytes);

    /// <summary>Copies from the device to the host.</summary>
    IGpuEvent Download(IGpuBuffer source, long sourceOffset, nint target, long bytes);

    /// <summary>Copies on the device, from one buffer's start to another's.</summary>
    IGpuEvent Copy(IGpuBuffer source, IGpuBuffer target, long bytes);

    /// <summary>Runs a kernel with <paramref name="groups"/> work-groups of <paramref name="itemsPerGroup"/> work-items in one dimension.</summary>
    /// <param name="kernels">The kernels of this device.</param>
    /// <param name="kernel">Number of the kernel.</param>
    /// <param name="groups">Number of groups, at least 1.</param>
    /// <param name="itemsPerGroup">Work-items of a group.</param>
    /// <param name="arguments">The kernel's arguments in order.</param>
    IGpuEvent Launch(IGpuKernels kernels, int kernel, int groups, int itemsPerGroup, ReadOnlySpan<GpuArgument> arguments);

    /// <summary>What is enqueued from now on starts after an operation of this or another queue of the device has ended.</summary>
    void StartAfter(IGpuEvent operation);

    /// <summary>Waits until all that is enqueued has ended.</summary>
    void Finish();
}
