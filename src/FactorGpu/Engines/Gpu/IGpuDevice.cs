using System;
using System.Collections.Immutable;

namespace FactorGpu.Engines.Gpu;

/// <summary>An open device that compiles kernel text and runs it: the seam between the engine and a native interface.</summary>
/// <remarks>
/// Every failure is a <see cref="Errors.DeviceException"/> that names the call, its code and the device; for too little memory its <c>IsOutOfMemory</c> is set.
/// May be used by several threads at once; a queue by one at a time. What it has made is disposed of before it is.
/// </remarks>
internal interface IGpuDevice : IDisposable
{
    GpuDeviceInfo Info { get; }

    /// <summary>Compiles kernels for this device, or takes them from a store of earlier runs.</summary>
    /// <param name="source">Text in the dialect of the device's kind.</param>
    /// <param name="kernels">Names of its kernels, in the order in which they are launched by number.</param>
    /// <exception cref="Errors.DeviceException">The text does not compile; the message holds the compiler's full log.</exception>
    IGpuKernels Build(string source, ImmutableArray<string> kernels);

    /// <summary>Memory on the device, uninitialised.</summary>
    IGpuBuffer Allocate(long bytes);

    /// <summary>Memory of the host that the device copies from and to at full speed (pinned), uninitialised.</summary>
    IGpuHostMemory AllocateHost(long bytes);

    /// <summary>A queue of copies and kernels that execute in the order in which they were put there. Queues of one device execute beside each other.</summary>
    IGpuQueue CreateQueue();
}
