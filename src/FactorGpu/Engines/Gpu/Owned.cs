using System;
using System.Collections.Generic;

namespace FactorGpu.Engines.Gpu;

/// <summary>Resources that are made one after the other and disposed of together, the last first.</summary>
internal sealed class Owned : IDisposable
{
    private readonly Stack<IDisposable> _resources = new();

    /// <summary>Takes a resource over.</summary>
    internal T Add<T>(T resource)
        where T : IDisposable
    {
        _resources.Push(resource);
        return resource;
    }

    public void Dispose()
    {
        while (_resources.TryPop(out IDisposable? resource))
        {
            resource.Dispose();
        }
    }
}
