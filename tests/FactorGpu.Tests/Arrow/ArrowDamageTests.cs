using System;
using System.IO;
using FactorGpu.Arrow;
using FactorGpu.Errors;
using Xunit;

namespace FactorGpu.Tests.Arrow;

/// <summary>Damaged files give a message or a table, and never another exception.</summary>
public sealed class ArrowDamageTests : IDisposable
{
    private const int Mutants = 1500;

    private readonly BarFolder _folder = new();

    public static TheoryData<string> Files =>
    [
        "arrow/large_utf8_ms_utc_float32.arrow", "arrow/utf8_s_wall_batches.arrow", "arrow/utf8_view_polars.arrow", "arrow/date32_time32.arrow", "arrow/text_stamps.arrow",
        "arrow/dictionary_code.arrow", "arrow/polars_lz4.arrow", "arrow/polars_zstd.arrow",
    ];

    public void Dispose() => _folder.Dispose();

    [Theory, MemberData(nameof(Files))]
    public void ArrowFile_CutOffAnywhere_IsRefused(string name)
    {
        byte[] whole = File.ReadAllBytes(BarFolder.Golden(name));

        for (int length = 0; length < whole.Length; length++)
        {
            string path = _folder.Bytes("cut.arrow", whole[..length]);

            Assert.Contains("cut.arrow", BarFolder.Refusal(path), StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Files))]
    public void ArrowFile_WithFlippedBytes_IsRefusedOrRead(string name)
    {
        byte[] whole = File.ReadAllBytes(BarFolder.Golden(name));

        for (int seed = 0; seed < Mutants; seed++)
        {
            string path = _folder.Bytes("flipped.arrow", Flip(whole, new Random(seed)));

            Exception? thrown = Record.Exception(() => BarReader.Read([path], new BarReadOptions()));

            Assert.True(thrown is null or BarFormatException, $"{name}, seed {seed}: {thrown}");
        }
    }

    [Fact]
    public void ArrowFile_WithItsTailOnly_IsRefused()
    {
        string path = _folder.Bytes("tail.arrow", [.. "ARROW1\0\0"u8, 0xFF, 0xFF, 0xFF, 0x7F, .. "ARROW1"u8]);

        string message = BarFolder.Refusal(path);

        Assert.StartsWith($"{path} starts as an Arrow IPC file or stream but is broken: its footer is said to lie at bytes ", message, StringComparison.Ordinal);
    }

    /// <summary>One to four bytes set to values that lengths and offsets break on, or to any value.</summary>
    private static byte[] Flip(byte[] whole, Random random)
    {
        byte[] flipped = (byte[])whole.Clone();
        for (int n = random.Next(1, 5); n > 0; n--)
        {
            // Half of the flips hit the footer, which is the last third of these files.
            int at = random.Next(2) == 0 ? random.Next(8, whole.Length) : random.Next(whole.Length * 2 / 3, whole.Length - 6);
            flipped[at] = random.Next(4) switch { 0 => 0xFF, 1 => 0x80, 2 => 0, _ => (byte)random.Next(256) };
        }

        return flipped;
    }
}
