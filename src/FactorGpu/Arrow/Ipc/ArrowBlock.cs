namespace FactorGpu.Arrow.Ipc;

/// <summary>Where a message of a file lies.</summary>
/// <param name="Offset">First byte of the message.</param>
/// <param name="MetadataBytes">Bytes of its metadata with prefix and padding; the body follows.</param>
/// <param name="BodyBytes">Bytes of its body.</param>
internal sealed record ArrowBlock(long Offset, int MetadataBytes, long BodyBytes)
{
    internal long BodyOffset => Offset + MetadataBytes;
}
