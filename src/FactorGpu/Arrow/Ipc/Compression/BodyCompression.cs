using FactorGpu.Errors;

namespace FactorGpu.Arrow.Ipc.Compression;

/// <summary>Reads how the body of a batch is compressed (Message.fbs, BodyCompression).</summary>
internal static class BodyCompression
{
    private const int Codec = 0;
    private const int Method = 1;
    private const byte EachBuffer = 0;

    /// <summary>The compression of a body.</summary>
    /// <param name="batch">The header of the batch.</param>
    /// <param name="field">Which of its fields tells the compression.</param>
    /// <param name="path">The file, for messages.</param>
    /// <exception cref="BarFormatException">The codec or the method is not one of the format's.</exception>
    internal static ArrowCompression Read(FlatTable batch, int field, string path)
    {
        if (!batch.Has(field))
        {
            return ArrowCompression.None;
        }

        FlatTable compression = batch.Table(field, "compression");
        if (compression.Byte(Method) != EachBuffer)
        {
            Throw.ArrowCompression(path, $"method {compression.Byte(Method)}");
        }

        switch (compression.Byte(Codec))
        {
            case 0: return ArrowCompression.Lz4;
            case 1: return ArrowCompression.Zstd;
            case byte id:
                Throw.ArrowCompression(path, $"codec {id}");
                return default;
        }
    }
}
