using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using FactorGpu.Arrow;
using FactorGpu.Arrow.Ipc;
using FactorGpu.Errors;
using Xunit;

namespace FactorGpu.Tests.Arrow.Ipc;

public sealed class ArrowWriterTests
{
    private const int Alignment = 64;
    private const int PrefixBytes = 8;

    private static readonly ArrowOutputSchema s_schema = new(
        [new("name", ArrowOutputType.Utf8), new("x", ArrowOutputType.Float64), new("list", ArrowOutputType.Float64List, ListSize: 2)],
        [new("key", "value"), new("another", "")]);

    private static ReadOnlySpan<byte> EndOfStream => [0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0];

    [Fact]
    public void File_StartsWithItsMark_AndEndsWithEndOfStreamFooterLengthAndMark()
    {
        byte[] file = Write(ArrowContainer.File);

        int footerBytes = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan()[^10..]);
        Assert.Equal("ARROW1\0\0"u8, file.AsSpan(0, 8));
        Assert.Equal("ARROW1"u8, file.AsSpan()[^6..]);
        Assert.Equal(EndOfStream, file.AsSpan(file.Length - 10 - footerBytes - 8, 8));
        Assert.Equal(0, (file.Length - 10 - footerBytes) % 8);
    }

    [Fact]
    public void Stream_IsMessagesAndEndOfStream()
    {
        byte[] stream = Write(ArrowContainer.Stream);

        Assert.Equal(EndOfStream, stream.AsSpan()[^8..]);
        Assert.Equal([1, 3, 3], Messages(stream, 0).Select(message => (int)FlatTable.Root(message.Metadata, "test", "message").Byte(1)));
    }

    [Theory, InlineData(true), InlineData(false)]
    public void Messages_AreOfVersion5_AndBodiesAndBuffersLieAtMultiplesOf64(bool isFile)
    {
        byte[] bytes = Write(isFile ? ArrowContainer.File : ArrowContainer.Stream);

        foreach ((int offset, byte[] metadata, long bodyOffset, long bodyBytes) in Messages(bytes, isFile ? 8 : 0))
        {
            FlatTable message = FlatTable.Root(metadata, "test", "message");
            Assert.Equal(4, message.Int16(0));
            Assert.Equal(0, offset % 8);
            Assert.Equal(0, bodyOffset % Alignment);
            Assert.Equal(0, bodyBytes % Alignment);
            Assert.All(Buffers(message), buffer => Assert.Equal(0, buffer.Offset % Alignment));
            Assert.All(Buffers(message), buffer => Assert.InRange(buffer.Offset + buffer.Length, 0, bodyBytes));
        }
    }

    [Fact]
    public void Buffers_HaveTheirLengthsWithoutPadding_AndNoBitmapWhereNothingIsNull()
    {
        byte[] bytes = Write(ArrowContainer.Stream);

        FlatTable second = FlatTable.Root(Messages(bytes, 0)[2].Metadata, "test", "message");

        // name: bitmap, offsets, text; x: bitmap, values; list: bitmap, and of its elements bitmap and values.
        Assert.Equal([0L, 16, 3, 1, 24, 0, 0, 48], Buffers(second).Select(buffer => buffer.Length));
    }

    [Fact]
    public void File_IsReadBackByItsFooter()
    {
        using var folder = new BarFolder();
        string path = folder.Bytes("x.arrow", Write(ArrowContainer.File));

        using ArrowFile file = ArrowFile.Open(path);

        Assert.Equal(["name", "x", "list"], file.Fields.Select(field => field.Name));
        Assert.Equal([ArrowTypeKind.Utf8, ArrowTypeKind.Float64, ArrowTypeKind.FixedSizeList], file.Fields.Select(field => field.Type.Kind));
        Assert.Equal([1, 3], file.Batches.Select(batch => batch.RowCount));
        double[] values = new double[3];
        ArrowNumbers.Read(file.Batches[1].Column(file.Fields[1]), values);
        Assert.Equal([double.NaN, -0.0, 3], values);
    }

    [Fact]
    public void File_WithoutBatches_IsReadBack()
    {
        using var folder = new BarFolder();
        using var output = new MemoryStream();
        new ArrowWriter(output, ArrowContainer.File, s_schema, ArrowCompression.None).Finish();

        using ArrowFile file = ArrowFile.Open(folder.Bytes("x.arrow", output.ToArray()));

        Assert.Equal(3, file.Fields.Length);
        Assert.Empty(file.Batches);
    }

    [Fact]
    public void Schema_HoldsItsMetadata()
    {
        byte[] bytes = Write(ArrowContainer.Stream);

        FlatTable schema = FlatTable.Root(Messages(bytes, 0)[0].Metadata, "test", "message").Table(2, "schema");

        Assert.Equal(2, schema.TableCount(2));
        Assert.Equal(("key", "value"), (schema.TableIn(2, 0).Text(0), schema.TableIn(2, 0).Text(1)));
        Assert.Equal(("another", ""), (schema.TableIn(2, 1).Text(0), schema.TableIn(2, 1).Text(1)));
    }

    [Theory, InlineData(ArrowCompression.None, -1), InlineData(ArrowCompression.Lz4, 0), InlineData(ArrowCompression.Zstd, 1)]
    public void Batch_NamesItsCodec_OrNone(ArrowCompression compression, int codec)
    {
        var schema = new ArrowOutputSchema([new("x", ArrowOutputType.Float64)], []);
        byte[] metadata = new ArrowMessageWriter(schema, compression).Batch(0, [new(0, 0)], [], bodyBytes: 0);

        FlatTable batch = FlatTable.Root(metadata, "test", "message").Table(2, "batch");

        Assert.Equal(codec >= 0, batch.Has(3));
        if (codec >= 0)
        {
            Assert.Equal((codec, 0), (batch.Table(3, "compression").Byte(0, absent: 9), batch.Table(3, "compression").Byte(1, absent: 9)));
        }
    }

    [Fact]
    public void Column_ThatCannotBeMade_FailsWithItsOwnException()
    {
        var writer = new ArrowWriter(Stream.Null, ArrowContainer.File, s_schema, ArrowCompression.None);
        Func<ArrowOutputColumn> failing = () => throw new BarFormatException("No codec.");

        Action write = () => writer.WriteBatch(1, [failing, failing, failing]);

        Assert.Equal("No codec.", Assert.Throws<BarFormatException>(write).Message);
    }

    private static byte[] Write(ArrowContainer container)
    {
        using var output = new MemoryStream();
        var writer = new ArrowWriter(output, container, s_schema, ArrowCompression.None);
        writer.WriteBatch(1, Columns(["first"], 1, [1, 2]));
        writer.WriteBatch(3, [() => ArrowOutputColumn.Texts(["a"], [3]), () => ArrowOutputColumn.NaNAsNull(new double[] { double.NaN, -0.0, 3 }), Lists([1, 2, 3, 4, 5, 6])]);
        writer.Finish();
        return output.ToArray();
    }

    private static ImmutableArray<Func<ArrowOutputColumn>> Columns(string[] names, double x, double[] list)
        => [() => ArrowOutputColumn.Texts(names), () => ArrowOutputColumn.NaNAsNull(new[] { x }), Lists(list)];

    private static Func<ArrowOutputColumn> Lists(double[] values) => () => ArrowOutputColumn.Lists<double>(values, listSize: 2);

    /// <summary>The messages up to the end-of-stream mark, found as a stream reader finds them.</summary>
    private static List<(int Offset, byte[] Metadata, long BodyOffset, long BodyBytes)> Messages(byte[] bytes, int offset)
    {
        var messages = new List<(int, byte[], long, long)>();
        while (true)
        {
            Assert.Equal(-1, BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(offset)));
            int metadataBytes = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(offset + 4));
            if (metadataBytes == 0)
            {
                return messages;
            }

            byte[] metadata = bytes.AsSpan(offset + PrefixBytes, metadataBytes).ToArray();
            int bodyOffset = offset + PrefixBytes + metadataBytes;
            long bodyBytes = FlatTable.Root(metadata, "test", "message").Int64(3);
            messages.Add((offset, metadata, bodyOffset, bodyBytes));
            offset = bodyOffset + (int)bodyBytes;
        }
    }

    private static List<(long Offset, long Length)> Buffers(FlatTable message)
    {
        var buffers = new List<(long, long)>();
        for (ReadOnlySpan<byte> list = message.Byte(1) == 3 ? message.Table(2, "batch").Vector(2, 16) : []; !list.IsEmpty; list = list[16..])
        {
            buffers.Add((BinaryPrimitives.ReadInt64LittleEndian(list), BinaryPrimitives.ReadInt64LittleEndian(list[8..])));
        }

        return buffers;
    }
}
