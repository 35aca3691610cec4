using System.Collections.Generic;

namespace FactorGpu.Tests.Arrow.Ipc;

/// <summary>A FlatBuffers table to be written: values by field number. Numbers, texts, tables, arrays of tables, and vectors of structs as <see cref="FlatStructs"/>.</summary>
internal sealed class FlatNode
{
    internal SortedDictionary<int, object> Fields { get; } = [];

    internal object this[int field]
    {
        set => Fields[field] = value;
    }
}
