using System;
using System.Collections.Generic;

namespace FactorGpu.Engines.Gpu;

/// <summary>Operations that have been put into queues, in order. All of them are looked at in the end: a driver need not tell a later one of an earlier one's failure.</summary>
internal sealed class GpuWork : IDisposable
{
    private readonly Queue<IGpuEvent> _operations = new();

    internal void Add(IGpuEvent operation) => _operations.Enqueue(operation);

    /// <summary>Waits until all have ended, and forgets them.</summary>
    /// <exception cref="Errors.DeviceException">One has failed.</exception>
    internal void Wait()
    {
        while (_operations.TryPeek(out IGpuEvent? operation))
        {
            operation.Wait();
            _operations.Dequeue().Dispose();
        }
    }

    /// <summary>Forgets those that are left.</summary>
    public void Dispose()
    {
        while (_operations.TryDequeue(out IGpuEvent? operation))
        {
            operation.Dispose();
        }
    }
}
