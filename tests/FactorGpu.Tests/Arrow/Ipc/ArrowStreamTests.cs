using System;
using System.IO;
using System.Text;
using FactorGpu.Arrow;
using FactorGpu.Arrow.Ipc;
using FactorGpu.Bars;
using Xunit;

namespace FactorGpu.Tests.Arrow.Ipc;

public sealed class ArrowStreamTests : IDisposable
{
    private readonly BarFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Stream_OfRealBarsByArrowJs_GivesTheTensorsOfTheFile()
    {
        string real = Path.Combine(Requirement.Shared(), "golden/real");

        LoadedBars stream = BarFolder.Read(Path.Combine(real, "bars_arrowjs.arrows"));

        TensorAssert.Same(BarFolder.Read(Path.Combine(real, "bars_uncompressed.arrow")), stream);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void Stream_WithOrWithoutMarkersAndEnd_GivesTheTensorsOfTheFile(bool hasMarkers, bool hasEnd)
    {
        IpcBuilder ipc = new IpcBuilder(IpcBars.Of(1)).Batch(IpcBars.Of(3)).Batch(IpcBars.Of(2, first: 3));
        string file = _folder.Bytes("bars.arrow", ipc.ToFile());

        LoadedBars stream = BarFolder.Read(_folder.Bytes("bars.arrows", ipc.ToStream(hasMarkers, hasEnd)));

        TensorAssert.Same(BarFolder.Read(file), stream);
        Assert.Equal(5, stream.Files[0].Rows);
    }

    [Fact]
    public void Batch_OfNoRows_IsPassedOver()
    {
        IpcBuilder ipc = new IpcBuilder(IpcBars.Of(1)).Batch(IpcBars.Of(0)).Batch(IpcBars.Of(2)).Batch(IpcBars.Of(0));

        LoadedBars bars = BarFolder.Read(_folder.Bytes("bars.arrows", ipc.ToStream()));

        Assert.Equal([10, 11], bars.Days[0].Row(BarField.Close, 0)[1..3]);
    }

    [Fact]
    public void Metadata_OfTheSchema_IsKept()
    {
        string path = _folder.Bytes("bars.arrows", new IpcBuilder(IpcBars.Of(1)).Metadata("made by", "hand").ToStream());

        using ArrowFile file = ArrowFile.Open(path);

        Assert.Equal("hand", Assert.Single(file.Metadata, pair => pair.Key == "made by").Value);
    }

    [Fact]
    public void Bytes_AfterTheEnd_AreRefused()
    {
        byte[] stream = new IpcBuilder(IpcBars.Of(1)).Batch(IpcBars.Of(1)).ToStream();
        string path = _folder.Bytes("bars.arrows", [.. stream, .. stream]);

        string message = BarFolder.Refusal(path);

        Assert.StartsWith($"{path} has {stream.Length} bytes after the end of its stream, at byte {stream.Length}; one stream is read", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "its message 1 is of type 1; after the schema come dictionary and record batches")]
    [InlineData(4, "its message 1 is of type 4; after the schema come dictionary and record batches")]
    public void Message_OfAnotherType_IsRefused(byte type, string expected)
    {
        string path = _folder.Bytes("bars.arrows", new IpcBuilder(IpcBars.Of(1)).Message(type, new FlatNode(), []).ToStream());

        string message = BarFolder.Refusal(path);

        Assert.StartsWith($"{path} starts as an Arrow IPC file or stream but is broken: {expected}.", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFF, 0xFF, 0xFF }, "its message 0 is said to lie at bytes 4..8, outside of the 4 bytes of the file")]
    [InlineData(new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0 }, "it ends before its schema")]
    [InlineData(new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0x80 }, "its message 0 is said to lie at bytes 8..-2147483640, outside of the 8 bytes of the file")]
    [InlineData(new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 255, 255, 255, 0x7F }, "its message 0 is said to lie at bytes 8..2147483655, outside of the 8 bytes of the file")]
    public void Stream_OfAPrefixAlone_IsRefused(byte[] bytes, string expected)
    {
        string path = _folder.Bytes("bars.arrows", bytes);

        string message = BarFolder.Refusal(path);

        Assert.StartsWith($"{path} starts as an Arrow IPC file or stream but is broken: {expected}.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Body_LongerThanTheFile_IsRefused()
    {
        byte[] whole = new IpcBuilder(IpcBars.Of(1)).Batch(IpcBars.Of(1)).ToStream(hasEnd: false);
        string path = _folder.Bytes("bars.arrows", whole[..^8]);

        string message = BarFolder.Refusal(path);

        Assert.StartsWith($"{path} starts as an Arrow IPC file or stream but is broken: its message 1 is said to have a body of ", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("f\0i\0e\0l\0d\0")]
    [InlineData("code,datetime")]
    [InlineData("\u0010\0\0\0....")]
    public void File_OfText_IsNoStream(string content)
    {
        string path = _folder.Bytes("bars.txt", Encoding.Latin1.GetBytes(content));

        string message = BarFolder.Refusal(path);

        Assert.Contains("does not start as an Arrow IPC file or stream", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Blocks_OfAFile_ThatShareBytes_AreRefused()
    {
        byte[] file = new IpcBuilder(IpcBars.Of(1)).Batch(IpcBars.Of(1)).Batch(IpcBars.Of(1, first: 1)).ToFile();
        int block = ArrowBytes.BlockBodyLength(file) - 16;
        file.AsSpan(block, 24).CopyTo(file.AsSpan(block + 24));
        string path = _folder.Bytes("bars.arrow", file);

        string message = BarFolder.Refusal(path);

        Assert.StartsWith($"{path} starts as an Arrow IPC file or stream but is broken: a batch is said to lie at bytes ", message, StringComparison.Ordinal);
        Assert.Contains(", inside of another or outside of its ", message, StringComparison.Ordinal);
    }
}
