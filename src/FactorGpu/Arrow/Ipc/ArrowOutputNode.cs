namespace FactorGpu.Arrow.Ipc;

/// <summary>Extent of a column, or of the children of one, in a record batch.</summary>
/// <param name="Length">Number of values.</param>
/// <param name="Nulls">How many of them are null.</param>
internal sealed record ArrowOutputNode(long Length, long Nulls);
