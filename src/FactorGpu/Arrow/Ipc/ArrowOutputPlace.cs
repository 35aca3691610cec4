namespace FactorGpu.Arrow.Ipc;

/// <summary>Where a buffer lies in the body of a record batch that is written.</summary>
/// <param name="Offset">First byte.</param>
/// <param name="Length">Bytes, without padding.</param>
internal sealed record ArrowOutputPlace(long Offset, long Length);
