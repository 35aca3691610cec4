using FactorGpu.Arrow.CData.Native;

namespace FactorGpu.Arrow.CData;

/// <summary>The array of a column in a record batch, or of a child of one, and which of its values belong to the batch.</summary>
/// <param name="array">The array.</param>
/// <param name="start">Values of its buffers before those of the batch: its own offset, and what the arrays above it leave out.</param>
/// <param name="rowCount">Values of the batch; 0 for what is nowhere read, children of variable lists.</param>
internal readonly unsafe struct CDataNode(CArrowArray* array, long start, long rowCount)
{
    internal CArrowArray* Array { get; } = array;

    internal long Start { get; } = start;

    internal long RowCount { get; } = rowCount;
}
