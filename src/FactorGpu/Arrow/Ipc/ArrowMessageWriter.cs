using System.Collections.Immutable;
using System.Linq;

namespace FactorGpu.Arrow.Ipc;

/// <summary>Makes the metadata of the messages of a file or stream, and its footer (Message.fbs and File.fbs of the format).</summary>
/// <param name="schema">The columns and the pairs of the schema.</param>
/// <param name="compression">Codec of the bodies.</param>
internal sealed class ArrowMessageWriter(ArrowOutputSchema schema, ArrowCompression compression)
{
    private const int V5 = 4;
    private const int MessageVersion = 0;
    private const int MessageHeaderType = 1;
    private const int MessageHeader = 2;
    private const int MessageBodyLength = 3;
    private const int SchemaHeader = 1;
    private const int RecordBatchHeader = 3;
    private const int BatchLength = 0;
    private const int BatchNodes = 1;
    private const int BatchBuffers = 2;
    private const int BatchCompression = 3;
    private const int CodecLz4 = 0;
    private const int CodecZstd = 1;
    private const int MethodBuffer = 0;
    private const int FooterVersion = 0;
    private const int FooterSchema = 1;
    private const int FooterDictionaries = 2;
    private const int FooterBatches = 3;

    /// <summary>The schema message.</summary>
    internal byte[] Schema()
    {
        var builder = new FlatBuilder();
        int header = ArrowSchemaWriter.Write(builder, schema.Fields, schema.Metadata);
        return Message(builder, SchemaHeader, header, bodyBytes: 0);
    }

    /// <summary>The message of a record batch.</summary>
    /// <param name="rowCount">Its rows.</param>
    /// <param name="nodes">Length and nulls of each node, one after the other.</param>
    /// <param name="buffers">Offset in the body and length of each buffer, one after the other.</param>
    /// <param name="bodyBytes">Bytes of the body.</param>
    internal byte[] Batch(int rowCount, ImmutableArray<ArrowOutputNode> nodes, ImmutableArray<ArrowOutputPlace> buffers, long bodyBytes)
    {
        var builder = new FlatBuilder();
        int nodeList = builder.Structs([.. nodes.SelectMany(node => new[] { node.Length, node.Nulls })], nodes.Length);
        int bufferList = builder.Structs([.. buffers.SelectMany(buffer => new[] { buffer.Offset, buffer.Length })], buffers.Length);
        ImmutableArray<FlatValue> values = [FlatValue.Int64(BatchLength, rowCount), FlatValue.At(BatchNodes, nodeList), FlatValue.At(BatchBuffers, bufferList)];
        if (compression != ArrowCompression.None)
        {
            int codec = compression == ArrowCompression.Lz4 ? CodecLz4 : CodecZstd;
            values = values.Add(FlatValue.At(BatchCompression, builder.Table(FlatValue.Byte(0, codec), FlatValue.Byte(1, MethodBuffer))));
        }

        return Message(builder, RecordBatchHeader, builder.Table(values.AsSpan()), bodyBytes);
    }

    /// <summary>The footer of a file.</summary>
    /// <param name="batches">Where its record batches lie.</param>
    internal byte[] Footer(ImmutableArray<ArrowBlock> batches)
    {
        var builder = new FlatBuilder();
        int place = ArrowSchemaWriter.Write(builder, schema.Fields, schema.Metadata);
        int dictionaries = builder.Structs([], 0);

        // A block is an int64, an int32 with 4 bytes of padding, an int64.
        int blocks = builder.Structs([.. batches.SelectMany(block => new[] { block.Offset, block.MetadataBytes, block.BodyBytes })], batches.Length);
        return builder.Finish(builder.Table(
            FlatValue.Int16(FooterVersion, V5),
            FlatValue.At(FooterSchema, place),
            FlatValue.At(FooterDictionaries, dictionaries),
            FlatValue.At(FooterBatches, blocks)));
    }

    private static byte[] Message(FlatBuilder builder, int headerType, int header, long bodyBytes)
        => builder.Finish(builder.Table(
            FlatValue.Int16(MessageVersion, V5),
            FlatValue.Byte(MessageHeaderType, headerType),
            FlatValue.At(MessageHeader, header),
            FlatValue.Int64(MessageBodyLength, bodyBytes)));
}
