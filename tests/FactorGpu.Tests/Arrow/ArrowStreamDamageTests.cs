using System;
using System.IO;
using FactorGpu.Arrow;
using FactorGpu.Errors;
using Xunit;

namespace FactorGpu.Tests.Arrow;

/// <summary>Damaged streams and dense files give a message or a table, and never another exception.</summary>
public sealed class ArrowStreamDamageTests : IDisposable
{
    private const int Mutants = 1500;

    private readonly BarFolder _folder = new();

    public static TheoryData<string> FuzzFolders => ["arrow-ipc-file", "arrow-ipc-stream"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Stream_CutOffAnywhere_IsRefusedOrReadToItsLastWholeBatch()
    {
        byte[] whole = File.ReadAllBytes(BarFolder.Golden("arrow/dictionary_stream.arrows"));

        for (int length = 0; length < whole.Length; length++)
        {
            string path = _folder.Bytes("cut.arrows", whole[..length]);

            Exception? thrown = Record.Exception(() => BarFolder.Read(path));

            Assert.True(thrown is BarFormatException || ReadsRows(path) is 3 or 8, $"{length} bytes: {thrown}");
        }
    }

    [Theory]
    [InlineData("arrow/dictionary_stream.arrows", Mutants)]
    [InlineData("arrow/dense.arrow", Mutants / 5)]
    [InlineData("arrow/dense.arrows", Mutants / 5)]
    public void ArrowFile_WithFlippedBytes_IsRefusedOrRead(string name, int mutants)
    {
        byte[] whole = File.ReadAllBytes(BarFolder.Golden(name));

        for (int seed = 0; seed < mutants; seed++)
        {
            string path = _folder.Bytes("flipped.arrows", Flip(whole, new Random(seed)));

            Exception? thrown = Record.Exception(() => ReadsRows(path));

            Assert.True(thrown is null or BarFormatException, $"{name}, seed {seed}: {thrown}");
        }
    }

    [Theory, MemberData(nameof(FuzzFolders))]
    public void File_ThatOnceBrokeAnotherReader_IsRefusedOrRead(string folder)
    {
        foreach (string path in Directory.EnumerateFiles(Path.Combine(Requirement.Shared(), "arrow/fuzz", folder)))
        {
            Exception? thrown = Record.Exception(() => ReadsRows(path));

            Assert.True(thrown is null or BarFormatException, $"{path}: {thrown}");
        }
    }

    private static int ReadsRows(string path)
    {
        using LoadedBars bars = BarFolder.Read(path);
        return bars.Files[0].Rows;
    }

    /// <summary>One to four bytes in metadata set to values that lengths and offsets break on, or to any value.</summary>
    private static byte[] Flip(byte[] whole, Random random)
    {
        byte[] flipped = (byte[])whole.Clone();
        for (int n = random.Next(1, 5); n > 0; n--)
        {
            // The metadata of these files stands in their first and last bytes, and behind each body.
            int at = random.Next(4) switch { 0 => random.Next(whole.Length), 1 => whole.Length - 1 - random.Next(1000), _ => random.Next(2000) };
            flipped[at] = random.Next(4) switch { 0 => 0xFF, 1 => 0x80, 2 => 0, _ => (byte)random.Next(256) };
        }

        return flipped;
    }
}
