using System;
using System.Collections.Immutable;

namespace FactorGpu.Arrow.Ipc;

/// <summary>Columns and record batches, wherever they come from: a file, or a stream of another library in the process. Columns may be read by several threads at once.</summary>
internal interface IArrowTable : IDisposable
{
    /// <summary>What messages and reports name it: the path as the caller gave it.</summary>
    string Path { get; }

    /// <summary>The columns, in their order.</summary>
    ImmutableArray<ArrowField> Fields { get; }

    /// <summary>Keys and values that the writer has added to the schema.</summary>
    ImmutableDictionary<string, string> Metadata { get; }

    ImmutableArray<IArrowBatch> Batches { get; }

    /// <summary>Rows of all batches.</summary>
    int RowCount { get; }

    /// <summary>Takes over what keeps the memory of the numbers that <see cref="IArrowBatch.TryUse"/> has given, so that they stay when the table is disposed of.</summary>
    /// <returns>To be disposed of after their last use; null when none was given.</returns>
    IDisposable? TakeMemory();
}
