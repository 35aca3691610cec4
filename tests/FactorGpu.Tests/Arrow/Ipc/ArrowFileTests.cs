using System;
using System.Buffers.Binary;
using System.IO;
using FactorGpu.Arrow;
using Xunit;

namespace FactorGpu.Tests.Arrow.Ipc;

public sealed class ArrowFileTests : IDisposable
{
    private readonly BarFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Metadata_OfVersion4_IsRead()
    {
        // The format numbers version 4 as 3.
        string path = Changed(file => BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(ArrowBytes.FooterVersion(file)), 3));

        LoadedBars bars = BarFolder.Read(path);

        TensorAssert.Same(BarFolder.Read(BarFolder.Golden("arrow/bars.csv")), bars);
    }

    [Fact]
    public void Metadata_OfVersion3_IsRefused()
    {
        string path = Changed(file => BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(ArrowBytes.FooterVersion(file)), 2));

        string message = BarFolder.Refusal(path);

        Assert.StartsWith($"{path} has metadata of version 3; versions 4 and 5 are read.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Batch_OfMoreRowsThanItsBodyHolds_IsRefusedBeforeMemoryIsTaken()
    {
        string path = Changed(file =>
        {
            BinaryPrimitives.WriteInt64LittleEndian(file.AsSpan(ArrowBytes.BatchLength(file)), 1_000_000_000);
            BinaryPrimitives.WriteInt64LittleEndian(file.AsSpan(ArrowBytes.FirstNodeLength(file)), 1_000_000_000);
        });

        string message = BarFolder.Refusal(path);

        Assert.StartsWith(Broken(path, "in column code of its record batch 0 a buffer of "), message, StringComparison.Ordinal);
        Assert.Contains(" bytes is to hold 1000000000 rows.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Column_OfOtherLengthThanItsBatch_IsRefused()
    {
        string path = Changed(file => BinaryPrimitives.WriteInt64LittleEndian(file.AsSpan(ArrowBytes.FirstNodeLength(file)), 7));

        string message = BarFolder.Refusal(path);

        Assert.StartsWith(
            Broken(path, "column code of its record batch 0 is said to have 7 rows and 0 nulls; the batch has 8 rows"), message, StringComparison.Ordinal);
    }

    [Fact]
    public void Buffer_OutsideOfTheBody_IsRefused()
    {
        string path = Changed(file => BinaryPrimitives.WriteInt64LittleEndian(file.AsSpan(ArrowBytes.SecondBufferOffset(file)), long.MaxValue));

        string message = BarFolder.Refusal(path);

        Assert.StartsWith(Broken(path, "a buffer of its record batch 0 is said to have "), message, StringComparison.Ordinal);
        Assert.Contains("from byte 9223372036854775807 of a body of ", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Body_LongerThanTheFile_IsRefused()
    {
        string path = Changed(file => BinaryPrimitives.WriteInt64LittleEndian(file.AsSpan(ArrowBytes.BlockBodyLength(file)), long.MaxValue));

        string message = BarFolder.Refusal(path);

        Assert.StartsWith(Broken(path, "its record batches are said to be longer than its "), message, StringComparison.Ordinal);
    }

    [Fact]
    public void Message_OfAnotherType_IsRefused()
    {
        string path = Changed(file => file[ArrowBytes.HeaderType(file)] = 2);

        string message = BarFolder.Refusal(path);

        Assert.StartsWith(Broken(path, "its record batch 0 is a message of type 2"), message, StringComparison.Ordinal);
    }

    private static string Broken(string path, string what) => $"{path} starts as an Arrow IPC file or stream but is broken: {what}";

    private string Changed(Action<byte[]> change)
    {
        byte[] file = File.ReadAllBytes(BarFolder.Golden("arrow/date32_time32.arrow"));
        change(file);
        return _folder.Bytes("changed.arrow", file);
    }
}
