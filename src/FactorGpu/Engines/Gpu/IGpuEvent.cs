using System;

namespace FactorGpu.Engines.Gpu;

/// <summary>An operation that has been put into a queue.</summary>
internal interface IGpuEvent : IDisposable
{
    /// <summary>Waits until the operation has ended.</summary>
    /// <exception cref="Errors.DeviceException">It failed.</exception>
    void Wait();

    /// <summary>How long the device worked on the operation, by its own clock, in milliseconds. The operation has ended.</summary>
    double ElapsedMs { get; }
}
