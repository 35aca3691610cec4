using System;
using System.Collections.Immutable;
using FactorGpu.Arrow.CData.Native;

namespace FactorGpu.Arrow.CData;

/// <summary>The record batches whose numbers are used where they lie; released when this is disposed of.</summary>
internal sealed class CDataMemory(ImmutableArray<CDataArray> arrays) : IDisposable
{
    public void Dispose()
    {
        foreach (CDataArray array in arrays)
        {
            array.Dispose();
        }
    }
}
