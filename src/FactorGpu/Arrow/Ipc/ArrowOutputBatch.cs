using System;
using System.Collections.Immutable;

namespace FactorGpu.Arrow.Ipc;

/// <summary>A record batch that is written, or handed to another library.</summary>
/// <param name="rowCount">Its rows.</param>
/// <param name="columns">What makes each column, in the order of the schema; each has <paramref name="rowCount"/> rows.</param>
internal sealed class ArrowOutputBatch(int rowCount, ImmutableArray<Func<ArrowOutputColumn>> columns)
{
    internal int RowCount { get; } = rowCount;

    internal ImmutableArray<Func<ArrowOutputColumn>> Columns { get; } = columns;
}
