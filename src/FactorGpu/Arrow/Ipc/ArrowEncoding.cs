namespace FactorGpu.Arrow.Ipc;

/// <summary>How a column is dictionary-encoded: it holds positions in a list of values, which stands in dictionary batches.</summary>
/// <param name="id">Number of the dictionary; columns may share one.</param>
/// <param name="indexKind">Type of the positions, Int8..UInt64.</param>
/// <param name="values">The one column of the dictionary's batches.</param>
internal sealed class ArrowEncoding(long id, ArrowTypeKind indexKind, ArrowField values)
{
    internal long Id { get; } = id;

    internal ArrowTypeKind IndexKind { get; } = indexKind;

    internal ArrowField Values { get; } = values;
}
